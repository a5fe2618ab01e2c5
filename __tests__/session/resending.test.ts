import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { plainLog, resultLines, runAction } from "../helpers/action.ts";
import { habits, startClosing } from "../helpers/closing.ts";
import {
  type Asked,
  assertCounted,
  reply,
  reset,
  type ScriptedServer,
  startScripted,
  tallyOf,
} from "../helpers/scripted.ts";
import { closedPort, startRaw, startServer } from "../helpers/server.ts";

const kinds = [
  { scheme: "http", settings: {}, by: "FIN" },
  { scheme: "http", settings: {}, by: "RST" },
  { scheme: "https", settings: { tls: "server" }, by: "FIN" },
  { scheme: "https", settings: { tls: "server" }, by: "RST" },
] as const;

function close(server: Pick<ScriptedServer["server"], "open">, socket: Socket, by: "FIN" | "RST"): void {
  if (by === "FIN") socket.end();
  else reset(server, socket);
}

/** A server that answers the first request of a connection, and the second one with these bytes and its end. */
function startCut(
  t: TestContext,
  bytes: string,
  { settings, by }: Pick<(typeof kinds)[number], "settings" | "by">,
): Promise<ScriptedServer> {
  const started: Promise<ScriptedServer> = startScripted(
    t,
    ({ socket, nth }) => {
      if (nth === 1) return reply();
      socket.write(bytes, () => setImmediate(async () => close((await started).server, socket, by)));
      return null;
    },
    settings,
  );
  return started;
}

for (const { scheme, settings, by } of kinds) {
  test(`a kept ${scheme} connection that ends by ${by} before a byte of the answer: sent once more, which is no second attempt`, async (t) => {
    const closing: ScriptedServer = await startScripted(
      t,
      ({ socket, nth }) => {
        if (nth === 1) return reply();
        close(closing.server, socket, by);
        return null;
      },
      settings,
    );
    const other = await startServer(t, undefined, settings);
    const run = await runAction({
      uris: [`${other.origin}/1`, `${closing.origin}/1`, `${closing.origin}/2`, `${other.origin}/2`].join("\n"),
    });
    assert.deepEqual([run.code, run.stderr], [0, ""]);
    assert.deepEqual(
      run.results.map(({ attempts, reused, resent }) => ({ attempts, reused, resent })),
      [
        { attempts: 1, reused: false, resent: false },
        { attempts: 1, reused: false, resent: false },
        { attempts: 1, reused: false, resent: true },
        { attempts: 1, reused: true, resent: false },
      ],
    );
    assert.deepEqual(closing.asked.map(({ path, connection }) => `${path} ${connection}`).join(), "/1 1,/2 1,/2 2");
    // The connections of other origins are as good as before.
    assert.equal(other.connections, 1);
    assert.match(
      run.log.find((line) => line.startsWith(`[OK] ${closing.origin}/2`)) ?? "",
      /new connection, resent\)$/,
    );
    assert.match(run.summary, /new, \S+ ms, resent/);
    assertCounted(run, closing.tally, tallyOf(other));
  });

  test(`a new ${scheme} connection that ends by ${by} before a byte of the answer is an error, and no other is tried`, async (t) => {
    const server: ScriptedServer = await startScripted(
      t,
      ({ socket }) => {
        close(server.server, socket, by);
        return null;
      },
      settings,
    );
    const run = await runAction({ uris: server.origin, timeout: "30s" });
    assert.deepEqual(resultLines(run), [
      `[ERR] ${server.origin}: the connection was closed before an answer came (ECONNRESET)`,
    ]);
    assert.deepEqual([run.code, run.stderr, server.asked.length], [1, "", 1]);
    assert.deepEqual([run.results[0]?.resent, run.results[0]?.attempts], [false, 1]);
    assert.ok(run.ms < 15_000, "it did not wait for the timeout");
    assertCounted(run, { connections: 1, reused: 0 });
    assert.equal(server.server.connections, 1);
  });

  test(`a kept ${scheme} connection that ends by ${by} in the head of an answer: sent once more`, async (t) => {
    const begun = ["H", "HTTP/1.1 20", "HTTP/1.1 103 Early Hints\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Le"];
    const servers = await Promise.all(begun.map((bytes) => startCut(t, bytes, { settings, by })));
    const run = await runAction({
      uris: servers.flatMap(({ origin }) => ["/1", "/2", "/3"].map((path) => origin + path)).join("\n"),
      timeout: "30s",
    });
    assert.deepEqual([run.code, run.stderr], [0, ""]);
    assert.deepEqual(
      run.results.map(({ resent }) => resent),
      servers.flatMap(() => [false, true, true]),
    );
    for (const { asked } of servers)
      assert.equal(asked.map(({ path, connection }) => `${path} ${connection}`).join(), "/1 1,/2 1,/2 2,/3 2,/3 3");
    assertCounted(run, ...servers.map(({ tally }) => tally));
  });

  test(`a kept ${scheme} connection that ends by ${by} behind the head of an answer is an error: nothing is sent twice`, async (t) => {
    const begun = [
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1",
    ];
    const start = (bytes: string): Promise<ScriptedServer> => startCut(t, bytes, { settings, by });
    const servers = await Promise.all(begun.map(start));
    const run = await runAction({
      uris: servers.flatMap(({ origin }) => ["/1", "/2", "/3"].map((path) => origin + path)).join("\n"),
      timeout: "30s",
    });
    const lines = servers.flatMap(({ origin }) => [
      `[OK] ${origin}/1`,
      `[ERR] ${origin}/2: the connection was closed in the middle of the body (ECONNRESET)`,
      `[OK] ${origin}/3`,
    ]);
    assert.deepEqual(resultLines(run), lines);
    assert.deepEqual([run.code, run.stderr], [1, ""]);
    for (const { asked } of servers)
      assert.equal(asked.map(({ path, connection }) => `${path} ${connection}`).join(), "/1 1,/2 1,/3 2");
    // The answers whose end never came went over open connections too.
    assertCounted(run, ...servers.map(({ tally }) => ({ ...tally, reused: 1 })));
  });
}

for (const { scheme, settings, by } of kinds) {
  test(`an ${scheme} server that ends each new connection at once by ${by} is down, and every connection is counted`, async (t) => {
    const server = await startRaw(t, (socket) => close(server, socket, by), settings);
    const run = await runAction({
      uris: Array.from({ length: 20 }, (_, i) => `${server.origin}/${i}`).join("\n"),
      timeout: "30s",
    });
    for (const line of resultLines(run))
      assert.match(line, /^\[ERR\] \S+: the connection was closed [a-z ]+ \(ECONNRESET\)$/);
    assert.ok(run.ms < 15_000, "it did not wait for the timeout");
    assert.deepEqual([run.code, run.stderr, server.connections], [1, "", 20]);
    assertCounted(run, { connections: 20, reused: 0 });
  });
}

test("a line names a new connection only where one was opened, as the session's sentence does", async (t) => {
  const gone = await startScripted(t, ({ nth, socket }) => {
    if (nth === 1) return reply();
    gone.server.close();
    socket.destroy();
    return null;
  });
  const nobody = `http://127.0.0.1:${await closedPort()}`;
  const leading = await startServer(t, (request, answer) =>
    request.url === "/go" ? answer.writeHead(302, { location: `${nobody}/` }).end() : answer.end("ok"),
  );
  const uris = [gone.origin, leading.origin].map((origin) => `${origin}/`);
  const run = await runAction({ uris: [...uris, `${gone.origin}/2`, `${leading.origin}/go`].join("\n") });
  const refused = "connection refused (ECONNREFUSED)";
  assert.deepEqual(
    plainLog(run)
      .slice(0, 4)
      .map((line) => line.replace(/\(\S+ ms/, "(N ms")),
    [
      `[OK] ${uris[0]} (N ms, new connection)`,
      `[OK] ${uris[1]} (N ms, new connection)`,
      `[ERR] ${gone.origin}/2: ${refused} (N ms, resent)`,
      `[ERR] ${leading.origin}/go: ${refused} (N ms, redirected to ${nobody}/)`,
    ],
  );
  assert.ok(run.log.some((line) => line.includes(": 2 opened a connection, 2 used an open one, 2 got none.")));
});

test("when a kept connection turns out stale, the other idle ones of that origin are closed too", async (t) => {
  const together: Asked[] = [];
  // Four checks are answered at once, so that there are four connections; what comes over any of them later is never answered.
  const server = await startScripted(t, (asked) => {
    if (asked.connection > 4) return reply();
    if (asked.nth > 1) {
      asked.socket.destroy();
      return null;
    }
    together.push(asked);
    if (together.length === 4) for (const { socket } of together) socket.write(reply());
    return null;
  });
  const other = await startServer(t, async (request, answer) => {
    // These hold three of the four workers until only the fifth connection is left of the others' origin.
    if (request.url !== "/before")
      await server.server.until(() => server.server.connections === 5 && server.server.open.size === 1);
    answer.end("ok");
  });
  const uris = [
    ...["/1", "/2", "/3", "/4"].map((path) => server.origin + path),
    ...["/hold1", "/hold2", "/hold3"].map((path) => other.origin + path),
    `${server.origin}/stale`,
  ];
  const run = await runAction({ uris: uris.join("\n"), concurrency: "4", timeout: "30s" });
  assert.deepEqual(
    run.results.map(({ state, resent }) => [state, resent]),
    uris.map((_, index) => ["OK", index === 7]),
  );
  assert.deepEqual(
    [...server.asked.map(({ connection }) => connection)].sort(),
    [1, 2, 3, 4, server.asked[4]?.connection, 5].sort(),
  );
  assertCounted(run, { connections: 5, reused: 0 }, tallyOf(other));
});

test("twenty checks at a time over servers that close kept connections: all up, and every connection counted", async (t) => {
  const servers = await Promise.all(habits.map((habit) => startClosing(t, habit)));
  const uris = Array.from({ length: 300 }, (_, i) => `${servers[i % servers.length]?.origin}/${i}`);
  const run = await runAction({ uris: uris.join("\n"), concurrency: "20" });
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "300"]);
  assertCounted(run, ...servers.map(({ tally }) => tally));
});

test("a connection whose end is announced is never used again: nothing is sent twice", async (t) => {
  const closed = await startScripted(t, ({ socket }) => {
    setImmediate(() => socket.end());
    return reply("ok", { headers: ["Connection: close"] });
  });
  const old = await startScripted(t, ({ socket }) => {
    setImmediate(() => socket.end());
    return "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok";
  });
  const endless = await startScripted(t, ({ socket }) => {
    setImmediate(() => socket.end());
    return "HTTP/1.1 200 OK\r\n\r\nas long as the connection lasts";
  });
  const short = await startServer(t, undefined, { keepAliveTimeout: 1000 });
  const uris = Array.from({ length: 80 }, (_, i) => `${[closed, old, endless, short][i % 4]?.origin}/${i}`);
  const run = await runAction({ uris: uris.join("\n") });
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "80"]);
  assert.ok(run.results.every(({ resent }) => !resent));
  assert.deepEqual([closed.server.connections, old.server.connections, endless.server.connections], [20, 20, 20]);
  // "Keep-Alive: timeout=1" is no reason to close it at once.
  assert.equal(short.connections, 1);
  assert.equal(plainLog(run).filter((line) => line.includes("resent")).length, 0);
  assertCounted(run, closed.tally, old.tally, endless.tally, tallyOf(short));
});

test("a 408 with which a server gives up a kept connection is no answer: the request is sent once more", async (t) => {
  const server = await startScripted(t, ({ socket, nth }) => {
    if (nth === 1) return reply();
    socket.end("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    return null;
  });
  const run = await runAction({ uris: `${server.origin}/1\n${server.origin}/2` });
  assert.deepEqual([run.code, run.results[1]?.resent, run.results[1]?.attempts], [0, true, 1]);
  assertCounted(run, server.tally);
});
