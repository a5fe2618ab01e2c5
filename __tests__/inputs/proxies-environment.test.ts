import assert from "node:assert/strict";
import { test } from "node:test";
import { runAction } from "../helpers/action.ts";
import { everyNameIs } from "../helpers/names.ts";
import { startProxy, through } from "../helpers/proxy.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

const five = [1, 2, 3, 4, 5];

/** URIs of a server under a name that only a proxy knows. */
function uris(
  { port }: TestServer,
  { scheme = "http", name = "site.uptimemon.test", paths = five.map(String) } = {},
): string {
  return paths.map((path) => `${scheme}://${name}:${port}/${path}`).join("\n");
}

test("NO_PROXY takes hosts with their subdomains, .domains and host:port; the rest goes through the proxy", async (t) => {
  const [site, other] = await Promise.all([startServer(t), startServer(t)]);
  const proxy = await startProxy(t);
  const direct = [
    `http://a.example:${site.port}/`,
    `http://A.Example:${site.port}/`,
    `http://sub.a.example:${site.port}/`,
    `http://sub.b.example:${site.port}/`,
    `http://c.example:${site.port}/`,
  ];
  const forwarded = [
    `http://nota.example:${site.port}/`,
    `http://b.example:${site.port}/`,
    `http://c.example:${other.port}/`,
    `http://a.example.org:${site.port}/`,
    `http://wild.d.example:${site.port}/`,
  ];
  const run = await runAction(
    { uris: [...direct, ...forwarded].join("\n") },
    {
      ...through(proxy, { NO_PROXY: ` a.example, .b.example,c.example:${site.port},,*.d.example` }),
      nodeArguments: everyNameIs("127.0.0.1"),
    },
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    proxy.heads.map((head) => head.split(" ")[1]),
    forwarded,
  );
  assert.equal(site.requests.length + other.requests.length, 10);
  // a, sub.a, sub.b, c, and the one to the proxy.
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], ["5", "5"]);
});

test("NO_PROXY=* sends nothing through the proxy", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const proxy = await startProxy(t);
  const list = `${uris(plain)}\n${uris(secure, { scheme: "https" })}`;
  const run = await runAction(
    { uris: list },
    { ...through(proxy, { no_proxy: "*" }), nodeArguments: everyNameIs("127.0.0.1") },
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([proxy.server.connections, plain.connections, secure.connections], [0, 1, 1]);
});

test("loopback never goes through a proxy", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const six = await startServer(t, undefined, { host: "::1" });
  const proxy = await startProxy(t);
  const list = [
    plain.origin,
    secure.origin,
    `http://localhost:${plain.port}`,
    `https://localhost:${secure.port}`,
    `http://127.1:${plain.port}/`,
    six.origin,
  ];
  const run = await runAction(
    { uris: list.join("\n") },
    { ...through(proxy), nodeArguments: everyNameIs("127.0.0.1") },
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.equal(proxy.server.connections, 0);
});

// On Windows the two are one variable.
test("lower-case variables win over upper-case ones", { skip: process.platform === "win32" }, async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const [lower, upper] = await Promise.all([startProxy(t), startProxy(t)]);
  const list = `${uris(plain)}\n${uris(secure, { scheme: "https" })}`;
  const both = {
    http_proxy: lower.url,
    https_proxy: lower.url,
    no_proxy: "elsewhere.example",
    NO_PROXY: "site.uptimemon.test",
  };
  const run = await runAction({ uris: list }, through(upper, both));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([lower.server.connections, upper.server.connections], [2, 0]);
});

test("each scheme has its own proxy, and an empty variable means none", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const [first, second] = await Promise.all([startProxy(t), startProxy(t)]);
  const list = `${uris(plain)}\n${uris(secure, { scheme: "https" })}`;
  const apart = await runAction({ uris: list }, { env: { HTTP_PROXY: first.url, HTTPS_PROXY: second.url } });
  assert.equal(apart.code, 0, apart.log.join("\n"));
  assert.deepEqual([first.heads.length, second.heads.length], [5, 1]);
  const nameless = { nodeArguments: everyNameIs("127.0.0.1") };
  const without = await runAction(
    { uris: list },
    { env: { HTTP_PROXY: first.url, https_proxy: "", HTTPS_PROXY: "" }, ...nameless },
  );
  assert.equal(without.code, 0, without.log.join("\n"));
  assert.deepEqual([first.heads.length, second.heads.length, secure.requests.length], [10, 1, 10]);
});

test("each hop of a redirect takes its own way: direct, through the proxy, and direct again", async (t) => {
  const server = await startServer(t, (request, answer) => {
    const { port } = server;
    const steps: Record<string, string> = {
      "/": `http://site.uptimemon.test:${port}/proxied`,
      "/proxied": `http://127.0.0.1:${port}/end`,
    };
    const next = steps[request.url ?? ""];
    if (next === undefined) answer.end("ok");
    else answer.writeHead(302, { Location: next }).end();
  });
  const proxy = await startProxy(t);
  const run = await runAction({ uris: server.origin }, through(proxy));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    proxy.heads.map((head) => head.split(" ")[1]),
    [`http://site.uptimemon.test:${server.port}/proxied`],
  );
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], ["2", "1"]);
});
