import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { test } from "node:test";
import { plainLog, type Run, resultLines, runAction, startAction } from "../helpers/action.ts";
import { closedPort, startServer } from "../helpers/server.ts";

/** Answers the first `times` requests of a path with `before`, all later ones with 200. */
function comesUp(times: (path: string) => number, before = 503): RequestListener {
  const asked = new Map<string, number>();
  return ({ url = "" }, answer) => {
    asked.set(url, (asked.get(url) ?? 0) + 1);
    answer.writeHead((asked.get(url) ?? 0) > times(url) ? 200 : before).end("ok");
  };
}

/** The log lines about one URI. */
const linesOf = (run: Run, uri: string): string[] =>
  plainLog(run).filter((line) => [": ", " "].some((end) => `${line} `.includes(`] ${uri}${end}`)));

test("a gate waits for the new version and says at which attempt it came", async (t) => {
  let requests = 0;
  const server = await startServer(t, (_, answer) =>
    answer.end(++requests <= 3 ? "version 1f3a9c6" : "version 1f3a9c7"),
  );
  const uri = `${server.origin}/version`;
  const run = await runAction({ uris: `${uri} 200 1f3a9c7`, "retry-for": "1m", "retry-delay": "50ms" });
  assert.deepEqual([run.code, run.stderr, server.requests.length], [0, "", 4]);
  const lines = linesOf(run, uri);
  assert.equal(lines.length, 4);
  for (const [index, line] of lines.slice(0, 3).entries()) {
    assert.ok(line.startsWith(`[NOK] ${uri}: 200, text not found (attempt ${index + 1}, will retry`), line);
  }
  assert.ok(lines[3]?.startsWith(`[OK] ${uri} (up at attempt 4`), lines[3]);
  assert.deepEqual([run.results[0]?.state, run.results[0]?.attempts, run.results[0]?.message], ["OK", 4, ""]);
  assert.match(run.summary, /^## ✅ The URI is up$/m);
  assert.match(run.summary, /⚠️<\/td>.*up at attempt 4/);
  assert.doesNotMatch(run.log.join("\n"), /^::error/m);
});

test("each round asks only what is not up, over a fresh connection that the round shares", async (t) => {
  const slow = new Set(["/3", "/9", "/17"]);
  const server = await startServer(
    t,
    comesUp((path) => (slow.has(path) ? 2 : 0)),
  );
  const uris = Array.from({ length: 20 }, (_, index) => `${server.origin}/${index}`);
  const run = await runAction({ uris: uris.join("\n"), "retry-for": "1m", "retry-delay": "20ms" });
  assert.equal(run.code, 0);
  assert.equal(server.requests.length, 20 + 3 + 3);
  const rounds = [1, 2, 3].map((connection) =>
    server.requests.filter((request) => request.connection === connection).map(({ url }) => url),
  );
  assert.deepEqual(rounds, [uris.map((_, index) => `/${index}`), ["/3", "/9", "/17"], ["/3", "/9", "/17"]]);
  assert.deepEqual([server.connections, run.outputs["connections"], run.outputs["reused"]], [3, "3", "23"]);
  assert.deepEqual(run.results.map(({ uri }) => uri), uris); // biome-ignore format: short
  assert.deepEqual(run.results.map(({ attempts }) => attempts), uris.map((_, index) => (slow.has(`/${index}`) ? 3 : 1))); // biome-ignore format: short
  assert.equal(run.summary.match(/<td>⚠️<\/td>/g)?.length, 3);
});

test("the last line of a URI that has a tag is its result, and an announced attempt that was not made is said", async (t) => {
  const server = await startServer(
    t,
    comesUp((path) => ({ "/up": 0, "/later": 1 })[path] ?? 1000),
  );
  const uris = ["/up", "/later", "/never"].map((path) => server.origin + path);
  const run = await runAction({ uris: uris.join("\n"), "retry-for": "300ms", "retry-delay": "100ms" });
  assert.equal(run.code, 1);
  for (const [index, uri] of uris.entries()) {
    const last = linesOf(run, uri).at(-1) ?? "";
    assert.ok(last.startsWith(`[${run.results[index]?.state}] ${uri}`), last);
    const notMade = run.log.includes(`${uri}: not retried: retry-for is over`);
    assert.equal(notMade, last.includes("will retry"), "said if, and only if, it was announced");
  }
  const never = run.results[2];
  assert.ok((never?.attempts ?? 0) >= 2);
  assert.equal(server.requests.filter(({ url }) => url === "/never").length, never?.attempts);
  assert.match(
    run.summary,
    new RegExp(`/never</code></a><br>503 Service Unavailable, expected 200, after ${never?.attempts} attempts<`),
  );
  assert.match(run.summary, /^## ❌ 1 of 3 URIs is down$/m);
});

test("retry-for and retry-delay of the same length make one more round, a longer delay none", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(500).end());
  const cases = [
    ["150ms", "150ms", 2],
    ["150ms", "151ms", 1],
    ["0s", "0s", 1],
    ["0", "5s", 1],
  ] as const;
  for (const [index, [retryFor, retryDelay, requests]] of cases.entries()) {
    const uri = `${server.origin}/${index}`;
    const run = await runAction({ uris: uri, "retry-for": retryFor, "retry-delay": retryDelay });
    assert.equal(
      server.requests.filter(({ url }) => url === `/${index}`).length,
      requests,
      `${retryFor} ${retryDelay}`,
    );
    assert.equal(run.log.filter((line) => line.includes("will retry")).length, requests - 1);
    assert.equal(run.results[0]?.attempts, requests);
  }
});

test("a round that begins at the deadline asks all that are not up, not only the first", async (t) => {
  const server = await startServer(
    t,
    comesUp(() => 1),
  );
  const run = await runAction({
    uris: ["/a", "/b", "/c"].map((path) => server.origin + path).join("\n"),
    "retry-for": "200ms",
    "retry-delay": "200ms",
  });
  assert.deepEqual(run.results.map(({ state, attempts }) => `${state} ${attempts}`), ["OK 2", "OK 2", "OK 2"]); // biome-ignore format: short
});

test("an attempt in flight at the deadline may finish, and no round begins after it", async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    const isFirst = server.requests.filter((request) => request.url === url).length === 1;
    setTimeout(() => answer.writeHead(isFirst || url === "/down" ? 500 : 200).end(), isFirst ? 0 : 600);
  });
  const run = await runAction({
    uris: `${server.origin}/up\n${server.origin}/down`,
    concurrency: "2",
    "retry-for": "400ms",
    "retry-delay": "100ms",
  });
  assert.deepEqual(run.results.map(({ state, attempts }) => `${state} ${attempts}`), ["OK 2", "NOK 2"]); // biome-ignore format: short
  assert.equal(server.requests.length, 4);
});

test("what was silent for its whole timeout is not asked again once retry-for is over", {
  timeout: 30_000,
}, async (t) => {
  const server = await startServer(t, () => {});
  const uris = Array.from({ length: 5 }, (_, index) => `${server.origin}/${index}`);
  const run = await runAction({
    uris: uris.join("\n"),
    timeout: "500ms",
    "retry-for": "1200ms",
    "retry-delay": "10ms",
  });
  // Three times 500 ms begin within 1,200 ms; a fourth would end more than a timeout later.
  const again = server.requests.length - uris.length;
  assert.ok(again >= 1 && again <= 3, `${again} more requests`);
  assert.ok(run.log.includes(`${uris[4]}: not retried: retry-for is over`));
});

test("with everything up nothing is asked again and nothing is waited for", { timeout: 30_000 }, async (t) => {
  const server = await startServer(t);
  const run = await runAction({
    uris: `${server.origin}/a\n${server.origin}/b`,
    "retry-for": "1m",
    "retry-delay": "50s",
  });
  assert.deepEqual([run.code, server.requests.length, server.connections], [0, 2, 1]);
});

test("a bad line is never repeated, and no round is run for its sake", { timeout: 30_000 }, async (t) => {
  const server = await startServer(
    t,
    comesUp((path) => (path === "/later" ? 1 : 0)),
  );
  const alone = await runAction({ uris: `${server.origin}/up\nexample.com`, "retry-for": "1m", "retry-delay": "50s" });
  assert.deepEqual([alone.code, server.requests.length, alone.results[1]?.attempts], [1, 1, 0]);
  assert.doesNotMatch(alone.log.join("\n"), /repeated/);
  const beside = await runAction({
    uris: `example.com\n${server.origin}/later`,
    "retry-for": "1m",
    "retry-delay": "20ms",
  });
  assert.deepEqual(beside.results.map(({ state, attempts }) => `${state} ${attempts}`), ["ERR 0", "OK 2"]); // biome-ignore format: short
  assert.equal(linesOf(beside, "example.com").length, 1);
});

test("what could not be reached at first is up once somebody listens", { timeout: 60_000 }, async (t) => {
  const port = await closedPort();
  const uri = `http://127.0.0.1:${port}/`;
  const step = startAction({ uris: uri, "retry-for": "50s", "retry-delay": "100ms" });
  assert.match(await step.line(/will retry/), /^\[ERR\] .*connection refused \(ECONNREFUSED\) \(attempt 1, will retry/);
  await startServer(t, undefined, { port });
  const run = await step.finished;
  assert.deepEqual([run.code, run.results[0]?.state, run.results[0]?.status], [0, "OK", 200]);
  assert.ok((run.results[0]?.attempts ?? 0) >= 2);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`${signal} ends the pause before a round at once, and what is known is reported`, {
    timeout: 30_000,
    skip: process.platform === "win32",
  }, async (t) => {
    const server = await startServer(
      t,
      comesUp((path) => (path === "/down" ? 1000 : 0)),
    );
    const step = startAction({
      uris: `${server.origin}/down\n${server.origin}/up`,
      "retry-for": "1m",
      "retry-delay": "50s",
    });
    await step.line(/\/up/);
    const signalledAt = performance.now();
    step.child.kill(signal);
    const run = await step.finished;
    assert.ok(performance.now() - signalledAt < 2000, "within 2 s");
    assert.deepEqual([run.code, run.stderr, server.requests.length], [1, "", 2]);
    assert.deepEqual(run.results.map(({ state, status, attempts }) => `${state} ${status} ${attempts}`), ["NOK 503 1", "OK 200 1"]); // biome-ignore format: short
    assert.deepEqual([run.outputs["failed"], run.outputs["failed-uris"]], ["1", `${server.origin}/down`]);
    assert.ok(plainLog(run).includes(`${server.origin}/down: not retried: cancelled`));
  });
}

test("an attempt that is cancelled in a later round does not undo what the earlier one found", {
  timeout: 30_000,
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t, (_, answer) => {
    if (server.requests.length === 1) answer.writeHead(503).end();
  });
  const step = startAction({ uris: server.origin, "retry-for": "1m", "retry-delay": "10ms" });
  await server.until(() => server.requests.length === 2);
  step.child.kill("SIGINT");
  const run = await step.finished;
  assert.deepEqual([run.code, run.results[0]?.state, run.results[0]?.status], [1, "NOK", 503]);
  assert.match(run.summary, /^## ❌ Cancelled: the URI is down$/m);
  assert.equal(resultLines(run).at(-1), `[NOK] ${server.origin}: 503`);
});
