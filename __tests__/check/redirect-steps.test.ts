import assert from "node:assert/strict";
import { test } from "node:test";
import { describeRefusal, readRedirect } from "../../src/check/redirect.ts";
import { Echoes } from "../../src/echoes.ts";
import { plain } from "../../src/result.ts";

/** Where an answer of https://example.com/a/b?c leads. */
const redirects: readonly (readonly [status: number, location: string | undefined, end: string | RegExp | null])[] = [
  [301, "/d", "https://example.com/d"],
  [302, "d", "https://example.com/a/d"],
  [303, "?e", "https://example.com/a/b?e"],
  [307, "//other.example/x", "https://other.example/x"],
  [308, "https://user:s3cretpw@other.example/", "https://other.example/"],
  [302, " https://other.example/ ", "https://other.example/"],
  [302, Buffer.from("/\u00fc").toString("latin1"), "https://example.com/%C3%BC"],
  [302, "/\u00fc", "https://example.com/%C3%BC"],
  [302, "#f", "https://example.com/a/b?c#f"],
  [302, "http://example.com/", /https to http/],
  [302, "mailto:a@b.example", /not an http\(s\) URI/],
  [302, "javascript:alert(1)", /not an http\(s\) URI/],
  [302, "https://", /not an http\(s\) URI/],
  [302, "http://[", /not an http\(s\) URI/],
  [302, "", null],
  [302, undefined, null],
  [300, "/d", null],
  [304, "/d", null],
  [305, "/d", null],
  [200, "/d", null],
  [201, "/d", null],
  [404, "/d", null],
];

test("followed are 301, 302, 303, 307 and 308 with a Location that leads to http(s), never from https to http", () => {
  for (const [status, location, end] of redirects) {
    const headers = location === undefined ? {} : { location };
    const step = readRedirect({ status, headers }, "https://example.com/a/b?c", new Echoes([], null));
    if (end === null) assert.equal(step, null, `${status} ${location}`);
    else if (typeof end === "string")
      assert.deepEqual(step?.kind === "follow" && [step.address, step.shown], [end, end], `${status} ${location}`);
    else assert.ok(step && step.kind !== "follow" && end.test(plain(describeRefusal(step))), `${status} ${location}`);
  }
});

test("a secret that a server puts into its redirect is not shown", () => {
  const step = readRedirect(
    { status: 302, headers: { location: "/login?next=s3cretpw" } },
    "https://example.com/",
    new Echoes(["s3cretpw"], null),
  );
  assert.deepEqual(step?.kind === "follow" && [step.shown, step.address], [
    "https://example.com/***",
    "https://example.com/login?next=s3cretpw",
  ]);
});
