import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLine } from "../../src/inputs/line.ts";
import { ok } from "../../src/inputs/status.ts";
import type { Mistake } from "../../src/inputs/target.ts";
import { runAction } from "../helpers/action.ts";
import { assertHidden, masks } from "../helpers/secrets.ts";

function mistake(line: string): Mistake {
  const target = parseLine(
    line,
    { file: null, line: 1 },
    { expected: { status: ok, text: null, end: null }, base: null },
  );
  assert.equal(target.kind, "mistake", line);
  return target as Mistake;
}

/** Bad lines, and what is left to show of them. */
const shown = {
  "example.com/x 200": "example.com/x 200",
  "https://example.com:8080/%40x up": "https://x up",
  "https://example.com/%40x up": "https://example.com/%40x up",
  "ftp://user:s3cretpw@example.com/": "ftp://example.com/",
  "user:s3cretpw@example.com": "example.com",
  "https://a.example/ https://user:s3cretpw@b.example/": "https://b.example/",
  "https://user:s3cretpw@a.example,b.example/ 200": "https://a.example,b.example/ 200",
  "https://user:s3cretpw@example.com:99999/": "https://example.com:99999/",
  "https://user:s3cret/pw@example.com/": "https://example.com/",
  "https://user:s3cret?pw@example.com/": "https://example.com/",
  "https://user:s3cret#pw@example.com/": "https://example.com/",
  "https://user:s3cret pw@example.com/": "https://example.com/",
  "https://user:s3cret\\pw@example.com/": "https://example.com/",
  "https://user:s3cretpw%40example.com/": "https://example.com/",
  "https://user:s3cret@pw%40example.com/": "https://example.com/",
  "https://user:s3cret%40pw@example.com/ up": "https://example.com/ up",
  "https://user%3As3cretpw%40example.com/": "https://example.com/",
  "https://user:s3cretpw%2540example.com/": "https://example.com/",
  "https%3A%2F%2Fuser%3as3cretpw%40example.com%2F": "example.com%2F",
  "https%253A%252F%252Fuser%253As3cretpw%2540example.com%252F": "example.com%252F",
  "https://user:s3cretpw\uff20example.com/": "https://example.com/",
  "https://user\uff1as3cretpw%40example.com/": "https://example.com/",
  "https://example.com/a%3Ab up": "https://example.com/a%3Ab up",
  "https://user:s3cretpw@[::1]:99999/": "https://[::1]:99999/",
  "https://user:s3cretpw@": "https://",
  "https:user:s3cretpw@example.com/": "example.com/",
  "https:/user:s3cretpw@example.com/": "example.com/",
  "https//user:s3cretpw@example.com/": "example.com/",
  "user:s3cret/pw@example.com": "example.com",
  "//user:s3cretpw@example.com/": "example.com/",
  "- https://user:s3cretpw@example.com/": "example.com/",
  '"https://user:s3cretpw@example.com/"': 'example.com/"',
  "url=https://user:s3cretpw@example.com/": "example.com/",
  "<https://user:s3cretpw@example.com/>": "example.com/>",
  "[a](https://user:s3cretpw@example.com/)": "example.com/)",
  "sitemap https://user:s3cret pw@example.com/": "example.com/",
  "https://admin:p@s3cret/w#rd@example.com/": "https://example.com/",
  "https://admin:/s3cret@example.com/": "https://example.com/",
  "https://admin:?s3cret@example.com/": "https://example.com/",
  "https://a.example/ 301 -> https://user:s3cretpw@b.example/": "https://b.example/",
};

for (const [line, expected] of Object.entries(shown)) {
  test(`everything up to its last @ is hidden on a bad line, except a scheme at its start: ${line}`, () => {
    const found = mistake(line);
    assert.equal(found.shown, expected);
    if (line.includes("s3cret")) assert.notDeepEqual(found.secrets, [], "it is masked");
  });
}

test("the credentials of two URIs on a line are both hidden and masked", () => {
  const found = mistake("https://user:s3cretone@a.example,https://user:s3crettwo@b.example");
  assert.doesNotMatch(found.shown, /s3cret/);
  assert.deepEqual([found.secrets.includes("s3cretone"), found.secrets.includes("s3crettwo")], [true, true]);
});

test("an @ in a sentence is no secret to mask in the whole log", () => {
  const lines = [
    "https://a.example/ to@b.example",
    "x e@y",
    "https://a.example/ @someone",
    "a: b @someone",
    "x:none@y",
    "https://a.example/ # ask admin@b.example",
    "https://a.example/ # ask: admin@b.example",
    "https://a.example/react@18/umd/react.js # a package",
    "http://localhost:5173/@vite/client # a port",
    "http://localhost:5173/node_modules/@vite/client up",
    "https://a.example:8080/%40scope up",
  ];
  for (const line of lines) assert.deepEqual(mistake(line).secrets, [], line);
});

/** URIs that parse, but whose user information goes on behind what is taken for their host. */
const misread = [
  "https://admin:p@s3cret/w#rd@127.0.0.1/",
  "https://admin:p@s3cret?w@127.0.0.1/",
  "https://admin@s3cret/x@127.0.0.1/",
  "https://admin:/s3cret@127.0.0.1/",
  "https://admin:#s3cret@127.0.0.1/",
  "https://admin:?s3cret@127.0.0.1/",
  "https://admin:\\s3cret@127.0.0.1/",
  "https://admin:p/s3cret@127.0.0.1/",
  "http://admin:p#s3cret@127.0.0.1/ 200 text",
  "sitemap http://admin:p@ss/s3cret@127.0.0.1/",
  "https://127.0.0.1/ 301 -> https://admin:p@ss/s3cret@127.0.0.1/",
];

test("user information that another @ follows is a mistake, and no host is made of it", async () => {
  const run = await runAction({ uris: misread.join("\n") });
  assert.deepEqual([run.code, run.outputs["connections"], run.results.length], [1, "0", misread.length]);
  for (const [index, { state, attempts, message }] of run.results.entries()) {
    assert.deepEqual([state, attempts], ["ERR", 0], misread[index]);
    assert.match(message, /percent-encode @ \/ \? # in user and password/, misread[index]);
  }
  assertHidden(run, ["s3cret", "admin"]);
  assert.ok(
    masks(run).every((mask) => mask.length >= 4),
    masks(run).join(" "),
  );
});

test("an @ without user information in front is part of the path or the query", () => {
  const good = [
    "https://example.com/@scope/x",
    "https://example.com:8080/@a",
    "https://example.com/?mail=a:b@c",
    "https://example.com/#@",
  ];
  for (const line of good) {
    const target = parseLine(
      line,
      { file: null, line: 1 },
      { expected: { status: ok, text: null, end: null }, base: null },
    );
    assert.deepEqual([target.kind, target.shown], ["uri", line]);
  }
});

test("a bad line of connect-to shows no credentials, and masks them", async () => {
  const words = ["ann:s3cretpw@a.example", "s3cretpw@a.example", "https://ann:s3cretpw@[::1]:1/", "ann%3As3cretpw%40b"];
  const run = await runAction({
    uris: "https://a.example/",
    "connect-to": words.flatMap((word) => [`${word} 127.0.0.1`, `c.example ${word}`, word]).join("\n"),
  });
  assert.equal(run.log.join("\n").match(/connect-to: line/g)?.length, 12);
  assertHidden(run, ["s3cret"]);
  assert.ok(masks(run).includes("s3cretpw"));
});
