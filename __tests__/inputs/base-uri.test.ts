import assert from "node:assert/strict";
import { test } from "node:test";
import { type Base, parseBase } from "../../src/inputs/address.ts";
import { parseLine } from "../../src/inputs/line.ts";
import { ok } from "../../src/inputs/status.ts";
import { resultLines, runAction } from "../helpers/action.ts";
import { assertHidden, basic, masks } from "../helpers/secrets.ts";
import { startServer } from "../helpers/server.ts";

function baseOf(text: string): Base {
  const base = parseBase(text);
  assert.ok(!("problem" in base), text);
  return base;
}

/** `base-uri`, a path, and the address that they make. */
const joined = [
  ["https://a.example", "/", "https://a.example/"],
  ["https://a.example/", "/x?y#z", "https://a.example/x?y#z"],
  ["https://a.example/project", "/x", "https://a.example/project/x"],
  ["https://a.example/project/", "/x", "https://a.example/project/x"],
  ["HTTP://A.example:8080/p", "/@scope/x", "HTTP://A.example:8080/p/@scope/x"],
  ["https://user:s3cretpw@a.example/p/", "/x", "https://a.example/p/x"],
  ["http://[::1]:8080", "/x", "http://[::1]:8080/x"],
] as const;

test("a path is appended to base-uri, and shown as the joined address", () => {
  for (const [base, path, shown] of joined) {
    const defaults = { expected: { status: ok, text: null, end: null }, base: baseOf(base) };
    const target = parseLine(path, { file: null, line: 1 }, defaults);
    assert.ok(target.kind === "uri", `${base} ${path}`);
    assert.deepEqual([target.shown, target.address], [shown, new URL(shown).href]);
  }
});

test("one list of paths is checked where base-uri says, with its credentials, beside whole URIs", async (t) => {
  const server = await startServer(t, (request, answer) => {
    answer.statusCode = request.url === "/app/down" ? 500 : 200;
    answer.end("ok");
  });
  const base = `http://ann:s3cretpw@127.0.0.1:${server.port}/app/`;
  const run = await runAction({ uris: `/\n/up 200 ok\n/down\n${server.origin}/other`, "base-uri": base });
  assert.deepEqual(resultLines(run), [
    `[OK] ${server.origin}/app/`,
    `[OK] ${server.origin}/app/up`,
    `[NOK] ${server.origin}/app/down: 500`,
    `[OK] ${server.origin}/other`,
  ]);
  assert.deepEqual(
    server.requests.map(({ url, headers }) => [url, headers.authorization]),
    [
      ["/app/", basic("ann:s3cretpw")],
      ["/app/up", basic("ann:s3cretpw")],
      ["/app/down", basic("ann:s3cretpw")],
      ["/other", undefined],
    ],
  );
  assertHidden(run, ["s3cretpw", basic("ann:s3cretpw").slice(6)]);
  assert.ok(masks(run).includes("s3cretpw"));
  assert.equal(run.outputs["failed-uris"], `${server.origin}/app/down`);
});

test("a path without base-uri, and one that starts with two slashes, are mistakes that say so", async (t) => {
  const server = await startServer(t);
  const without = await runAction({ uris: `/x\n${server.origin}/` });
  assert.deepEqual([without.code, without.outputs["up"]], [1, "1"]);
  assert.match(without.results[0]?.message ?? "", /base-uri/);
  assert.equal(without.results[0]?.uri, "/x");
  const double = await runAction({ uris: "//x\n/y", "base-uri": server.origin });
  assert.deepEqual(double.results.map(({ state }) => state), ["ERR", "OK"]); // biome-ignore format: short
});

/** Values of `base-uri` that are refused, and why. */
const refused = [
  ["a.example", /not an http\(s\) URI/],
  ["/x", /not an http\(s\) URI/],
  ["ftp://a.example/", /not an http\(s\) URI/],
  ["https://", /not a valid URI/],
  ["https://a.example/?x", /query or a fragment/],
  ["https://a.example?", /query or a fragment/],
  ["https://a.example/#x", /query or a fragment/],
  ["https://a.example/ https://b.example/", /blank/],
  ["https://a.example/,https://b.example/", /one URI per line/],
  ["https://ann:s3cret/pw@a.example/", /percent-encode/],
  ["https://ann:p@s3cret/pw@a.example/", /percent-encode/],
] as const;

test("a bad base-uri is refused by name before any request, and its credentials are not shown", async (t) => {
  const server = await startServer(t);
  for (const [value, reason] of refused) {
    const run = await runAction({ uris: `${server.origin}/\n/x`, "base-uri": value });
    const errors = run.log.filter((line) => line.startsWith("::error::"));
    assert.deepEqual([run.code, errors.length], [1, 1]);
    assert.match(errors[0] ?? "", /^::error::base-uri: ".*" is not accepted: .*; accepted: an http\(s\) URI without/);
    assert.match(errors[0] ?? "", reason, value);
    assertHidden(run, ["s3cret"]);
  }
  assert.equal(server.connections, 0);
});
