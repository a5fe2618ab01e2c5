import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseHeaders } from "../../src/inputs/headers.ts";
import { runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** Name and value pairs as they came over the wire, in any order. */
function pairs(rawHeaders: readonly string[] | undefined): string[] {
  return (rawHeaders ?? [])
    .flatMap((name, index, all) => (index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : []))
    .sort();
}

test("a check is a plain GET with User-Agent, Accept, Host and nothing else but what keeps the connection", async (t) => {
  const methods: unknown[] = [];
  const server = await startServer(t, (request, answer) => {
    methods.push(request.method, request.httpVersion);
    request.on("data", (chunk) => methods.push(String(chunk))).on("end", () => answer.end("ok"));
  });
  const run = await runAction({ uris: `${server.origin}/a?b=c#d` });
  assert.equal(run.code, 0);
  assert.deepEqual(methods, ["GET", "1.1"]);
  const [seen] = server.requests;
  assert.equal(seen?.url, "/a?b=c");
  assert.deepEqual(pairs(seen?.rawHeaders), [
    "Accept: */*",
    "Connection: keep-alive",
    `Host: 127.0.0.1:${server.port}`,
    `User-Agent: uptimemon/${version}`,
  ]);
});

test("headers are sent with every request, Latin-1 ones and repeated ones too", async (t) => {
  const server = await startServer(t);
  const headers = [
    "X-Plain: one",
    "",
    "x-spaces:   two words\t",
    "X-Latin: caf\u00e9 \u00fc\u00ff",
    "X-Colon: a:b: c",
    "X-Twice: 1",
    "X-Twice: 2",
    "X-Empty:",
    "!#$%&'*+.^_`|~: x",
  ];
  const run = await runAction({ uris: `${server.origin}/1\n${server.origin}/2`, headers: headers.join("\r\n") });
  assert.deepEqual([run.code, run.stderr, server.requests.length], [0, "", 2]);
  for (const { rawHeaders } of server.requests) {
    const sent = pairs(rawHeaders);
    const expected = [
      "X-Plain: one",
      "x-spaces: two words",
      "X-Latin: caf\u00e9 \u00fc\u00ff",
      "X-Colon: a:b: c",
      "X-Twice: 1",
      "X-Twice: 2",
      "X-Empty: ",
      "!#$%&'*+.^_`|~: x",
    ];
    for (const header of expected) assert.ok(sent.includes(header), `${header} in ${sent.join(" | ")}`);
    assert.equal(sent.length, expected.length + 4);
  }
});

test("headers override User-Agent, Accept and Host whatever their case", async (t) => {
  const server = await startServer(t);
  const run = await runAction({
    uris: server.origin,
    headers: "user-AGENT: mine/2\naccept: text/html\nhOST: other.example",
  });
  assert.equal(run.code, 0);
  assert.deepEqual(
    pairs(server.requests[0]?.rawHeaders),
    ["Connection: keep-alive", "accept: text/html", "hOST: other.example", "user-AGENT: mine/2"].sort(),
  );
});

const refused = [
  "connection",
  "keep-alive",
  "content-length",
  "transfer-encoding",
  "expect",
  "upgrade",
  "te",
  "trailer",
  "proxy-authorization",
  "proxy-connection",
  "proxy-x",
];

test("names that belong to the connection are refused, each with its line, and no value is shown", async (t) => {
  const server = await startServer(t);
  const run = await runAction({
    uris: server.origin,
    headers: `X-Good: fine\n${refused.map((name) => `${name}: s3cretvalue`).join("\n")}`,
  });
  assert.deepEqual([run.code, run.stderr, server.connections], [1, "", 0]);
  const problems = (run.log.find((line) => line.startsWith("::error::")) ?? "").slice(9).split("%0A");
  assert.equal(problems.length, refused.length);
  for (const [index, name] of refused.entries()) {
    assert.ok(problems[index]?.startsWith(`headers: line ${index + 2}`), problems[index]);
    assert.match(problems[index] ?? "", new RegExp(`\\b${name}\\b.*; accepted: .`));
  }
  assert.doesNotMatch(run.log.join("\n") + run.files, /s3cretvalue/);
});

test("they are refused whatever their case", () => {
  for (const name of refused.flatMap((one) => [
    one.toUpperCase(),
    one.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  ])) {
    const { problems, request } = parseHeaders(`${name}: x`);
    assert.equal(problems.length, 1, name);
    assert.ok(!request.own.some((header) => header.name === name));
  }
});

test("names that only begin like those of the connection are sent", async (t) => {
  const server = await startServer(t);
  const names = [
    "Connection-Id",
    "X-Upgrade",
    "Upgrade-Insecure-Requests",
    "TE-x",
    "Trailers",
    "Expect-CT",
    "Content-Length-Hint",
    "Proxy",
    "X-Proxy-Y",
    "Keep-Alive-X",
  ];
  const run = await runAction({ uris: server.origin, headers: names.map((name) => `${name}: 1`).join("\n") });
  assert.equal(run.code, 0);
  for (const name of names) assert.ok(server.requests[0]?.rawHeaders.includes(name), name);
});

/** Lines that are no header; none of them may be shown beyond the name of the header. */
const badHeaders = [
  ["Authorization Bearer s3cretvalue", /line 1 has no colon/],
  [" s3cretvalue", /line 1 has no colon/],
  [": s3cretvalue", /line 1 /],
  ["s3cretvalue/x=: y", /line 1 /],
  ["X Y: s3cretvalue", /line 1 /],
  ["X-\u00dc: s3cretvalue", /line 1 /],
  ["X-Euro: s3cretvalue \u20ac", /line 1: .*X-Euro/],
  ["X-Emoji: s3cretvalue \u{1f511}", /line 1: .*X-Emoji/],
  ["X-Control: s3cretvalue\u0001", /line 1: .*X-Control/],
  ["X-Delete: s3cretvalue\u007f!", /line 1: .*X-Delete/],
  ["X-Escape: s3cretvalue\u001b[2J", /line 1: .*X-Escape/],
  ["Authorization: Bearer s3cretvalue\u2028x", /line 1: .*Authorization/],
] as const;

test("a bad line of headers is named by line and header, never by its value", async (t) => {
  const server = await startServer(t);
  const all = badHeaders.map(([line]) => line).join("\n");
  for (const headers of [all, ...badHeaders.map(([line]) => line)]) {
    const run = await runAction({ uris: server.origin, headers });
    const problems = (run.log.find((line) => line.startsWith("::error::")) ?? "").slice(9).split("%0A");
    const expected = headers === all ? badHeaders : badHeaders.filter(([line]) => line === headers);
    assert.deepEqual([run.code, run.stderr, problems.length], [1, "", expected.length]);
    for (const [index, [, pattern]] of expected.entries()) {
      const problem = (problems[index] ?? "").replace(`line ${index + 1}`, "line 1");
      assert.match(problem, /^headers: .*; accepted: ./);
      assert.match(problem, pattern);
    }
    assert.doesNotMatch(run.log.join("\n") + run.files, /s3cretvalue/);
  }
  assert.equal(server.connections, 0);
});
