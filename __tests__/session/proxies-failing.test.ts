import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { messages, resultLines, runAction, startAction } from "../helpers/action.ts";
import { connects, refuse, startProxy, through } from "../helpers/proxy.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { closedPort, startRaw, startServer, type TestServer } from "../helpers/server.ts";

test("a value that names no http(s) proxy is an ERR for its scheme, and never a direct request", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  // Names that resolve without a proxy too, so that a direct request would succeed.
  const names = `http://[::ffff:127.0.0.1]:${plain.port}/\nhttps://[::ffff:127.0.0.1]:${secure.port}/`;
  const values = [
    "socks5://127.0.0.1:1080",
    "socks://me:s0cks-pass@127.0.0.1",
    "not a proxy",
    "http://",
    "http://127.0.0.1:99999",
  ];
  const runs = await Promise.all(values.map((url) => runAction({ uris: names }, through({ url }))));
  for (const [index, run] of runs.entries()) {
    const value = values[index];
    assert.equal(run.code, 1, value);
    assert.deepEqual(
      messages(run),
      ["http", "https"].map(
        (scheme) => `${scheme.toUpperCase()}_PROXY (or ${scheme}_proxy) is not the address of an http(s) proxy`,
      ),
      value,
    );
    assert.equal(run.outputs["connections"], "0");
    assertHidden(run, ["s0cks-pass"]);
    assert.equal(run.stderr, "");
  }
  assert.deepEqual([plain.connections, secure.connections], [0, 0]);
});

test("a broken proxy variable is no matter to what does not go through it", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const run = await runAction(
    { uris: `${plain.origin}\n${secure.origin}` },
    through({ url: "socks5://127.0.0.1:1080" }),
  );
  assert.equal(run.code, 0, run.log.join("\n"));
});

test("a proxy that is down is named, with the reason", async () => {
  const url = `http://127.0.0.1:${await closedPort()}`;
  const run = await runAction({ uris: "http://site.uptimemon.test/\nhttps://site.uptimemon.test/" }, through({ url }));
  const words = `cannot connect to the proxy ${url.slice(7)}: connection refused (ECONNREFUSED)`;
  assert.equal(run.code, 1);
  assert.deepEqual(resultLines(run), [
    `[ERR] http://site.uptimemon.test/: ${words}`,
    `[ERR] https://site.uptimemon.test/: ${words}`,
  ]);
  assert.deepEqual(messages(run), [words, words]);
});

test("a refused tunnel is an ERR with the proxy's status, and the next URI is checked", async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const proxy = await startProxy(t, {
    intercept: (client, head) => {
      const status = /^CONNECT s(\d+)/.exec(head)?.[1];
      return status === undefined ? false : refuse(client, Number(status));
    },
  });
  const list = ["s403", "s502", "s407", "s302", "site"].map((name) => `https://${name}.uptimemon.test:${secure.port}/`);
  const run = await runAction({ uris: list.join("\n") }, through(proxy));
  const refused = (status: number): string =>
    `the proxy ${proxy.shown} refused the tunnel: ${status} (ERR_PROXY_TUNNEL)`;
  assert.deepEqual(
    run.results.map(({ message, status }) => [message, status]),
    [
      [refused(403), null],
      [refused(502), null],
      [`the proxy ${proxy.shown} requires authentication (407)`, null],
      [refused(302), null],
      ["", 200],
    ],
  );
  assert.equal(run.code, 1);
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], [String(proxy.server.connections), "0"]);
  assert.equal(run.stderr, "");
});

test("a proxy's own answer to a forwarded request cannot be told from the site's, but for 407", async (t) => {
  const proxy = await startProxy(t, {
    intercept: (client, head) => refuse(client, Number(/\/(\d+) /.exec(head)?.[1])),
  });
  const run = await runAction(
    { uris: ["403", "407", "502"].map((path) => `http://site.uptimemon.test/${path}`).join("\n") },
    through(proxy),
  );
  assert.deepEqual(
    run.results.map(({ state, status, message }) => [state, status, message]),
    [
      ["NOK", 403, "403 Forbidden, expected 200"],
      ["ERR", null, `the proxy ${proxy.shown} requires authentication (407)`],
      ["NOK", 502, "502 Bad Gateway, expected 200"],
    ],
  );
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.server.connections], ["1", "2", 1]);
});

/** A site that answers only once every connection to `watched` is closed, while the run is still under way. */
function startWitness(t: TestContext, watched: TestServer): Promise<TestServer> {
  return startServer(t, async (_, answer) => {
    await watched.until(() => watched.open.size === 0);
    answer.end("closed");
  });
}

test("a silent proxy is a timeout that names it, and its connections are closed", async (t) => {
  const proxy = await startProxy(t, { intercept: () => true });
  const witness = await startWitness(t, proxy.server);
  const uris = ["http://site.uptimemon.test/", "https://site.uptimemon.test/", witness.origin];
  const run = await runAction({ uris: uris.join("\n"), timeout: "1s", concurrency: "2" }, through(proxy));
  const words = `timed out after 1 s waiting for the proxy ${proxy.shown} (ETIMEDOUT)`;
  assert.deepEqual(messages(run), [words, words, ""]);
  assert.equal(run.code, 1);
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.server.connections], ["3", "0", 2]);
  // The time went into what the attempt was waiting for.
  const [http, https] = run.results.map(({ timings }) => timings);
  assert.ok((http?.wait ?? 0) > 500, JSON.stringify(http));
  assert.ok((https?.connect ?? 0) > 500, JSON.stringify(https));
  assert.deepEqual([https?.ssl, https?.send, https?.wait], [-1, -1, -1]);
  assert.equal(run.stderr, "");
});

test("a proxy that is silent in its own TLS handshake is a timeout that names it", async (t) => {
  const mute = await startRaw(t, (client) => client.resume());
  const witness = await startWitness(t, mute);
  const url = mute.origin.replace("http:", "https:");
  const run = await runAction(
    { uris: `http://site.uptimemon.test/\n${witness.origin}`, timeout: "1s" },
    through({ url }),
  );
  const words = `timed out after 1 s waiting for the proxy 127.0.0.1:${mute.port} (ETIMEDOUT)`;
  assert.deepEqual(messages(run), [words, ""]);
  assert.equal(run.stderr, "");
});

test("a silent site behind a tunnel is not blamed on the proxy", async (t) => {
  const site = await startServer(t, () => {}, { tls: "server" });
  const proxy = await startProxy(t);
  const run = await runAction({ uris: `https://site.uptimemon.test:${site.port}/`, timeout: "1s" }, through(proxy));
  assert.equal(site.requests.length, 1, run.log.join("\n"));
  assert.equal(run.results[0]?.message, "timed out after 1 s waiting for the answer (ETIMEDOUT)");
});

test("a site that is silent in its TLS handshake, in a tunnel through an http or https proxy, is named as such", async (t) => {
  const site = await startRaw(t, (socket) => socket.resume());
  const runs = [{}, { tls: "server" } as const].map(async (settings) => {
    const proxy = await startProxy(t, settings);
    const witness = await startWitness(t, proxy.server);
    return runAction(
      { uris: `https://site.uptimemon.test:${site.port}/\n${witness.origin}`, timeout: "1s" },
      through(proxy),
    );
  });
  const words = ["timed out after 1 s in the TLS handshake (ETIMEDOUT)", ""];
  assert.deepEqual((await Promise.all(runs)).map(messages), [words, words]);
});

test("a bad certificate behind a tunnel is the site's, not the proxy's, and no request is made", async (t) => {
  const site = await startServer(t, undefined, { tls: "wrong-name" });
  const proxy = await startProxy(t);
  const run = await runAction({ uris: `https://site.uptimemon.test:${site.port}/` }, through(proxy));
  assert.equal(run.results[0]?.message, "the certificate is for another host name (ERR_TLS_CERT_ALTNAME_INVALID)");
  assert.deepEqual([site.requests.length, connects(proxy).length], [0, 1]);
});

test("a proxy that closes instead of opening the tunnel, or speaks no HTTP, is an ERR that says so", async (t) => {
  const closing = await startProxy(t, { intercept: (client) => client.end() && true });
  const babbling = await startProxy(t, { intercept: (client) => client.write("SSH-2.0-OpenSSH_9.9\r\n") || true });
  const list = { uris: "https://site.uptimemon.test/" };
  const [closed, babbled] = [await runAction(list, through(closing)), await runAction(list, through(babbling))];
  assert.equal(
    closed.results[0]?.message,
    `cannot connect to the proxy ${closing.shown}: the connection was closed before the tunnel was open (ECONNRESET)`,
  );
  assert.match(
    babbled.results[0]?.message ?? "",
    /^cannot connect to the proxy 127\.0\.0\.1:\d+: the answer is not valid HTTP \(HPE_\w+\)$/,
  );
  assert.doesNotMatch(babbled.log.join("\n"), /OpenSSH/);
  assert.deepEqual([closing.server.connections, babbling.server.connections], [1, 1]);
  assert.equal(closed.stderr + babbled.stderr, "");
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`${signal} while a proxy is silent: the run ends at once, and what is known is written`, {
    skip: process.platform === "win32",
  }, async (t) => {
    const plain = await startServer(t);
    const asked = Promise.withResolvers<void>();
    const proxy = await startProxy(t, {
      intercept: () => {
        asked.resolve();
        return true;
      },
    });
    const step = startAction(
      { uris: `${plain.origin}\nhttps://site.uptimemon.test/\nhttps://b.uptimemon.test/`, timeout: "60s" },
      through(proxy),
    );
    await Promise.race([asked.promise, step.finished]);
    step.child.kill(signal);
    const run = await step.finished;
    assert.equal(run.code, 1);
    assert.deepEqual(
      run.results.map(({ state, message }) => [state, message]),
      [
        ["OK", ""],
        ["ERR", `cancelled while waiting for the proxy ${proxy.shown}`],
        ["ERR", "not checked (cancelled)"],
      ],
    );
    assert.match(run.summary, /Cancelled/);
    assert.ok(run.ms < 30_000);
    await proxy.server.until(() => proxy.server.open.size === 0);
    assert.equal(run.stderr, "");
  });
}
