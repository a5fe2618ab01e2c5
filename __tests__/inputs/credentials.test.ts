import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { resultLines, runAction, temporaryFolder } from "../helpers/action.ts";
import { assertHidden, basic, masks } from "../helpers/secrets.ts";
import { closedPort, startServer } from "../helpers/server.ts";

/** Credentials as they stand in a URI, what they mean, and all that must be masked and hidden beside the Base64 form. */
const spellings: readonly { typed: string; pair: string; secrets: readonly string[] }[] = [
  { typed: "ann:Secret-1", pair: "ann:Secret-1", secrets: ["Secret-1"] },
  {
    typed: "ann%40corp.example:p%40ss%3Aw0rd",
    pair: "ann@corp.example:p@ss:w0rd",
    secrets: ["p%40ss%3Aw0rd", "p@ss:w0rd"],
  },
  { typed: "ann:p@ss:w0rd", pair: "ann:p@ss:w0rd", secrets: ["p@ss:w0rd"] },
  { typed: "ann:only100%", pair: "ann:only100%", secrets: ["only100%"] },
  { typed: "ann:%zz%2", pair: "ann:%zz%2", secrets: ["%zz%2"] },
  { typed: "ann:p%40ss-100%", pair: "ann:p@ss-100%", secrets: ["p%40ss-100%", "p@ss-100%"] },
  { typed: "ann:half=50%", pair: "ann:half=50%", secrets: ["half=50%"] },
  { typed: "änn:pässwörd", pair: "änn:pässwörd", secrets: ["pässwörd"] },
  { typed: "ann:%E2%82%AC-euro", pair: "ann:€-euro", secrets: ["%E2%82%AC-euro", "€-euro"] },
  { typed: "ann:plus+and%20space", pair: "ann:plus+and space", secrets: ["plus+and%20space", "plus+and space"] },
  { typed: "ann:quote\"'<&>", pair: "ann:quote\"'<&>", secrets: ["quote\"'<&>"] },
  { typed: "gh-token-without-password", pair: "gh-token-without-password:", secrets: ["gh-token-without-password"] },
  { typed: "user-before-empty:", pair: "user-before-empty:", secrets: ["user-before-empty"] },
  { typed: ":just-a-password", pair: ":just-a-password", secrets: ["just-a-password"] },
];

test("user:password@ is sent as Basic authentication, each URI its own, over the shared connection", async (t) => {
  const server = await startServer(t);
  const list = [
    ...spellings.map(({ typed }, index) => `http://${typed}@127.0.0.1:${server.port}/${index}`),
    `${server.origin}/none`,
  ];
  const run = await runAction({ uris: list.join("\n") });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    server.requests.map(({ headers }) => headers.authorization),
    [...spellings.map(({ pair }) => basic(pair)), undefined],
  );
  assert.equal(server.connections, 1);
  assert.deepEqual(
    run.results.map(({ uri }) => uri),
    [...spellings.map((_, index) => `${server.origin}/${index}`), `${server.origin}/none`],
  );
});

test("credentials are masked before anything else and shown nowhere, whatever becomes of their URI", async (t) => {
  const server = await startServer(t, (request, answer) => {
    answer.statusCode = request.url === "/up" ? 200 : 404;
    answer.end("ok");
  });
  const closed = await closedPort();
  const uris = spellings.flatMap(({ typed }) => [
    `http://${typed}@127.0.0.1:${server.port}/up`,
    `http://${typed}@127.0.0.1:${server.port}/down`,
    `http://${typed}@127.0.0.1:${server.port}/up 200 a text`,
    `http://${typed}@127.0.0.1:${closed}/`,
    `https://${typed}@127.0.0.1:${server.port}/`,
    `http://${typed}@127.0.0.1:${server.port}/ two words`,
  ]);
  const run = await runAction({ uris: uris.join("\n") });
  assert.deepEqual(
    [run.outputs["up"], run.outputs["failed"]],
    [String(spellings.length), String(5 * spellings.length)],
  );
  for (const { pair, secrets } of spellings) {
    const forms = [...secrets, basic(pair).slice("Basic ".length)];
    assertHidden(run, forms);
    for (const form of forms) assert.ok(masks(run).includes(form), `no mask for ${form}`);
  }
  assert.ok(run.log.slice(masks(run).length).every((line) => !line.startsWith("::add-mask::")));
  assert.equal(run.stderr, "");
});

test("a URI's own credentials win over an Authorization in headers, under whatever name", async (t) => {
  const server = await startServer(t);
  const list = `http://ann:Secret-1@127.0.0.1:${server.port}/a\n${server.origin}/b`;
  const run = await runAction({ uris: list, headers: "authorization: Bearer abcdefgh" });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    server.requests.map(({ rawHeaders }) =>
      rawHeaders.filter((_, index) => /^authorization$/i.test(rawHeaders[index - (index % 2)] ?? "")),
    ),
    [
      ["Authorization", basic("ann:Secret-1")],
      ["authorization", "Bearer abcdefgh"],
    ],
  );
});

test("credentials before an IPv6 address", async (t) => {
  const server = await startServer(t, undefined, { host: "::1" });
  const run = await runAction({ uris: `http://ann:p%40ss:w0rd@[::1]:${server.port}/x` });
  assert.equal(run.code, 0, run.log.join("\n"));
  const { authorization, host } = server.requests[0]?.headers ?? {};
  assert.deepEqual([authorization, host], [basic("ann:p@ss:w0rd"), `[::1]:${server.port}`]);
  assert.deepEqual(resultLines(run), [`[OK] http://[::1]:${server.port}/x`]);
  assertHidden(run, ["p@ss", "p%40ss"]);
});

test("credentials in uris-file are treated the same, in annotations too", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(500).end());
  const folder = temporaryFolder(t);
  writeFileSync(
    join(folder, "list.txt"),
    `http://ann:Secret-1@127.0.0.1:${server.port}/\nhttp//ann:Secret-2@b.example\n`,
  );
  const run = await runAction({ "uris-file": "list.txt" }, { cwd: folder });
  assert.equal(run.outputs["failed-uris"]?.split("\n")[0], `${server.origin}/`);
  assert.equal(run.log.filter((line) => line.startsWith("::error ")).length, 2);
  assertHidden(run, ["Secret-1", "Secret-2"]);
  for (const secret of ["Secret-1", "Secret-2"]) assert.ok(masks(run).includes(secret), `no mask for ${secret}`);
});

const mistakes = [
  "https://ann:Secret-1@a.example https://b.example",
  "https://a.example https://ann:Secret-1@b.example",
  "https://a.example,https://ann:Secret-1@b.example",
  "https://a.example,http://b.example,https://ann:Secret-1@c.example/x,https://d.example",
  "https://ann:Secret-1@a.example,b.example",
  "https://ann:Secret-1@a.example sometimes",
  "https://ann:Secret-1@a.example:99999/",
  "https://ann:Secret-1@[::1/",
  "https://ann:Secret-1@/path",
  "https://ann:Secret-1@",
  "https:/ann:Secret-1@a.example",
  "https:ann:Secret-1@a.example",
  "http//ann:Secret-1@a.example",
  "//ann:Secret-1@a.example/",
  "ann:Secret-1@a.example",
  "ftp://ann:Secret-1@a.example/",
  "postgres://ann:Secret-1@db.example:5432/x",
  "- https://ann:Secret-1@a.example",
  '"https://ann:Secret-1@a.example"',
  "'https://ann:Secret-1@a.example',",
  "<https://ann:Secret-1@a.example>",
  "[site](https://ann:Secret-1@a.example)",
  "url=https://ann:Secret-1@a.example",
  "url:https://ann:Secret-1@a.example",
  "https://ann:Secret-1/x@a.example/",
  "https://ann:Secret-1?x@a.example/",
  "https://ann:Secret-1#x@a.example/",
  "https://ann@corp.example:Secret-1/x@a.example/",
  "https://ann:x Secret-1@a.example/",
  "https://ann:x\u00a0Secret-1@a.example/",
  "https://ann:x\\Secret-1@a.example/",
  "https://Secret-1@a.example,b.example",
  "ftp://Secret-1@a.example/",
  "Secret-1@a.example",
  "https://ann:x@Secret-1@a.example,b.example",
];

test("a bad line never shows its credentials, whatever is wrong with it, and masks them", async () => {
  const run = await runAction({ uris: mistakes.join("\n") });
  assert.deepEqual([run.code, run.outputs["connections"], run.results.length], [1, "0", mistakes.length]);
  const leaks = mistakes.filter((_, index) => run.results[index]?.uri.includes("Secret-1"));
  assert.deepEqual(leaks, []);
  assertHidden(run, ["Secret-1"]);
  assert.ok(masks(run).includes("Secret-1"));
});

test("a bad line of 100 kB is searched for credentials at once", async (t) => {
  const folder = temporaryFolder(t);
  const lines = [
    "a".repeat(100_000),
    `https://a.example/${"b".repeat(100_000)} up`,
    `https://${"c:".repeat(50_000)}Secret-1@`,
    "d@".repeat(50_000),
  ];
  writeFileSync(join(folder, "list.txt"), lines.join("\n"));
  const run = await runAction({ "uris-file": "list.txt" }, { cwd: folder });
  assert.deepEqual([run.code, run.outputs["failed"]], [1, "4"]);
  assertHidden(run, ["Secret-1"]);
  // Time that grows with the square of the length is tens of seconds here.
  assert.ok(run.ms < 8000, `${run.ms} ms`);
});

test("what headers refuses, and any other bad input, is named without its credentials", async () => {
  const headers = [
    "Proxy-Authorization: Basic Secret-1",
    "Authorization: Bearer Secret-2\u0001",
    "Secret-3 without a colon",
    "Secret-4 in name: x",
  ];
  const run = await runAction({
    uris: "https://ann:Secret-5@a.example",
    "uris-file": "https://ann:Secret-6@a.example/list.txt",
    timeout: "never",
    headers: headers.join("\n"),
  });
  assert.equal(run.code, 1);
  assertHidden(
    run,
    [1, 2, 3, 4, 5, 6].map((number) => `Secret-${number}`),
  );
  for (const name of [
    "uris-file",
    "timeout",
    "headers: line 1: Proxy-Authorization",
    "Authorization has a character",
    "headers: line 3",
    "headers: line 4",
  ]) {
    assert.ok(run.summary.includes(name), name);
  }
});

test("a line break in a decoded password writes no line of its own", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: `http://ann:x%0A::error::forged%0D%0AX-Header:%20y@127.0.0.1:${server.port}/` });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.equal(server.requests[0]?.headers.authorization, basic("ann:x\n::error::forged\r\nX-Header: y"));
  assert.ok(!run.log.some((line) => line.startsWith("::error")));
  assert.equal(server.requests[0]?.headers["x-header"], undefined);
});
