import assert from "node:assert/strict";
import { test } from "node:test";
import { resultLines, runAction } from "../helpers/action.ts";
import { observe } from "../helpers/observe.ts";
import { assertCounted, reply, reset, type ScriptedServer, startScripted, tallyOf } from "../helpers/scripted.ts";
import { startServer } from "../helpers/server.ts";

const mebibyte = 1024 * 1024;

const cuts = [
  { bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nCANARY", by: "FIN" },
  { bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nCANARY", by: "RST" },
  { bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nCANARY\r\n", by: "FIN" },
  { bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nCANARY\r\n", by: "RST" },
  { bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nCANARY", by: "FIN" },
  { bytes: "HTTP/1.1 200 OK\r\n\r\nCANARY", by: "RST" },
  { bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", by: "FIN" },
] as const;

for (const settings of [{}, { tls: "server" }] as const) {
  test(`a body cut short is an error after a 200, and the next URI is still checked: ${"tls" in settings ? "https" : "http"}`, async (t) => {
    const next = await startServer(t);
    const start = ({ bytes, by }: (typeof cuts)[number]): Promise<ScriptedServer> => {
      const started: Promise<ScriptedServer> = startScripted(
        t,
        ({ socket }) => {
          socket.write(bytes, () =>
            setImmediate(async () => (by === "FIN" ? socket.end() : reset((await started).server, socket))),
          );
          return null;
        },
        settings,
      );
      return started;
    };
    const servers = await Promise.all(cuts.map(start));
    const run = await runAction({
      uris: servers.flatMap(({ origin }) => [`${origin}/cut`, next.origin]).join("\n"),
      timeout: "30s",
    });
    const cause = "the connection was closed in the middle of the body (ECONNRESET)";
    const lines = servers.flatMap(({ origin }) => [`[ERR] ${origin}/cut: ${cause}`, `[OK] ${next.origin}`]);
    assert.deepEqual(resultLines(run), lines);
    assert.deepEqual([run.code, run.stderr], [1, ""]);
    assert.ok(run.ms < 20_000, "it did not wait for the timeout");
    assert.ok(!(run.log.join("\n") + run.files).includes("CANARY"));
    assert.ok(servers.every(({ asked }) => asked.length === 1));
    assertCounted(run, ...servers.map(({ tally }) => tally), tallyOf(next));
  });
}

test("a body whose chunks are no chunks is an error, on a new connection and on a kept one", async (t) => {
  const next = await startServer(t);
  const server = await startScripted(t, ({ path }) =>
    path === "/fine" ? reply() : "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nCANARY\r\nCANARY\r\n0\r\n\r\n",
  );
  const run = await runAction({
    uris: [`${server.origin}/bad`, `${server.origin}/fine`, `${server.origin}/bad`, next.origin].join("\n"),
  });
  const bad = `[ERR] ${server.origin}/bad: the answer is not valid HTTP (HPE_INVALID_CHUNK_SIZE)`;
  assert.deepEqual(resultLines(run), [bad, `[OK] ${server.origin}/fine`, bad, `[OK] ${next.origin}`]);
  assert.deepEqual([run.code, run.stderr, server.asked.length], [1, "", 3]);
  assert.ok(!run.files.includes("CANARY"));
  assertCounted(run, server.tally, tallyOf(next));
});

test("a body that drips or falls silent is an error at the deadline", async (t) => {
  const next = await startServer(t);
  const silent = await startScripted(t, () => "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789");
  const dripping = await startScripted(t, ({ socket }) => {
    const timer = setInterval(() => socket.write("x"), 20);
    socket.on("close", () => clearInterval(timer));
    return "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
  });
  const run = await runAction({ uris: [silent.origin, dripping.origin, next.origin].join("\n"), timeout: "1s" });
  const late = "timed out after 1 s reading the body (ETIMEDOUT)";
  assert.deepEqual(resultLines(run), [
    `[ERR] ${silent.origin}: ${late}`,
    `[ERR] ${dripping.origin}: ${late}`,
    `[OK] ${next.origin}`,
  ]);
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  assertCounted(run, silent.tally, dripping.tally, tallyOf(next));
  for (const { server } of [silent, dripping]) await server.until(() => server.open.size === 0);
});

for (const [kind, head] of [
  ["chunked", "Transfer-Encoding: chunked"],
  ["as long as the connection", "X-Length: none"],
]) {
  test(`an endless body (${kind}) is read for one MiB, then its connection is closed; the status counts`, async (t) => {
    const piece = "x".repeat(64 * 1024);
    const bytes = kind === "chunked" ? `10000\r\n${piece}\r\n` : piece;
    const endless = await startScripted(t, ({ socket }) => {
      const pour = (): void => {
        while (socket.writable && socket.write(bytes));
      };
      socket.on("drain", pour);
      setImmediate(pour);
      return `HTTP/1.1 200 OK\r\n${head}\r\n\r\n`;
    });
    const next = await startServer(t);
    const { setting, read } = observe(t);
    const run = await runAction(
      { uris: [`${endless.origin}/1`, `${endless.origin}/2`, next.origin].join("\n"), timeout: "30s" },
      setting,
    );
    assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "3"]);
    assert.ok(run.ms < 20_000, "it did not wait for the timeout");
    const [first = 0, second = 0] = read().bytesRead;
    // One read of the socket is 64 KiB at most: https://github.com/libuv/libuv (uv__read's suggested size).
    for (const read of [first, second])
      assert.ok(read > mebibyte && read <= mebibyte + 2 * 65_536, `${read} bytes were read`);
    await endless.server.until(() => endless.server.open.size === 0);
    assertCounted(run, { connections: 2, reused: 0 }, tallyOf(next));
  });
}

test("a body of exactly one MiB leaves its connection open for the next check, a byte more does not", async (t) => {
  const server = await startServer(t, (request, answer) => {
    const size = mebibyte + (request.url?.includes("more") ? 1 : 0);
    if (request.url?.includes("length")) answer.setHeader("Content-Length", size);
    answer.write(Buffer.alloc(size - 5));
    answer.end(Buffer.alloc(5));
  });
  const paths = ["/length", "/chunked", "/length-more", "/length", "/chunked-more", "/chunked"];
  const run = await runAction({ uris: paths.map((path) => server.origin + path).join("\n") });
  assert.deepEqual([run.code, run.stderr], [0, ""]);
  assert.deepEqual(
    server.requests.map(({ connection }) => connection),
    [1, 1, 1, 2, 2, 3],
  );
  assertCounted(run, tallyOf(server));
});

test("a compressed body is drained like any other", async (t) => {
  const server = await startServer(t, (_, answer) => {
    answer.setHeader("Content-Encoding", "gzip");
    answer.end(Buffer.from("this is no gzip, and nobody unpacks it"));
  });
  const run = await runAction({ uris: `${server.origin}/1\n${server.origin}/2` });
  assert.equal(run.code, 0);
  assertCounted(run, { connections: 1, reused: 1 }, { connections: 0, reused: 0 });
  assert.deepEqual(tallyOf(server), { connections: 1, reused: 1 });
});
