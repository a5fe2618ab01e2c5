import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { plainLog, type Run, resultLines, runAction, type Setting, type Step, startAction } from "../helpers/action.ts";
import { assertCounted, startScripted, tallyOf } from "../helpers/scripted.ts";
import { startRaw, startServer, type TestServer } from "../helpers/server.ts";

const helper = (name: string): string[] => [
  "--require",
  fileURLToPath(new URL(`../helpers/${name}.cjs`, import.meta.url)),
];

/** A run that is cancelled at some moment, and what its second URI is then said to be; the first is up, the third never asked. */
interface Scene {
  readonly name: string;
  readonly uri: string;
  readonly setting?: Setting;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly moment: (step: Step) => Promise<unknown>;
  readonly line: string;
  /** Where a connection is open at that moment. */
  readonly server: TestServer;
}

async function scenes(t: TestContext): Promise<Scene[]> {
  const silent = await startRaw(t, (socket) => socket.resume());
  const waiting = await startServer(t, () => {});
  let isUnderWay = (): void => {};
  const underWay = new Promise<void>((done) => {
    isUnderWay = done;
  });
  const dripping = await startScripted(t, ({ socket }) => {
    let drops = 0;
    const timer = setInterval(() => {
      socket.write("x");
      drops += 1;
      if (drops === 30) isUnderWay();
    }, 5);
    socket.on("close", () => clearInterval(timer));
    return "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
  });
  const proxy = await startServer(t, () => {});
  const tunnel = await startRaw(t, (socket) => socket.resume());
  const opened = (server: TestServer) => (): Promise<void> => server.until(() => server.connections === 1);
  return [
    {
      name: "waiting for an answer",
      uri: waiting.origin,
      moment: () => waiting.until(() => waiting.requests.length === 1),
      line: "cancelled while waiting for the answer",
      server: waiting,
    },
    {
      name: "in a TLS handshake",
      uri: `https://127.0.0.1:${silent.port}`,
      moment: opened(silent),
      line: "cancelled while in the TLS handshake",
      server: silent,
    },
    {
      name: "waiting for a tunnel",
      uri: "https://site.uptimemon.test/",
      setting: { env: { HTTPS_PROXY: tunnel.origin } },
      moment: opened(tunnel),
      line: `cancelled while waiting for the proxy 127.0.0.1:${tunnel.port}`,
      server: tunnel,
    },
    {
      name: "waiting for a proxy",
      uri: "http://site.uptimemon.test/",
      setting: { env: { HTTP_PROXY: proxy.origin } },
      moment: () => proxy.until(() => proxy.requests.length === 1),
      line: `cancelled while waiting for the proxy 127.0.0.1:${proxy.port}`,
      server: proxy,
    },
    {
      name: "inside a body",
      uri: dripping.origin,
      moment: () => underWay,
      // Nothing tells a server how far its client has read; on a machine that stands still it may be behind.
      line: "cancelled while (reading the body|waiting for the answer)",
      server: dripping.server,
    },
  ];
}

/** Everything that is known is written, and whatever was not checked counts as failed. */
function assertCancelled(run: Run, { up, total }: { up: number; total: number }): void {
  assert.equal(run.code, 1);
  assert.equal(run.stderr, "");
  const { total: all, up: good, failed } = run.outputs;
  assert.deepEqual({ all, good, failed }, { all: String(total), good: String(up), failed: String(total - up) });
  assert.equal(run.outputs["failed-uris"]?.split("\n").length, total - up);
  assert.match(run.summary, /^## ❌ Cancelled: /);
  assert.deepEqual(JSON.parse(run.outputs["results"] ?? ""), run.report.results);
  assert.equal(run.report.results.length, total);
  assert.equal(run.report.summary, run.summary);
}

/** Sends the signal and returns what came out, and that within two seconds. */
async function cancel(step: Step, signal: NodeJS.Signals): Promise<Run> {
  const cancelledAt = performance.now();
  step.child.kill(signal);
  const run = await step.finished;
  assert.ok(performance.now() - cancelledAt < 2000, "it was gone within 2 s");
  return run;
}

// On Windows a signal that one process sends to another ends it, whatever that listens to.
const signals = process.platform === "win32" ? [] : (["SIGINT", "SIGTERM"] as const);
for (const signal of signals) {
  test(`${signal} at any stage of a check: what is known is written, exit code 1, gone within 2 s`, {
    timeout: 60_000,
  }, async (t) => {
    for (const { name, uri, setting, inputs, moment, line, server } of await scenes(t)) {
      await t.test(name, async (t) => {
        const up = await startServer(t);
        const step = startAction(
          { uris: [`${up.origin}/1`, uri, `${up.origin}/2`].join("\n"), timeout: "60s", ...inputs },
          setting,
        );
        await moment(step);
        const run = await cancel(step, signal);
        assertCancelled(run, { up: 1, total: 3 });
        const [first, second] = resultLines(run);
        assert.equal(first, `[OK] ${up.origin}/1`);
        assert.match(second ?? "", new RegExp(`^\\[ERR\\] ${uri}: ${line}$`));
        assert.equal(plainLog(run)[2], `[ERR] ${up.origin}/2: not checked (cancelled)`);
        assert.equal(up.requests.length, 1);
        assertCounted(run, tallyOf(up), { connections: 1, reused: 0 });
        await server.until(() => server.open.size === 0);
      });
    }
  });

  test(`${signal} with many checks in flight ends them all`, { timeout: 60_000 }, async (t) => {
    const server = await startServer(t, () => {});
    const uris = Array.from({ length: 60 }, (_, index) => `${server.origin}/${index}`);
    const step = startAction({ uris: uris.join("\n"), timeout: "60s", concurrency: "50" });
    await server.until(() => server.requests.length === 50);
    const run = await cancel(step, signal);
    assertCancelled(run, { up: 0, total: 60 });
    assert.equal(
      resultLines(run).filter((line) => line.endsWith(": cancelled while waiting for the answer")).length,
      50,
    );
    assert.equal(run.results.filter(({ message }) => message === "not checked (cancelled)").length, 10);
    assertCounted(run, { connections: 50, reused: 0 });
  });

  test(`${signal} in the pause before a retry: no more attempts, the results of the first stand`, {
    timeout: 60_000,
  }, async (t) => {
    const server = await startServer(t, (request, answer) => {
      answer.statusCode = request.url === "/down" ? 503 : 200;
      answer.end();
    });
    const step = startAction({
      uris: `${server.origin}/down\n${server.origin}/up`,
      "retry-for": "1h",
      "retry-delay": "30m",
    });
    await step.line(/^\[OK\]/);
    const run = await cancel(step, signal);
    assertCancelled(run, { up: 1, total: 2 });
    assert.deepEqual([run.results[0]?.status, run.results[0]?.attempts, server.requests.length], [503, 1, 2]);
    assert.equal(resultLines(run).filter((line) => line === `[NOK] ${server.origin}/down: 503`).length, 1);
    assert.ok(plainLog(run).includes(`${server.origin}/down: not retried: cancelled`));
    assertCounted(run, { connections: 1, reused: 1 });
  });
}

test("a signal before the first check: no request is made, everything is written", { timeout: 60_000 }, async (t) => {
  const server = await startServer(t);
  const run = await runAction(
    { uris: `${server.origin}/1\n${server.origin}/2` },
    { nodeArguments: helper("cancel-at-once") },
  );
  assertCancelled(run, { up: 0, total: 2 });
  assert.deepEqual(
    plainLog(run).slice(0, 2),
    ["/1", "/2"].map((path) => `[ERR] ${server.origin}${path}: not checked (cancelled)`),
  );
  assert.deepEqual([server.connections, server.requests.length], [0, 0]);
  assertCounted(run, { connections: 0, reused: 0 });
});

test("SIGINT and then SIGTERM, as a runner sends them, is one cancellation", {
  timeout: 60_000,
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t, () => {});
  const step = startAction({ uris: server.origin, timeout: "60s" });
  await server.until(() => server.requests.length === 1);
  step.child.kill("SIGINT");
  assertCancelled(await cancel(step, "SIGTERM"), { up: 0, total: 1 });
});
