import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { messages, runAction, temporaryFolder } from "../helpers/action.ts";
import { findProgram, startProgram, startRelay } from "../helpers/program.ts";
import { connects, startProxy, type TestProxy, through } from "../helpers/proxy.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { closedPort, startServer, type TestServer } from "../helpers/server.ts";

const tinyproxy = findProgram("tinyproxy");
const skip = tinyproxy === null ? "tinyproxy is not installed" : false;

/** Starts a real tinyproxy, and something in front of it that counts. It asks `next` for our names, which no resolver knows. */
async function startTinyproxy(
  t: TestContext,
  next: TestProxy | null,
  rules: readonly string[] = [],
): Promise<TestServer> {
  const port = await closedPort();
  const file = join(temporaryFolder(t), "tinyproxy.conf");
  const upstream = next ? [`Upstream http ${next.shown} ".uptimemon.test"`] : [];
  writeFileSync(file, `${[`Port ${port}`, "Listen 127.0.0.1", "Timeout 60", ...upstream, ...rules].join("\n")}\n`);
  await startProgram(t, tinyproxy ?? "", { args: ["-d", "-c", file], port });
  return startRelay(t, port);
}

const five = [1, 2, 3, 4, 5];

test("tinyproxy: one tunnel for five https URIs of an origin", { skip }, async (t) => {
  const site = await startServer(t, undefined, { tls: "server" });
  const next = await startProxy(t);
  const proxy = await startTinyproxy(t, next);
  const run = await runAction(
    { uris: five.map((path) => `https://a.uptimemon.test:${site.port}/${path}`).join("\n") },
    through({ url: proxy.origin }),
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.connections], ["1", "4", 1]);
  assert.deepEqual([connects(next).length, site.connections, site.handshakes, site.requests.length], [1, 1, 1, 5]);
  assert.equal(run.stderr, "");
});

test("tinyproxy closes its connections after each forwarded answer: all up, and the counts agree", {
  skip,
}, async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const proxy = await startTinyproxy(t, await startProxy(t));
  // An address that http-client does not take for loopback: through the proxy without a name.
  const list = five.flatMap((path) => [
    `http://[::ffff:127.0.0.1]:${plain.port}/${path}`,
    `https://a.uptimemon.test:${secure.port}/${path}`,
  ]);
  const run = await runAction({ uris: list.join("\n") }, through({ url: proxy.origin }));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.equal(run.outputs["connections"], String(proxy.connections));
  assert.equal(run.outputs["reused"], String(10 - proxy.connections));
  assert.deepEqual([plain.requests.length, secure.requests.length, secure.connections], [5, 5, 1]);
});

test("tinyproxy: right credentials open the way, wrong ones are an ERR", { skip }, async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const proxy = await startTinyproxy(t, await startProxy(t), ["BasicAuth ann secret-1"]);
  const list = `http://a.uptimemon.test:${plain.port}/\nhttps://a.uptimemon.test:${secure.port}/`;
  const right = await runAction({ uris: list }, through({ url: proxy.origin.replace("://", "://ann:secret-1@") }));
  assert.equal(right.code, 0, right.log.join("\n"));
  const wrong = await runAction({ uris: list }, through({ url: proxy.origin.replace("://", "://ann:wr0ng-one@") }));
  assertHidden(right, ["secret-1"]);
  assertHidden(wrong, ["wr0ng-one"]);
  assert.deepEqual([plain.requests.length, secure.requests.length], [1, 1]);
  // Its word for wrong credentials is 401, not 407: forwarded, that cannot be told from the site's own.
  assert.deepEqual(messages(wrong), [
    "401 Unauthorized, expected 200",
    `the proxy 127.0.0.1:${proxy.port} refused the tunnel: 401 (ERR_PROXY_TUNNEL)`,
  ]);
});

test("tinyproxy: a port for which it opens no tunnel is an ERR that says so", { skip }, async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const proxy = await startTinyproxy(t, null, ["ConnectPort 443"]);
  const run = await runAction({ uris: `https://[::ffff:127.0.0.1]:${secure.port}/` }, through({ url: proxy.origin }));
  assert.equal(run.results[0]?.message, `the proxy 127.0.0.1:${proxy.port} refused the tunnel: 403 (ERR_PROXY_TUNNEL)`);
  assert.equal(secure.connections, 0);
});
