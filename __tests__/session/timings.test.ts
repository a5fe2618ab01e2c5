import assert from "node:assert/strict";
import { test } from "node:test";
import type { Result, Timings } from "../../src/result.ts";
import { runAction } from "../helpers/action.ts";
import { closedPort, startServer, type TestServer } from "../helpers/server.ts";
import { startTunnel } from "../helpers/tunnel.ts";

const phases = ["dns", "connect", "ssl", "send", "wait", "receive"] as const;

/** The phases that took place. */
function happened({ timings }: Result): string[] {
  return phases.filter((phase) => timings[phase] >= 0);
}

/** HAR 1.2: -1 or a time, ssl is part of connect, and without it the phases make the whole, but for what Node does in between. */
function assertSound({ timings, durationMs }: Result): void {
  for (const phase of phases) assert.ok(timings[phase] === -1 || timings[phase] >= 0, `${phase}: ${timings[phase]}`);
  assert.ok(timings.connect >= timings.ssl);
  const sum = sumOf(timings);
  assert.ok(Math.abs(sum - durationMs) < 10, `${sum} ms of ${durationMs}`);
}

function sumOf({ ssl, ...rest }: Timings): number {
  return Object.values(rest).reduce((sum, milliseconds) => sum + Math.max(milliseconds, 0), 0);
}

/** A server that takes 200 ms for an answer and another 200 ms for its body. */
function slow(t: Parameters<typeof startServer>[0], tls?: "server"): Promise<TestServer> {
  return startServer(
    t,
    (_, answer) => {
      setTimeout(() => {
        answer.write("half");
        setTimeout(() => answer.end("ok"), 200);
      }, 200);
    },
    tls ? { tls } : {},
  );
}

test("a new https connection has every phase, a reused one no connection phases", async (t) => {
  const server = await slow(t, "server");
  const run = await runAction({ uris: `https://localhost:${server.port}/1\nhttps://localhost:${server.port}/2` });
  assert.equal(run.code, 0);
  const [first = assert.fail(), second = assert.fail()] = run.results;
  assert.deepEqual(happened(first), ["dns", "connect", "ssl", "send", "wait", "receive"]);
  assert.deepEqual(happened(second), ["send", "wait", "receive"]);
  assert.ok(first.timings.connect > 0 && first.timings.ssl > 0);
  for (const result of [first, second]) {
    assertSound(result);
    // A busy machine can move time between them, but never makes the whole less than the server took.
    const { send, wait, receive } = result.timings;
    assert.ok(wait > 100 && receive > 100 && send + wait + receive > 390, JSON.stringify(result.timings));
  }
});

test("an address needs no DNS, http no TLS", async (t) => {
  const [plain, secure] = [await slow(t), await slow(t, "server")];
  const run = await runAction({ uris: `${plain.origin}\n${secure.origin}\nhttp://localhost:${plain.port}` });
  assert.deepEqual(run.results.map(happened), [
    ["connect", "send", "wait", "receive"],
    ["connect", "ssl", "send", "wait", "receive"],
    ["dns", "connect", "send", "wait", "receive"],
  ]);
  run.results.forEach(assertSound);
});

test("the phases of a redirect chain add up", async (t) => {
  const last = await slow(t, "server");
  const first = await startServer(t, (request, answer) => {
    const location = request.url === "/1" ? "/2" : `https://localhost:${last.port}/`;
    setTimeout(() => answer.writeHead(302, { Location: location }).end(), 100);
  });
  const run = await runAction({ uris: `${first.origin}/1` });
  const [result = assert.fail()] = run.results;
  assert.deepEqual([result.state, result.reused, happened(result)], ["OK", false, [...phases]]);
  assertSound(result);
  // Two waits of 100 ms, then one of 200 and as much for the body.
  assert.ok(result.timings.wait > 300 && result.durationMs > 590, JSON.stringify(result));
});

test("a resend has the phases of both: the connection that it opened, and the waiting on the one that died", async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url !== "/2" || server.connections > 1) answer.end("ok");
    else setTimeout(() => answer.destroy(), 200);
  });
  const run = await runAction({ uris: `${server.origin}/1\n${server.origin}/2` });
  const [, result = assert.fail()] = run.results;
  assert.deepEqual(
    [result.state, result.resent, happened(result)],
    ["OK", true, ["connect", "send", "wait", "receive"]],
  );
  assert.ok(result.timings.wait > 100 && result.durationMs > 190, JSON.stringify(result));
  assertSound(result);
});

test("what failed has the time until then: refused, no such host, a handshake that fails, a body that is cut", async (t) => {
  const expired = await startServer(t, undefined, { tls: "expired" });
  const cutting = await startServer(t, (_, answer) => {
    answer.writeHead(200, { "Content-Length": 10 });
    answer.write("half");
    setTimeout(() => answer.destroy(), 200);
  });
  const run = await runAction({
    uris: [`http://127.0.0.1:${await closedPort()}`, "http://nowhere.invalid", expired.origin, cutting.origin].join(
      "\n",
    ),
  });
  assert.deepEqual(run.results.map(happened), [
    ["connect"],
    ["dns"],
    ["connect", "ssl"],
    ["connect", "send", "wait", "receive"],
  ]);
  run.results.forEach(assertSound);
  assert.ok((run.results[3]?.timings.receive ?? 0) > 100);
});

test("what was not checked has no timings", async () => {
  const run = await runAction({ uris: "no uri at all" });
  assert.deepEqual([run.results.map(happened), run.results[0]?.durationMs], [[[]], 0]);
});

test("through a tunnel, connect holds what the proxy took, and ssl begins after that", async (t) => {
  const server = await slow(t, "server");
  const tunnel = await startTunnel(t, { delayMs: 200 });
  const uri = `https://site.uptimemon.test:${server.port}`;
  const run = await runAction({ uris: `${uri}/1\n${uri}/2` }, { env: { HTTPS_PROXY: tunnel.address } });
  const [first = assert.fail(), second = assert.fail()] = run.results;
  assert.deepEqual(happened(first), ["connect", "ssl", "send", "wait", "receive"]);
  assert.deepEqual(happened(second), ["send", "wait", "receive"]);
  assert.ok(first.timings.connect - first.timings.ssl > 180, JSON.stringify(first.timings));
  run.results.forEach(assertSound);
});

test("twenty at a time do not count each other's time", async (t) => {
  const server = await slow(t);
  const run = await runAction({
    uris: Array.from({ length: 60 }, (_, i) => `${server.origin}/${i}`).join("\n"),
    concurrency: "20",
  });
  assert.equal(run.outputs["up"], "60");
  run.results.forEach(assertSound);
  assert.equal(run.results.filter((result) => happened(result).includes("connect")).length, server.connections);
});

test("what reuse saved is counted by the shortest opening of a connection to that origin", async (t) => {
  let handshakes = 0;
  const server = await startServer(
    t,
    (request, answer) => answer.writeHead(200, request.url === "/1" ? { connection: "close" } : {}).end("ok"),
    {
      tls: "server",
      name: "localhost",
      tlsOptions: {
        SNICallback: (_, choose) => {
          handshakes += 1;
          setTimeout(() => choose(null), handshakes === 1 ? 1000 : 0);
        },
      },
    },
  );
  const run = await runAction({ uris: [1, 2, 3, 4, 5].map((path) => `${server.origin}/${path}`).join("\n") });
  assert.deepEqual([run.code, run.outputs["connections"], run.outputs["reused"]], [0, "2", "3"]);
  const [, number, unit] = /about (\S+) (ms|s)\b/.exec(run.log.join("\n")) ?? [];
  const savedMs = Number(number) * (unit === "s" ? 1000 : 1);
  const { dns = 0, connect = 0 } = run.results[1]?.timings ?? {};
  assert.ok(Math.abs(savedMs - 3 * (dns + connect)) < 6, `${savedMs} ms, three times ${dns + connect} ms`);
});
