import assert from "node:assert/strict";
import { test } from "node:test";
import { messages, resultLines, runAction } from "../helpers/action.ts";
import { everyNameIs, noNameIsKnown } from "../helpers/names.ts";
import { connects, fieldOf, startProxy, through } from "../helpers/proxy.ts";
import { closedPort, startServer } from "../helpers/server.ts";

test("http and https on an IPv6 address: reached, shown as typed, Host with brackets, one connection each", async (t) => {
  const [plain, secure] = await Promise.all([
    startServer(t, undefined, { host: "::1" }),
    startServer(t, undefined, { host: "::1", tls: "server" }),
  ]);
  const uris = [
    `${plain.origin}/a`,
    `${secure.origin}/b`,
    `http://[0:0:0:0:0:0:0:1]:${plain.port}/c`,
    `https://[0::1]:${secure.port}/d`,
  ];
  const run = await runAction({ uris: uris.join("\n") });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    resultLines(run),
    uris.map((uri) => `[OK] ${uri}`),
  );
  assert.deepEqual(
    [...plain.requests, ...secure.requests].map(({ headers, url }) => `${headers.host}${url}`),
    [`[::1]:${plain.port}/a`, `[::1]:${plain.port}/c`, `[::1]:${secure.port}/b`, `[::1]:${secure.port}/d`],
  );
  assert.deepEqual(
    [plain.connections, secure.connections, run.outputs["connections"], run.outputs["reused"]],
    [1, 1, "2", "2"],
  );
  for (const { timings } of run.results) assert.equal(timings.dns, -1);
});

test("a name with an IPv6 and an IPv4 address, both refused: connection refused, once", async () => {
  const port = await closedPort();
  const uri = `http://localhost:${port}/`;
  const run = await runAction({ uris: uri }, { nodeArguments: everyNameIs("::1", "127.0.0.1") });
  assert.deepEqual(resultLines(run), [`[ERR] ${uri}: connection refused (ECONNREFUSED)`]);
  assert.equal(run.results[0]?.message, "connection refused (ECONNREFUSED)");
  assert.deepEqual([run.outputs["connections"], run.stderr], ["0", ""]);
});

for (const [first, second] of [
  ["::1", "127.0.0.1"],
  ["127.0.0.1", "::1"],
] as const) {
  test(`a name whose first address (${first}) refuses is reached at its second one`, async (t) => {
    const server = await startServer(t, undefined, { host: second });
    const uri = `http://dual.example:${server.port}`;
    const run = await runAction({ uris: `${uri}/1\n${uri}/2` }, { nodeArguments: everyNameIs(first, second) });
    assert.equal(run.code, 0, run.log.join("\n"));
    assert.deepEqual([server.connections, run.outputs["connections"], run.outputs["reused"]], [1, "1", "1"]);
    const { dns, connect, ssl } = run.results[0]?.timings ?? { dns: -1, connect: -1, ssl: 0 };
    assert.ok(dns >= 0 && connect > 0 && ssl === -1, JSON.stringify(run.results[0]?.timings));
  });
}

test("a name that is not found, or not in time, is an ERR that says so", async () => {
  const names = ["enotfound.example", "eai_again.example", "silent.example"];
  const run = await runAction(
    { uris: names.map((name) => `https://${name}/`).join("\n"), timeout: "1s" },
    { nodeArguments: noNameIsKnown },
  );
  const words = [
    "no such host (ENOTFOUND)",
    "DNS lookup failed: the name server did not answer (EAI_AGAIN)",
    "timed out after 1 s looking up the host name (ETIMEDOUT)",
  ];
  assert.deepEqual(messages(run), words);
  const { dns, connect, ssl } = run.results[2]?.timings ?? { dns: 0, connect: 0, ssl: 0 };
  assert.ok(dns > 500 && connect === -1 && ssl === -1, JSON.stringify(run.results[2]?.timings));
  assert.deepEqual([run.outputs["connections"], run.stderr], ["0", ""]);
  const proxied = await runAction(
    { uris: "http://a.example\nhttps://a.example" },
    { ...through({ url: "http://enotfound.example:3128" }), nodeArguments: noNameIsKnown },
  );
  const noProxy = `cannot connect to the proxy enotfound.example:3128: ${words[0]}`;
  assert.deepEqual(messages(proxied), [noProxy, noProxy]);
});

test("scheme and host are case-insensitive: one origin, one connection, shown as typed", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const uris = [
    `HTTP://LOCALHOST:${plain.port}/Path`,
    `http://localhost:${plain.port}/Path`,
    `HttpS://Site.UptimeMon.Test:${secure.port}`,
    `https://site.uptimemon.test:${secure.port}/`,
  ];
  const run = await runAction({ uris: uris.join("\n") }, { nodeArguments: everyNameIs("127.0.0.1") });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    run.results.map(({ uri }) => uri),
    uris,
  );
  assert.deepEqual([plain.connections, secure.connections, run.outputs["reused"]], [1, 1, "2"]);
  assert.deepEqual(
    [...plain.requests, ...secure.requests].map(({ headers, url }) => `${headers.host}${url}`),
    [
      `localhost:${plain.port}/Path`,
      `localhost:${plain.port}/Path`,
      `site.uptimemon.test:${secure.port}/`,
      `site.uptimemon.test:${secure.port}/`,
    ],
  );
});

test("a name beyond ASCII is asked for in its ASCII form and shown as typed", async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const names = [
    "bücher.uptimemon.test",
    "BÜCHER.uptimemon.test",
    "xn--bcher-kva.uptimemon.test",
    "bücher。uptimemon.test",
  ];
  const uris = names.map((name) => `https://${name}:${secure.port}/straße?q=ü`);
  const run = await runAction({ uris: uris.join("\n") }, { nodeArguments: everyNameIs("127.0.0.1") });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    run.results.map(({ uri }) => uri),
    uris,
  );
  assert.deepEqual(
    secure.requests.map(({ headers, url }) => `${headers.host} ${url}`),
    uris.map(() => `xn--bcher-kva.uptimemon.test:${secure.port} /stra%C3%9Fe?q=%C3%BC`),
  );
  assert.deepEqual([secure.connections, run.outputs["reused"]], [1, "3"]);
});

test("the port of the scheme is implied, may be spelled out, and makes no other origin", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const proxy = await startProxy(t, { servers: { "a.uptimemon.test": plain, "a.uptimemon.test:443": secure } });
  const uris = [
    "http://a.uptimemon.test",
    "http://a.uptimemon.test:80/x",
    "https://a.uptimemon.test",
    "https://a.uptimemon.test:0443/x",
    "https://a.uptimemon.test:/y",
  ];
  const run = await runAction({ uris: uris.join("\n") }, through(proxy));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    proxy.heads.map((head) => head.split(" HTTP")[0]),
    ["GET http://a.uptimemon.test/", "GET http://a.uptimemon.test/x", "CONNECT a.uptimemon.test:443"],
  );
  assert.equal(fieldOf(connects(proxy)[0] ?? "", "Host"), "a.uptimemon.test:443");
  for (const { headers } of [...plain.requests, ...secure.requests]) assert.equal(headers.host, "a.uptimemon.test");
  assert.match(run.log.join("\n"), /^5 requests to 2 origins in .*: 2 opened a connection, 3 used an open one\./m);
});

test("an IPv6 address through a proxy keeps its brackets", async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const proxy = await startProxy(t, {
    intercept: (client) => client.end("HTTP/1.1 503 no\r\nContent-Length: 0\r\n\r\n") && true,
  });
  const run = await runAction(
    { uris: `https://[2001:DB8::7]:${secure.port}/\nhttp://[2001:db8::7]/x` },
    through(proxy),
  );
  assert.equal(run.code, 1);
  assert.deepEqual(
    proxy.heads.map((head) => head.split("\r\n").slice(0, 2)),
    [
      [`CONNECT [2001:db8::7]:${secure.port} HTTP/1.1`, `Host: [2001:db8::7]:${secure.port}`],
      ["GET http://[2001:db8::7]/x HTTP/1.1", "Host: [2001:db8::7]"],
    ],
  );
});

test("other spellings of an IPv4 address are the same address", async (t) => {
  const server = await startServer(t);
  const hosts = ["127.0.0.1", "127.1", "0x7f.1", "2130706433", "0177.0.0.1", "127.0.0.1."];
  const run = await runAction({ uris: hosts.map((host) => `http://${host}:${server.port}/`).join("\n") });
  assert.equal(run.code, 0, run.log.join("\n"));
  for (const { headers } of server.requests) assert.equal(headers.host, `127.0.0.1:${server.port}`);
  assert.equal(server.connections, 1);
});

test("a name with a dot at its end is verified, and told to the server (SNI), without it", async (t) => {
  const names: unknown[] = [];
  const secure = await startServer(
    t,
    (request, answer) => {
      names.push("servername" in request.socket ? request.socket.servername : null);
      answer.end("ok");
    },
    { tls: "server" },
  );
  const run = await runAction(
    { uris: `https://site.uptimemon.test.:${secure.port}/` },
    { nodeArguments: everyNameIs("127.0.0.1") },
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  // RFC 6066, section 3.
  assert.deepEqual(names, ["site.uptimemon.test"]);
});

test("what stands before the path is not lost: query without a path, dots, empty segments, percent-encodings", async (t) => {
  const server = await startServer(t);
  const paths = [
    "?a=b",
    "/a/./b/../c",
    "//double//",
    "/%2e%2E/x",
    "/a%2Fb?c=d?e#f",
    "/caf\u00e9",
    "/[x]|`{}",
    "/;a=b,c",
  ];
  const run = await runAction({ uris: paths.map((path) => server.origin + path).join("\n") });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    server.requests.map(({ url }) => url),
    ["/?a=b", "/a/c", "//double//", "/x", "/a%2Fb?c=d?e", "/caf%C3%A9", "/[x]|%60%7B%7D", "/;a=b,c"],
  );
});
