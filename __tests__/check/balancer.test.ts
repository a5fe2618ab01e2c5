import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { test } from "node:test";
import { runAction, startAction } from "../helpers/action.ts";
import { startNginx } from "../helpers/nginx.ts";
import { closedPort, startServer } from "../helpers/server.ts";

test("behind a balancer that keeps a connection at its backend, the new backend is found", {
  timeout: 60_000,
}, async (t) => {
  // Whichever backend is asked first is the old one.
  let old: string | null = null;
  const backend = (name: string) =>
    startServer(t, (_, answer) => {
      old ??= name;
      answer.end(old === name ? "version 1" : "version 2");
    });
  const [one, other] = [await backend("one"), await backend("other")];
  const port = await closedPort();
  const directives = `
    upstream both { hash $connection; server 127.0.0.1:${one.port}; server 127.0.0.1:${other.port}; }
    server { listen 127.0.0.1:${port}; location / { proxy_pass http://both; } }`;
  const nginx = await startNginx(t, { http: 0, https: 0, directives });
  if (!nginx) return t.skip("nginx is not installed");
  const uris = [1, 2, 3].map((line) => `http://127.0.0.1:${port}/${line} 200 version 2`);
  const run = await runAction({ uris: uris.join("\n"), "retry-for": "50s", "retry-delay": "20ms" });
  assert.deepEqual([run.code, run.stderr], [0, ""]);
  const attempts = run.results.map((result) => result.attempts);
  assert.ok(Math.min(...attempts) >= 2, "the first round is answered by the old one");
  assert.deepEqual(attempts, Array(3).fill(attempts[0]), "a round shares its connection, and so its backend");
  assert.equal(run.outputs["connections"], String(attempts[0]));
  assert.deepEqual(await nginx.stop(), { connections: attempts[0], reused: 2 * (attempts[0] ?? 0) });
});

test("a new backend on the same address is found while the old one still answers kept connections", {
  timeout: 60_000,
}, async (t) => {
  let asked = 0;
  const before = http.createServer({ keepAliveTimeout: 0 }, (_, answer) => {
    asked += 1;
    answer.end("version 1");
  });
  await once(before.listen(0, "127.0.0.1"), "listening");
  t.after(() => before.closeAllConnections());
  const { port } = before.address() as AddressInfo;
  const step = startAction({
    uris: `http://127.0.0.1:${port}/version 200 version 2`,
    "retry-for": "20s",
    "retry-delay": "200ms",
  });
  await step.line(/will retry/);
  // http's own close() would end the kept connection: this only stops listening.
  net.Server.prototype.close.call(before);
  const after = await startServer(t, (_, answer) => answer.end("version 2"), { port });
  const run = await step.finished;
  assert.deepEqual([run.code, after.requests.length], [0, 1]);
  assert.ok(Number(run.results[0]?.attempts) > asked, "the old one was not asked again");
});
