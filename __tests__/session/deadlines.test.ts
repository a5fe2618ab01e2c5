import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Timings } from "../../src/result.ts";
import { resultLines, runAction, startAction } from "../helpers/action.ts";
import { deafPort } from "../helpers/deaf.ts";
import { assertCounted, startScripted } from "../helpers/scripted.ts";
import { startRaw, startServer } from "../helpers/server.ts";

const slowLookup = ["--require", fileURLToPath(new URL("../helpers/slow-lookup.cjs", import.meta.url))];
const timeoutMs = 2000;
const never = -1;

/** What a phase that took all of the attempt may say; on a busy machine the phases before it take their time too. */
function isWhole(milliseconds: number): boolean {
  return milliseconds > timeoutMs * 0.6 && milliseconds < timeoutMs * 1.15;
}

test("the deadline ends an attempt at every stage: the error says which, and the time spent in it is kept", {
  skip: process.platform !== "linux",
}, async (t) => {
  const silent = await startRaw(t, (socket) => socket.resume());
  const silentProxy = await startRaw(t, (socket) => socket.resume());
  const dripping = await startScripted(t, ({ socket }) => {
    const timer = setInterval(() => socket.write("X-Drip: x\r\n"), 20);
    socket.on("close", () => clearInterval(timer));
    return "HTTP/1.1 200 OK\r\n";
  });
  const hinting = await startScripted(t, () => "HTTP/1.1 103 Early Hints\r\n\r\n");
  const continuing = await startScripted(t, ({ socket }) => {
    const timer = setInterval(() => socket.write("HTTP/1.1 100 Continue\r\n\r\n"), 20);
    socket.on("close", () => clearInterval(timer));
    return "HTTP/1.1 100 Continue\r\n\r\n";
  });
  const stopping = await startScripted(t, () => "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
  const stages: readonly {
    uri: string;
    words: string;
    whole: readonly (keyof Timings)[];
    never: readonly (keyof Timings)[];
  }[] = [
    {
      uri: "http://silent.uptimemon.test/",
      words: "looking up the host name",
      whole: ["dns"],
      never: ["connect", "ssl", "send", "wait", "receive"],
    },
    {
      uri: `http://127.0.0.1:${await deafPort(t)}/`,
      words: "connecting",
      whole: ["connect"],
      never: ["dns", "ssl", "send", "wait", "receive"],
    },
    {
      uri: `https://127.0.0.1:${silent.port}/`,
      words: "in the TLS handshake",
      whole: ["connect", "ssl"],
      never: ["dns", "send", "wait", "receive"],
    },
    {
      uri: "https://site.uptimemon.test/",
      words: `waiting for the proxy 127.0.0.1:${silentProxy.port}`,
      whole: ["connect"],
      never: ["dns", "ssl", "send", "wait", "receive"],
    },
    { uri: silent.origin, words: "waiting for the answer", whole: ["wait"], never: ["dns", "ssl", "receive"] },
    { uri: dripping.origin, words: "waiting for the answer", whole: ["wait"], never: ["dns", "ssl", "receive"] },
    { uri: hinting.origin, words: "waiting for the answer", whole: ["wait"], never: ["dns", "ssl", "receive"] },
    { uri: continuing.origin, words: "waiting for the answer", whole: ["wait"], never: ["dns", "ssl", "receive"] },
    { uri: stopping.origin, words: "reading the body", whole: ["receive"], never: ["dns", "ssl"] },
  ];
  const run = await runAction(
    { uris: stages.map(({ uri }) => uri).join("\n"), timeout: `${timeoutMs}ms`, concurrency: "20" },
    { env: { HTTPS_PROXY: silentProxy.origin }, nodeArguments: slowLookup },
  );
  assert.deepEqual(
    resultLines(run).sort(),
    stages.map(({ uri, words }) => `[ERR] ${uri}: timed out after 2 s ${words} (ETIMEDOUT)`).sort(),
  );
  for (const [index, stage] of stages.entries()) {
    const { durationMs, timings } = run.results[index] ?? assert.fail();
    assert.ok(isWhole(durationMs), `${stage.words}: ${durationMs} ms`);
    for (const phase of stage.whole)
      assert.ok(isWhole(timings[phase]), `${stage.words}: ${phase} took ${timings[phase]} ms`);
    for (const phase of stage.never) assert.equal(timings[phase], never, `${stage.words}: ${phase}`);
  }
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  const servers = [silent, silentProxy, dripping.server, hinting.server, continuing.server, stopping.server];
  assertCounted(run, ...servers.map(({ connections }) => ({ connections, reused: 0 })));
  // No connection outlives its attempt.
  for (const server of servers) await server.until(() => server.open.size === 0);
});

test("the deadline is that of the whole attempt: redirects do not get one each", async (t) => {
  const server = await startServer(t, (request, answer) => {
    setTimeout(() => answer.writeHead(302, { Location: `/${Number(request.url?.slice(1)) + 1}` }).end(), 300);
  });
  const run = await runAction({ uris: `${server.origin}/1`, timeout: "1s" });
  assert.deepEqual(resultLines(run), [
    `[ERR] ${server.origin}/1: timed out after 1 s waiting for the answer (ETIMEDOUT)`,
  ]);
  const [result = assert.fail()] = run.results;
  assert.ok(result.durationMs > 800 && result.durationMs < 1300, `${result.durationMs} ms`);
  assert.ok(result.timings.wait > 800, "the waits of all hops, that of the last one too");
  assert.equal(result.redirects.length, server.requests.length - 1);
  assertCounted(run, { connections: 1, reused: server.requests.length - 1 });
});

test("every attempt has a deadline of its own, and what timed out before does not disturb the next", async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url === "/slow") setTimeout(() => answer.end("ok"), 3000).unref();
    else answer.end("ok");
  });
  const uris = ["/slow", "/1", "/slow", "/2", "/3"].map((path) => server.origin + path);
  const run = await runAction({ uris: uris.join("\n"), timeout: "500ms" });
  assert.deepEqual(
    run.results.map(({ state, reused }) => [state, reused]),
    [
      ["ERR", false],
      ["OK", false],
      // A kept connection that stays silent may be deaf: the request was sent once more on a new one.
      ["ERR", false],
      ["OK", false],
      ["OK", true],
    ],
  );
  assertCounted(run, { connections: 4, reused: 1 });
  assert.equal(server.connections, 4);
});

test("the time of an attempt counts from its own beginning, whatever else is under way", async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) => {
    if (url !== "/never") setTimeout(() => answer.end("ok"), Number(url.slice(1)));
  });
  const uris = ["/never", "/800", "/never", "/1000"].map((path) => server.origin + path);
  const run = await runAction({ uris: uris.join("\n"), timeout: `${timeoutMs}ms`, concurrency: "2" });
  assert.deepEqual(
    run.results.map(({ state }) => state),
    ["ERR", "OK", "ERR", "OK"],
  );
  for (const { state, resent, durationMs } of run.results) {
    // Over a kept connection the request is sent once more, with a timeout of its own.
    const ownMs = resent ? durationMs - timeoutMs : durationMs;
    assert.ok(state === "OK" || (ownMs >= timeoutMs && isWhole(ownMs)), `${durationMs} ms`);
  }
});

test("an answer that came in time is one, also where the machine stood still past the deadline", {
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url === "/never") return;
    setTimeout(() => answer.end("ok"), 400);
  });
  const step = startAction({ uris: `${server.origin}/400\n${server.origin}/never`, timeout: "1s" });
  await server.until(() => server.requests.length === 1);
  step.child.kill("SIGSTOP");
  await sleep(1500);
  step.child.kill("SIGCONT");
  const run = await step.finished;
  assert.deepEqual(
    run.results.map(({ state, resent }) => [state, resent]),
    [
      ["OK", false],
      ["ERR", true],
    ],
  );
});

test("a name server that answers after the deadline changes nothing in a result, and opens no connection", async (t) => {
  const server = await startServer(t, (_, answer) => {
    setTimeout(() => answer.end("ok"), 900);
  });
  const uris = [`http://slow.uptimemon.test:${server.port}/`, `${server.origin}/1`, `${server.origin}/2`];
  // Node has two ways to connect to a name, and tells of its address at different moments.
  for (const [index, way] of ["--network-family-autoselection", "--no-network-family-autoselection"].entries()) {
    const run = await runAction({ uris: uris.join("\n"), timeout: "1s" }, { nodeArguments: [...slowLookup, way] });
    const [late = assert.fail(), ...others] = run.results;
    assert.equal(late.message, "timed out after 1 s looking up the host name (ETIMEDOUT)");
    assert.ok(late.timings.dns > 800 && late.timings.dns < 1300, `${late.timings.dns} ms`);
    assert.deepEqual([late.timings.connect, late.timings.send, late.timings.wait], [never, never, never]);
    assert.deepEqual([others.map(({ state }) => state), server.connections], [["OK", "OK"], index + 1]);
    assertCounted(run, { connections: 1, reused: 1 });
  }
});

test("a slow name server within the deadline is time spent on the name", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: `http://slow.uptimemon.test:${server.port}/` }, { nodeArguments: slowLookup });
  const [result = assert.fail()] = run.results;
  assert.equal(result.state, "OK");
  assert.ok(result.timings.dns > 1400 && result.timings.connect >= 0, JSON.stringify(result.timings));
});
