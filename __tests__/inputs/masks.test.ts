import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHeaders } from "../../src/inputs/headers.ts";
import { type Run, runAction } from "../helpers/action.ts";
import { assertHidden, basic, masks } from "../helpers/secrets.ts";
import { startServer } from "../helpers/server.ts";

function warnings({ log }: Run): string[] {
  return log.filter((line) => line.startsWith("::warning"));
}

/** Headers whose name says that they are confidential, and whose value is no secret, or too short for a mask. */
const noSecrets = [
  "x-vercel-set-bypass-cookie: true",
  "X-Atlassian-Token: no-check",
  "X-CSRF-Token: Fetch",
  "X-Auth-Mode: none",
  "X-Token-Version: 1",
  "X-Author: alice",
  "X-Author: alice-smith",
  "X-Monkey: up",
  "X-Session: FALSE",
  "X-Access: disabled",
  "X-Key: abcde",
  "Authorization: Bearer abcde",
  "Authorization: Negotiate",
  "Cookie: a=b",
  "Cookie: session=",
  "Cookie: session=; remember=",
  "Access-Control-Request-Headers: content-type",
  "X-Trace: 0123456789abcdef",
];

test("a mask of a word that is no secret, or of a few letters, would blank the log of the whole job: there is none", async (t) => {
  const server = await startServer(t);
  for (const header of noSecrets) {
    const run = await runAction({ uris: server.origin, headers: header });
    assert.deepEqual([run.code, masks(run)], [0, []], header);
  }
  for (const userinfo of ["e:1", "ann:abc", "abc", "ann:true", ":no"]) {
    const run = await runAction({ uris: `http://${userinfo}@127.0.0.1:${server.port}/` });
    const short = masks(run).filter((mask) => mask.length < 8);
    assert.deepEqual([run.code, short], [0, []], userinfo);
  }
});

/** Headers with a secret, and all that is masked of them. */
const secrets: readonly (readonly [header: string, ...masks: string[]])[] = [
  ["x-vercel-protection-bypass: s3cret", "s3cret"],
  ["CF-Access-Client-Id: abc.access", "abc.access"],
  ["CF-Access-Client-Secret: abcdef", "abcdef"],
  ["x-origin-verify: abcdef", "abcdef"],
  ["X-Authorized-Client: abcdef", "abcdef"],
  ["Authorization: Bearer abcdef", "abcdef"],
  ["X-Token: Bearer abcdef", "abcdef"],
  ["X-Secret: two words", "two words"],
  ["Authorization: Custom abc def", "abc def"],
  [`Authorization: ${basic("ann:pass")}`, "YW5uOnBhc3M=", "ann:pass", "pass"],
  ["Cookie: lang=en; id=abcdef", "lang=en; id=abcdef", "abcdef"],
];

test("a secret is masked without the word of its scheme", async (t) => {
  const server = await startServer(t);
  for (const [header, ...expected] of secrets) {
    const run = await runAction({ uris: server.origin, headers: header });
    assert.deepEqual(masks(run), expected, header);
  }
});

test("a password of four characters is masked, and so are its decoded and Base64 forms", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: `http://ann:p%21ss@127.0.0.1:${server.port}/` });
  assert.deepEqual(masks(run).sort(), ["p%21ss", "p!ss", basic("ann:p!ss").slice(6)].sort());
});

test("of several lines, which the runner would mask one by one, only those that are long enough are masked", async (t) => {
  const server = await startServer(t);
  const uris = ["ann:x%0As3cret%0D%0A", "ann:a%0Ab%0Ac%0Ad"].map((pair) => `http://${pair}@127.0.0.1:${server.port}/`);
  const basics = ["ann:s3cret-pw\n", "ann:x\ns3cret-line"].map((pair) => `Authorization: ${basic(pair)}`);
  const run = await runAction({ uris: uris.join("\n"), headers: [...basics, "X-Key: x%0As3cret-key"].join("\n") });
  assert.equal(run.code, 0, run.log.join("\n"));
  for (const mask of ["s3cret", "s3cret-pw", "ann:s3cret-pw", "s3cret-line", "s3cret-key"])
    assert.ok(masks(run).includes(mask), mask);
  const lines = masks(run).flatMap((mask) => mask.split(/[\r\n]+/));
  assert.deepEqual(
    lines.filter((line) => line.length < 4),
    [],
  );
});

const missing = [
  ["Authorization: Bearer", /line 1: Authorization has nothing behind Bearer/],
  ["authorization: token ", /line 1: authorization has nothing behind token/],
  ["X-Auth: BASIC\t", /line 1: X-Auth has nothing behind BASIC/],
  ["PRIVATE-TOKEN:", /line 1: PRIVATE-TOKEN has an empty value/],
  ["X-Anything:   ", /line 1: X-Anything has an empty value/],
  [`Authorization: ${basic(":")}`, /line 1: Authorization has neither user nor password/],
] as const;

test("a header that was made of a secret which is not there is sent, with a warning", async (t) => {
  const server = await startServer(t);
  for (const [header, pattern] of missing) {
    const run = await runAction({ uris: server.origin, headers: header });
    const [warning = "", ...others] = warnings(run);
    assert.deepEqual([run.code, others, masks(run)], [0, [], []], header);
    assert.match(warning, pattern);
    assert.match(warning, /^::warning::headers: .*: is the secret defined\?$/);
  }
  assert.equal(server.requests.length, missing.length);
  assert.equal(server.requests[0]?.headers.authorization, "Bearer");
});

test("no warning of credentials for several origins where no header holds any", async (t) => {
  const servers = await Promise.all([startServer(t), startServer(t)]);
  const uris = servers.map(({ origin }) => origin).join("\n");
  for (const header of ["x-vercel-set-bypass-cookie: true", "X-Token-Version: 1", "X-Auth-Mode: none"])
    assert.deepEqual(warnings(await runAction({ uris, headers: header })), [], header);
});

test("every value from eight characters on is hidden in redirects, but those that tell nothing", () => {
  const hidden = (header: string): readonly string[] => parseHeaders(header).request.hidden;
  assert.deepEqual(hidden("X-Anything: 12345678"), ["12345678"]);
  for (const header of ["X-Anything: 1234567", "User-Agent: 12345678", "accept: text/html", "HOST: a.example.com"])
    assert.deepEqual(hidden(header), [], header);
  assert.deepEqual(hidden("Origin: https://a.example"), [], "redirects within the site begin with it");
  assert.deepEqual(hidden("Referer: https://a.example/"), []);
  assert.deepEqual(hidden("Referer: https://a.example/s3cret"), ["https://a.example/s3cret"]);
  assert.ok(hidden("X-Custom: Bearer 12345678").includes("12345678"));
});

test("what is hidden in redirects shows up nowhere else either", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(500).end());
  const run = await runAction({ uris: `${server.origin}\nexample.com`, headers: "X-Anything: CANARY-value" });
  assertHidden(run, ["CANARY"]);
});
