import assert from "node:assert/strict";
import { test } from "node:test";
import { resultLines, runAction } from "../helpers/action.ts";
import { assertCounted, reply, startScripted, tallyOf } from "../helpers/scripted.ts";
import { startRaw, startServer } from "../helpers/server.ts";

const interim = "HTTP/1.1 100 Continue\r\n\r\n";

/** Whole answers, and the status that each of them is. After all of them the connection can be used again. */
const answers: readonly { name: string; bytes: string; status: number }[] = [
  { name: "an empty body", bytes: reply(""), status: 200 },
  { name: "204", bytes: "HTTP/1.1 204 No Content\r\n\r\n", status: 204 },
  { name: "304 with a Content-Length", bytes: "HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\n\r\n", status: 304 },
  {
    name: "304 with Transfer-Encoding",
    bytes: "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n",
    status: 304,
  },
  {
    name: "an empty chunked body",
    bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    status: 200,
  },
  {
    name: "a trailer",
    bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n2\r\nok\r\n0\r\nX: y\r\n\r\n",
    status: 200,
  },
  {
    name: "401",
    bytes: reply("no", { status: "401 Unauthorized", headers: ['WWW-Authenticate: Basic realm="x"'] }),
    status: 401,
  },
  { name: "407 without a proxy", bytes: reply("no", { status: "407 Proxy Authentication Required" }), status: 407 },
  { name: "100 once", bytes: interim + reply(), status: 200 },
  { name: "100 fifty times", bytes: interim.repeat(50) + reply(), status: 200 },
  { name: "102 three times", bytes: "HTTP/1.1 102 Processing\r\n\r\n".repeat(3) + reply(), status: 200 },
  {
    name: "103 with links",
    bytes: `HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n${reply()}`,
    status: 200,
  },
  {
    name: "103 before a 404",
    bytes: `HTTP/1.1 103 Early Hints\r\n\r\n${reply("", { status: "404 Not Found" })}`,
    status: 404,
  },
  {
    name: "426",
    bytes: reply("", { status: "426 Upgrade Required", headers: ["Upgrade: TLS/1.3", "Connection: Upgrade"] }),
    status: 426,
  },
  { name: "an offer of h2", bytes: reply("ok", { headers: ["Upgrade: h2", "Connection: Upgrade"] }), status: 200 },
  { name: "an offer of h2c", bytes: reply("ok", { headers: ["Upgrade: h2c"] }), status: 200 },
  { name: "an unknown status", bytes: reply("", { status: "299 Odd" }), status: 299 },
  { name: "a status beyond all classes", bytes: reply("", { status: "999 Denied" }), status: 999 },
  { name: "no words after the status", bytes: "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", status: 200 },
  {
    name: "HTTP/1.0 that keeps the connection",
    bytes: "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok",
    status: 200,
  },
  {
    name: "a folded and an empty header",
    bytes: "HTTP/1.1 200 OK\r\nX-Empty:\r\nContent-Length: 2\r\n\r\nok",
    status: 200,
  },
  { name: "100 kB of headers", bytes: reply("ok", { headers: [`X-Long: ${"x".repeat(100_000)}`] }), status: 200 },
  {
    name: "100 kB of headers in many",
    bytes: reply("ok", { headers: Array.from({ length: 1000 }, (_, i) => `X-${i}: ${"x".repeat(90)}`) }),
    status: 200,
  },
];

for (const settings of [{}, { tls: "server" }] as const) {
  test(`answers of every kind leave their ${"tls" in settings ? "https" : "http"} connection open for the next check`, async (t) => {
    const server = await startScripted(t, ({ path }) => answers[Number(path.slice(1))]?.bytes ?? null, settings);
    const run = await runAction({
      uris: answers.map((_, index) => `${server.origin}/${index}`).join("\n"),
      timeout: "30s",
    });
    assert.deepEqual(
      run.results.map(({ status, state, reused }, index) => ({ name: answers[index]?.name, status, state, reused })),
      answers.map(({ name, status }, index) => ({
        name,
        status,
        state: status === 200 ? "OK" : "NOK",
        reused: index > 0,
      })),
    );
    assert.equal(run.stderr, "");
    assert.equal(server.server.connections, 1);
    assertCounted(run, server.tally);
  });
}

test("a 101 that nobody asked for is a status like any other; its connection is given up, and the run goes on", async (t) => {
  const server = await startScripted(t, ({ path }) =>
    path === "/switch"
      ? "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\x81\x05hello"
      : reply(),
  );
  const uris = [
    `${server.origin}/switch`,
    `${server.origin}/1`,
    `${server.origin}/switch`,
    `${server.origin}/2`,
    `${server.origin}/switch 101`,
    `${server.origin}/switch 101 hello`,
    `${server.origin}/switch 101 !hello`,
  ];
  const run = await runAction({ uris: uris.join("\n"), timeout: "30s" });
  assert.deepEqual(resultLines(run), [
    `[NOK] ${server.origin}/switch: 101`,
    `[OK] ${server.origin}/1`,
    `[NOK] ${server.origin}/switch: 101`,
    `[OK] ${server.origin}/2`,
    `[OK] ${server.origin}/switch`,
    `[NOK] ${server.origin}/switch: 101, text not found`,
    `[OK] ${server.origin}/switch`,
  ]);
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  assert.ok(run.ms < 20_000, "it did not wait for the timeout");
  assert.deepEqual(
    server.asked.map(({ connection }) => connection),
    [1, 2, 2, 3, 3, 4, 5],
  );
  assertCounted(run, server.tally);
});

/** What is not HTTP, and the code that says why. */
const violations: readonly { name: string; bytes: string; cause: string }[] = [
  {
    name: "two lengths",
    bytes: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok",
    cause: "the answer is not valid HTTP (HPE_UNEXPECTED_CONTENT_LENGTH)",
  },
  {
    name: "a page without a head",
    bytes: "<html>CANARY</html>\r\n\r\n",
    cause: "the answer is not valid HTTP (HPE_INVALID_CONSTANT)",
  },
  { name: "an SSH banner", bytes: "SSH-2.0-CANARY\r\n", cause: "the answer is not valid HTTP (HPE_INVALID_CONSTANT)" },
  {
    name: "a bad length",
    bytes: "HTTP/1.1 200 OK\r\nContent-Length: CANARY\r\n\r\n",
    cause: "the answer is not valid HTTP (HPE_INVALID_CONTENT_LENGTH)",
  },
  {
    name: "HTTP/2",
    bytes: "\0\0\x06\x04\0\0\0\0\0CANARY",
    cause: "the answer is not valid HTTP (HPE_INVALID_CONSTANT)",
  },
  {
    name: "200 kB of headers",
    bytes: `HTTP/1.1 200 OK\r\nX: ${"CANARY".repeat(33_334)}\r\n\r\n`,
    cause: "the headers of the answer are over 128 KiB (HPE_HEADER_OVERFLOW)",
  },
];

/** What breaks a rule of RFC 9112, and is read by curl and browsers all the same. */
const tolerated: readonly (readonly [name: string, bytes: string])[] = [
  ["a header value over several lines", "HTTP/1.1 200 OK\r\nX: a,\r\n b,\r\n\tc\r\nContent-Length: 2\r\n\r\nok"],
  ["bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 2\nX: y\n\nok"],
  [
    "a length and chunks",
    "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
  ],
  ["a control character in a header", "HTTP/1.1 200 OK\r\nX: y\x01\r\nContent-Length: 2\r\n\r\nok"],
  ["blanks behind a chunk size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2  \r\nok\r\n0\r\n\r\n"],
];

test("an answer that curl and browsers read is an answer, and its connection is used again", async (t) => {
  const server = await startScripted(t, ({ path }) => tolerated[Number(path.slice(1))]?.[1] ?? reply());
  const run = await runAction({
    uris: tolerated.map(([name], index) => `# ${name}\n${server.origin}/${index} 200 ok`).join("\n"),
    timeout: "30s",
  });
  assert.deepEqual(
    run.results.map(({ state, message }) => [state, message]),
    tolerated.map(() => ["OK", ""]),
  );
  assertCounted(run, { connections: 1, reused: tolerated.length - 1 });
});

test("no number of headers up to 128 KiB is too many, and the last one counts", async (t) => {
  const many = Array.from({ length: 5000 }, (_, index) => `X-${index}: y`);
  const server = await startScripted(t, ({ path }) =>
    path === "/" ? reply("", { status: "302 Found", headers: [...many, "Location: /end"] }) : reply(),
  );
  const run = await runAction({ uris: `${server.origin}/` });
  assert.deepEqual([run.code, run.results[0]?.redirects], [0, [`${server.origin}/end`]]);
});

test("an answer that is not HTTP is an error in one line of our own words, and the run goes on", async (t) => {
  const bad = await startScripted(t, ({ path }) => violations[Number(path.slice(1))]?.bytes ?? null);
  const next = await startServer(t);
  const run = await runAction({
    uris: violations.flatMap((_, index) => [`${bad.origin}/${index}`, next.origin]).join("\n"),
    timeout: "30s",
  });
  assert.deepEqual(
    resultLines(run),
    violations.flatMap(({ cause }, index) => [`[ERR] ${bad.origin}/${index}: ${cause}`, `[OK] ${next.origin}`]),
  );
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  assert.ok(run.ms < 20_000, "it did not wait for the timeout");
  assert.ok(!(run.log.join("\n") + run.files).includes("CANARY"));
  assert.equal(bad.asked.length, violations.length);
  assertCounted(run, bad.tally, tallyOf(next));
});

test("a server that speaks first is no HTTP server", async (t) => {
  const ssh = await startRaw(t, (socket) => socket.write("SSH-2.0-CANARY\r\n"));
  const run = await runAction({ uris: `${ssh.origin}\n${ssh.origin}`, timeout: "30s" });
  const line = `[ERR] ${ssh.origin}: the answer is not valid HTTP (HPE_INVALID_CONSTANT)`;
  assert.deepEqual(resultLines(run), [line, line]);
  assertCounted(run, { connections: ssh.connections, reused: 0 });
  assert.equal(ssh.connections, 2);
});

test("bytes after the end of an answer are not taken for the next one", async (t) => {
  const server = await startScripted(
    t,
    () => reply("first") + reply("CANARY", { status: "500 Internal Server Error" }),
  );
  const run = await runAction({ uris: `${server.origin}/1\n${server.origin}/2` });
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "2"]);
  assertCounted(run, server.tally);
});

/** Answers that are complete before what a server sends behind them. */
const complete: Readonly<Record<string, string>> = {
  "a length": reply("ok"),
  "a length of 0": reply(""),
  "204": "HTTP/1.1 204 No Content\r\n\r\n",
  "304": "HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n",
  chunks: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
  "a close": reply("ok", { headers: ["Connection: close"] }),
  "an interim answer": `HTTP/1.1 103 Early Hints\r\n\r\n${reply("ok")}`,
};
const behind = [
  "<html>more</html>",
  "ok",
  "\r\n",
  "\n",
  "0\r\n\r\n",
  "\0",
  "HTTP/1.1 2",
  "HTTP/1.1 100 Continue\r\n\r\n",
];

for (const settings of [{}, { tls: "server" }] as const) {
  test(`a complete answer stands whatever comes behind it, and wherever packets end: ${"tls" in settings ? "https" : "http"}`, async (t) => {
    const cases = Object.entries(complete).flatMap(([name, answer]) =>
      behind.flatMap((more) =>
        // One packet, one that ends a byte before or behind the end of the answer, and one for each of the two.
        [0, answer.length - 1, answer.length, answer.length + 1].map((end) => ({
          name: `${name}, then ${JSON.stringify(more)}, cut at ${end - answer.length}`,
          packets: [answer.slice(0, end), (answer + more).slice(end)].filter((packet) => packet !== ""),
        })),
      ),
    );
    const server = await startScripted(
      t,
      ({ path, socket }) => {
        const { packets = [] } = cases[Number(path.slice(1))] ?? {};
        const [first = "", second] = packets;
        socket.setNoDelay(true);
        if (second !== undefined) socket.write(first, () => setImmediate(() => socket.write(second)));
        return second === undefined ? first : null;
      },
      settings,
    );
    const run = await runAction({
      uris: cases.map((_, index) => `${server.origin}/${index}`).join("\n"),
      "expected-status": "200,204,304",
      timeout: "30s",
    });
    const down = run.report.results.flatMap(({ state, message }, index) =>
      state === "OK" ? [] : [`${cases[index]?.name}: ${message}`],
    );
    assert.deepEqual([down, run.code, run.stderr], [[], 0, ""]);
    assert.ok(run.report.results.every(({ attempts }) => attempts === 1));
  });
}
