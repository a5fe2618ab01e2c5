import assert from "node:assert/strict";
import { test } from "node:test";
import { plainLog, resultLines, runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

test("the tutorial's list: one line a URI, exit code 1, both in the summary", async (t) => {
  const server = await startServer(t, (request, answer) => {
    answer.statusCode = request.url === "/403" ? 403 : 200;
    answer.end("a page");
  });
  const run = await runAction({ uris: `${server.origin}/?q=chronos\n${server.origin}/403\n` });
  assert.deepEqual(resultLines(run), [`[OK] ${server.origin}/?q=chronos`, `[NOK] ${server.origin}/403: 403`]);
  assert.equal(run.code, 1);
  assert.equal(run.stderr, "");
  assert.match(run.summary, /^## ❌ 1 of 2 URIs is down$/m);
  assert.equal(run.summary.match(/^<tr><td/gm)?.length, 2);
  const { total, up, failed, connections, reused } = run.outputs;
  assert.deepEqual(
    { total, up, failed, connections, reused },
    { total: "2", up: "1", failed: "1", connections: "1", reused: "1" },
  );
  assert.equal(run.outputs["failed-uris"], `${server.origin}/403`);
  assert.deepEqual(JSON.parse(run.outputs["results"] ?? ""), run.report.results);
  assert.equal(run.report.summary, run.summary);
});

test("everything up: exit code 0", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: server.origin });
  assert.equal(run.code, 0);
  assert.deepEqual(resultLines(run), [`[OK] ${server.origin}`]);
  assert.match(run.summary, /^## ✅ The URI is up$/m);
});

test("50 URIs of one https origin need one connection and one TLS handshake", async (t) => {
  const server = await startServer(t, undefined, { tls: "server" });
  const run = await runAction({ uris: Array.from({ length: 50 }, (_, i) => `${server.origin}/${i}`).join("\n") });
  assert.equal(run.code, 0);
  assert.deepEqual([server.connections, server.handshakes, server.requests.length], [1, 1, 50]);
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], ["1", "49"]);
  assert.deepEqual(
    run.results.map(({ reused }) => reused),
    Array.from({ length: 50 }, (_, i) => i > 0),
  );
  assert.ok(plainLog(run).some((line) => line.startsWith("50 requests to 1 origin in ")));
});

test("five origins interleaved need five connections", async (t) => {
  const servers = await Promise.all(Array.from({ length: 5 }, () => startServer(t)));
  const uris = Array.from({ length: 25 }, (_, i) => `${servers[i % 5]?.origin}/${i}`);
  const run = await runAction({ uris: uris.join("\n") });
  assert.equal(run.code, 0);
  assert.deepEqual(
    servers.map(({ connections }) => connections),
    [1, 1, 1, 1, 1],
  );
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], ["5", "20"]);
});

test("http and https mixed in one list share the session: a connection each", async (t) => {
  const plain = await startServer(t);
  const secure = await startServer(
    t,
    (request, answer) => {
      answer.statusCode = request.url === "/missing" ? 404 : 200;
      answer.end("ok");
    },
    { tls: "server" },
  );
  const run = await runAction({
    uris: [plain.origin, secure.origin, `${plain.origin}/2`, `${secure.origin}/2`, `${secure.origin}/missing`].join(
      "\n",
    ),
  });
  assert.deepEqual(
    run.results.map(({ status }) => status),
    [200, 200, 200, 200, 404],
  );
  assert.deepEqual(
    run.results.map(({ reused }) => reused),
    [false, false, true, true, true],
  );
  assert.deepEqual(
    [plain.connections, secure.connections, run.outputs["connections"], run.outputs["reused"]],
    [1, 1, "2", "3"],
  );
});

test("outside a runner it runs, prints and does not crash", async (t) => {
  const server = await startServer(t);
  const none = { GITHUB_OUTPUT: null, GITHUB_STEP_SUMMARY: null, RUNNER_TEMP: null, GITHUB_ACTIONS: null };
  const run = await runAction({ uris: server.origin }, { env: none });
  assert.equal(run.code, 0);
  assert.equal(run.stderr, "");
  assert.deepEqual(resultLines(run), [`[OK] ${server.origin}`]);
});
