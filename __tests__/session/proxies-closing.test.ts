import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { test } from "node:test";
import { runAction } from "../helpers/action.ts";
import { connects, startProxy, through } from "../helpers/proxy.ts";
import { startServer } from "../helpers/server.ts";

test("a tunnel that ends after each answer is no failure", async (t) => {
  const site = await startServer(t, (request, answer) => answer.end("ok", () => request.socket.end()), {
    tls: "server",
  });
  const proxy = await startProxy(t);
  const run = await runAction(
    { uris: Array.from({ length: 20 }, (_, i) => `https://site.uptimemon.test:${site.port}/${i}`).join("\n") },
    through(proxy),
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    [run.outputs["connections"], proxy.server.connections],
    [String(connects(proxy).length), connects(proxy).length],
  );
  // Each request after the first went out over a tunnel that was about to end, and once more.
  assert.ok(run.results.slice(1).every(({ resent }) => resent));
  assert.equal(run.outputs["reused"], "19");
});

for (const tls of [undefined, "server"] as const) {
  test(`a tunnel through ${tls ? "an https" : "an http"} proxy that dies under a request: sent once more through a fresh one`, async (t) => {
    const site = await startServer(t, undefined, { tls: "server" });
    const proxy = await startProxy(t, {
      ...(tls ? { tls } : {}),
      withhold: (client) => {
        const dies = site.requests.length === 2 && site.connections === 1;
        if (dies) client.destroy();
        return dies;
      },
    });
    const run = await runAction(
      { uris: [1, 2, 3, 4].map((path) => `https://site.uptimemon.test:${site.port}/${path}`).join("\n") },
      through(proxy),
    );
    assert.equal(run.code, 0, run.log.join("\n"));
    assert.deepEqual(
      run.results.map(({ reused, resent, attempts }) => [reused, resent, attempts]),
      [
        [false, false, 1],
        [true, false, 1],
        [false, true, 1],
        [true, false, 1],
      ],
    );
    assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.server.connections], ["2", "3", 2]);
    assert.equal(run.stderr, "");
  });
}

test("a proxy that closes its connection after each forwarded answer is no failure", async (t) => {
  const site = await startServer(t);
  // A reset may overtake the answer on other systems.
  const ways = process.platform === "linux" ? (["end", "resetAndDestroy"] as const) : (["end"] as const);
  for (const close of ways) {
    const proxy = await startProxy(t, { onForwarded: (client) => client[close]() });
    const run = await runAction(
      { uris: Array.from({ length: 20 }, (_, i) => `http://site.uptimemon.test:${site.port}/${i}`).join("\n") },
      through(proxy),
    );
    assert.equal(run.code, 0, run.log.join("\n"));
    const resent = run.results.filter((result) => result.resent).length;
    assert.deepEqual(
      [run.outputs["connections"], run.outputs["reused"]],
      [String(proxy.server.connections), String(resent)],
    );
  }
});

test("a fresh connection that the proxy closes without an answer is an ERR, after exactly one connection", async (t) => {
  const proxy = await startProxy(t, { intercept: (client) => client.end() && true });
  const run = await runAction({ uris: "http://site.uptimemon.test/" }, through(proxy));
  assert.equal(run.results[0]?.message, "the proxy closed the connection before an answer came (ECONNRESET)");
  assert.deepEqual([run.outputs["connections"], proxy.server.connections, proxy.heads.length], ["1", 1, 1]);
});

test("the time until the proxy has opened the tunnel is part of connect and not of ssl", async (t) => {
  const site = await startServer(t, undefined, { tls: "server" });
  const proxy = await startProxy(t, { slowMs: 300 });
  const run = await runAction({ uris: `https://site.uptimemon.test:${site.port}/` }, through(proxy));
  const { dns, connect, ssl } = run.results[0]?.timings ?? { dns: 0, connect: 0, ssl: 0 };
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.equal(dns, -1);
  assert.ok(ssl > 0 && connect - ssl >= 290, `connect ${connect}, ssl ${ssl}`);
});

test("a retry round opens a fresh tunnel and a fresh connection, and shares them", async (t) => {
  const failures = new Set(["/1", "/2", "/3"]);
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    response.statusCode = failures.delete(request.url ?? "") ? 503 : 200;
    response.end("ok");
  };
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, answer, { tls: "server" })]);
  const proxy = await startProxy(t);
  const list = [1, 2, 3, 4].map((path) => `https://site.uptimemon.test:${secure.port}/${path}`);
  const run = await runAction(
    { uris: `http://site.uptimemon.test:${plain.port}/\n${list.join("\n")}`, "retry-for": "30s", "retry-delay": "0s" },
    through(proxy),
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    run.results.map(({ attempts, reused }) => [attempts, reused]),
    [
      [1, false],
      [2, false],
      [2, true],
      [2, true],
      [1, true],
    ],
  );
  assert.deepEqual(
    [connects(proxy).length, proxy.server.connections, run.outputs["connections"], run.outputs["reused"]],
    [2, 3, "3", "5"],
  );
});

test("Node's own support for proxies, switched on in the environment, changes nothing", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const proxy = await startProxy(t);
  const list = [1, 2].flatMap((path) => [
    `http://a.uptimemon.test:${plain.port}/${path}`,
    `https://a.uptimemon.test:${secure.port}/${path}`,
    plain.origin,
  ]);
  const run = await runAction({ uris: list.join("\n") }, through(proxy, { NODE_USE_ENV_PROXY: "1" }));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    [proxy.heads.length, proxy.server.connections, run.outputs["connections"], run.outputs["reused"]],
    [3, 2, "3", "3"],
  );
  assert.equal(run.stderr, "");
});
