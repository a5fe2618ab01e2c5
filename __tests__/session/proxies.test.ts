import assert from "node:assert/strict";
import { test } from "node:test";
import { resultLines, runAction } from "../helpers/action.ts";
import { connects, fieldOf, startProxy, through } from "../helpers/proxy.ts";
import { basic } from "../helpers/secrets.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

const five = [1, 2, 3, 4, 5];

/** URIs of a server under a name that only a proxy knows. */
function uris(
  { port }: TestServer,
  { scheme = "http", name = "site.uptimemon.test", paths = five.map(String) } = {},
): string {
  return paths.map((path) => `${scheme}://${name}:${port}/${path}`).join("\n");
}

test("https through a proxy: one tunnel and one connection for a whole list", async (t) => {
  const site = await startServer(t, undefined, { tls: "server" });
  const proxy = await startProxy(t);
  const run = await runAction({ uris: uris(site, { scheme: "https" }) }, through(proxy));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], ["1", "4"]);
  assert.equal(proxy.server.connections, 1);
  const authority = `site.uptimemon.test:${site.port}`;
  assert.deepEqual(
    proxy.heads.map((head) => head.split("\r\n").filter((line) => !/^connection:/i.test(line))),
    [[`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`]],
  );
  assert.deepEqual([site.connections, site.handshakes, site.requests.length], [1, 1, 5]);
  assert.deepEqual([site.requests[0]?.headers.host, site.requests[0]?.url], [authority, "/1"]);
  assert.deepEqual(
    run.results.map(({ certificate }) => certificate?.validTo),
    five.map(() => "2100-01-01T00:00:00.000Z"),
  );
  assert.equal(run.stderr, "");
});

test("http through a proxy: absolute form, no CONNECT, one connection for all origins", async (t) => {
  const [one, other] = await Promise.all([startServer(t), startServer(t)]);
  const proxy = await startProxy(t);
  const list = `${uris(one, { paths: ["1?a=b&c=%20#part", "2", "3"] })}\n${uris(other, { name: "other.example" })}`;
  const run = await runAction({ uris: list }, through(proxy));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.server.connections], ["1", "7", 1]);
  assert.deepEqual(connects(proxy), []);
  assert.equal(proxy.heads[0]?.split("\r\n")[0], `GET http://site.uptimemon.test:${one.port}/1?a=b&c=%20 HTTP/1.1`);
  assert.equal(fieldOf(proxy.heads[0] ?? "", "Host"), `site.uptimemon.test:${one.port}`);
  assert.equal(proxy.heads[3]?.split("\r\n")[0], `GET http://other.example:${other.port}/1 HTTP/1.1`);
  assert.equal(fieldOf(proxy.heads[3] ?? "", "Host"), `other.example:${other.port}`);
  assert.deepEqual([one.requests.length, other.requests.length], [3, 5]);
});

test("the ports of the schemes are told to a proxy and left out of Host", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const proxy = await startProxy(t, { servers: { "site.uptimemon.test": plain, "site.uptimemon.test:443": secure } });
  const run = await runAction(
    { uris: "http://site.uptimemon.test\nhttps://site.uptimemon.test\nHTTPS://SITE.uptimemon.test:443/" },
    through(proxy),
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.match(
    proxy.heads[0] ?? "",
    /^GET http:\/\/site\.uptimemon\.test\/ HTTP\/1\.1\r\nHost: site\.uptimemon\.test\r\n/,
  );
  assert.match(
    proxy.heads[1] ?? "",
    /^CONNECT site\.uptimemon\.test:443 HTTP\/1\.1\r\nHost: site\.uptimemon\.test:443$/,
  );
  assert.equal(proxy.heads.length, 2);
  assert.deepEqual(
    secure.requests.map(({ headers }) => headers.host),
    ["site.uptimemon.test", "site.uptimemon.test"],
  );
});

test("not a byte of an https request is ever in clear, whatever came before it", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const proxy = await startProxy(t);
  const names = ["a.uptimemon.test", "b.uptimemon.test"];
  const list = [1, 2, 3].flatMap((round) =>
    names.flatMap((name) => [
      `http://${name}:${plain.port}/open${round}`,
      `https://carol:hush-hush@${name}:${secure.port}/closed${round}`,
    ]),
  );
  const run = await runAction({ uris: list.join("\n"), headers: "X-Api-Key: 0123-not-for-proxies" }, through(proxy));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.server.connections], ["3", "9", 3]);
  assert.equal(connects(proxy).length, 2);
  for (const head of connects(proxy)) assert.doesNotMatch(head, /authorization|api-key|hush|0123/i);
  assert.doesNotMatch(proxy.clear, /closed|Y2Fyb2w6aHVzaC1odXNo|hush/);
  assert.match(proxy.clear, /open3/);
  // A TLS record of the handshake: RFC 8446, section 5.1.
  assert.deepEqual(
    proxy.tunnels.map((bytes) => bytes.subarray(0, 2).toString("hex")),
    ["1603", "1603"],
  );
  assert.equal(secure.requests.length, 6);
  assert.equal(secure.requests[5]?.headers.authorization, "Basic Y2Fyb2w6aHVzaC1odXNo");
});

test("http and https on one host and port do not share a connection", async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const proxy = await startProxy(t);
  const list = ["http", "https", "http", "https"].map((scheme) => uris(secure, { scheme, paths: ["x"] }));
  const run = await runAction({ uris: list.join("\n") }, through(proxy));
  assert.deepEqual(
    run.results.map(({ status }) => status),
    [502, 200, 502, 200],
  );
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.server.connections], ["2", "2", 2]);
});

test("a host that is a proxy for http and a site for https: each has its own connection, and the site its certificate", async (t) => {
  const both = await startServer(t, undefined, { tls: "server" });
  const list = [
    `${both.origin}/site`,
    "http://site.uptimemon.test/1",
    `${both.origin}/site`,
    "http://site.uptimemon.test/2",
  ];
  for (const uris of [list, list.toReversed()]) {
    const before = both.connections;
    const run = await runAction({ uris: uris.join("\n") }, { env: { HTTP_PROXY: both.origin } });
    assert.deepEqual(
      run.results.map(({ state, certificate }) => [state, certificate !== null]),
      uris.map((uri) => ["OK", uri.startsWith("https:")]),
    );
    assert.deepEqual([run.outputs["connections"], run.outputs["reused"], both.connections - before], ["2", "2", 2]);
  }
});

test("a redirect from http to https goes from forwarding to a tunnel and leaves the credentials behind", async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const plain = await startServer(t, (_, answer) => {
    answer.writeHead(302, { Location: `https://site.uptimemon.test:${secure.port}/end` }).end();
  });
  const proxy = await startProxy(t, { credentials: "ann:pr0xy-pass" });
  const list = `http://bob:s1te-pass@site.uptimemon.test:${plain.port}/\nhttp://site.uptimemon.test:${plain.port}/again`;
  const run = await runAction(
    { uris: list, headers: "X-Token: abcdef" },
    through({ url: proxy.url.replace("://", "://ann:pr0xy-pass@") }),
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    proxy.heads.map((head) => head.split(" HTTP")[0]),
    [
      `GET http://site.uptimemon.test:${plain.port}/`,
      `CONNECT site.uptimemon.test:${secure.port}`,
      `GET http://site.uptimemon.test:${plain.port}/again`,
    ],
  );
  assert.deepEqual(
    plain.requests.map(({ headers }) => headers.authorization),
    [basic("bob:s1te-pass"), undefined],
  );
  assert.deepEqual(
    secure.requests.map(({ headers }) => [headers.authorization, headers["x-token"], headers["proxy-authorization"]]),
    [1, 2].map(() => [undefined, undefined, undefined]),
  );
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.server.connections], ["2", "2", 2]);
  assert.deepEqual(
    run.results.map(({ reused, redirects }) => [reused, redirects]),
    [
      [false, [`https://site.uptimemon.test:${secure.port}/end`]],
      [true, [`https://site.uptimemon.test:${secure.port}/end`]],
    ],
  );
});

test("many at once through one proxy: no more connections than checks in flight, and the counts agree", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const proxy = await startProxy(t);
  const paths = Array.from({ length: 20 }, (_, i) => String(i));
  const list = `${uris(plain, { paths })}\n${uris(secure, { scheme: "https", paths })}`;
  const run = await runAction({ uris: list, concurrency: "5" }, through(proxy));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.equal(resultLines(run).length, 40);
  assert.equal(run.outputs["connections"], String(proxy.server.connections));
  assert.ok(proxy.server.connections <= 10, `${proxy.server.connections} connections`);
  assert.equal(run.outputs["reused"], String(40 - proxy.server.connections));
  assert.equal(run.stderr, "");
});
