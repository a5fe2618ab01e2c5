import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { type TestContext, test } from "node:test";
import { TLSSocket } from "node:tls";
import { messages, plainLog, type Run, resultLines, runAction } from "../helpers/action.ts";
import { connects, startProxy, through } from "../helpers/proxy.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { closedPort, type Settings, startServer, type TestServer } from "../helpers/server.ts";
import { urlset } from "../helpers/sitemap.ts";

/** A backend that answers with its name, and the names that its clients asked for in TLS. */
async function startBackend(
  t: TestContext,
  name: string,
  settings: Settings = { tls: "server" },
): Promise<{ server: TestServer; names: (string | false | null)[] }> {
  const names: (string | false | null)[] = [];
  const answer: RequestListener = ({ socket }, response) => {
    if (socket instanceof TLSSocket) names.push(socket.servername);
    response.end(`this is ${name}`);
  };
  return { server: await startServer(t, answer, settings), names };
}

function notes(run: Run): string[] {
  return plainLog(run).filter((line) => line.startsWith("connect-to: "));
}

function warnings({ log }: Run): string[] {
  return log.filter((line) => line.startsWith("::warning::"));
}

test("the new backend is checked before the switch: its address is dialled, while Host, SNI and the certificate's name stay", async (t) => {
  const [blue, green] = await Promise.all([startBackend(t, "blue"), startBackend(t, "green")]);
  const uris = [1, 2, 3].map((number) => `https://shop.uptimemon.test/${number} 200 this is green`).join("\n");
  const to = (port: number): Promise<Run> => runAction({ uris, "connect-to": `shop.uptimemon.test 127.0.0.1:${port}` });
  const [old, fresh] = [await to(blue.server.port), await to(green.server.port)];
  assert.deepEqual(resultLines(old), [1, 2, 3].map((number) => `[NOK] https://shop.uptimemon.test/${number}: 200, text not found`)); // biome-ignore format: short
  assert.deepEqual(resultLines(fresh), [1, 2, 3].map((number) => `[OK] https://shop.uptimemon.test/${number}`)); // biome-ignore format: short
  for (const [run, { server, names }] of [
    [old, blue],
    [fresh, green],
  ] as const) {
    assert.deepEqual(names, Array(3).fill("shop.uptimemon.test"));
    assert.deepEqual(server.requests.map(({ headers }) => headers.host), names); // biome-ignore format: short
    assert.equal(server.connections, 1);
    assertCounted(run, tallyOf(server));
    assert.deepEqual([notes(run).length, warnings(run)], [1, []]);
    assert.match(notes(run)[0] ?? "", new RegExp(`\\bshop\\.uptimemon\\.test\\b.*127\\.0\\.0\\.1:${server.port}\\b`));
  }
});

test("a wrong certificate behind a mapping is an ERR as it is without one", async (t) => {
  for (const tls of ["wrong-name", "self-signed", "expired", "unknown-authority"] as const) {
    const { server } = await startBackend(t, tls, { tls });
    const run = await runAction({
      uris: "https://shop.uptimemon.test/",
      "connect-to": `shop.uptimemon.test 127.0.0.1:${server.port}`,
    });
    assert.deepEqual([run.code, run.results[0]?.state, server.requests.length], [1, "ERR", 0], tls);
    assert.match(messages(run)[0] ?? "", /certificate/);
  }
  // For an address the certificate of the fixtures is valid; for the name in the URI it is not.
  const { server } = await startBackend(t, "another name");
  const uris = `https://shop.elsewhere.example/\n${server.origin}/`;
  const run = await runAction({ uris, "connect-to": `shop.elsewhere.example 127.0.0.1:${server.port}` });
  assert.deepEqual(run.results.map(({ state }) => state), ["ERR", "OK"]); // biome-ignore format: short
  assert.match(messages(run)[0] ?? "", /for another host name/);
});

test("a mapped host is dialled directly where a proxy is set, and the proxy sees nothing of it", async (t) => {
  const [{ server }, other, plain] = await Promise.all([
    startBackend(t, "green"),
    startBackend(t, "other"),
    startBackend(t, "plain", {}),
  ]);
  const proxy = await startProxy(t, { servers: { "other.uptimemon.test:443": other.server } });
  const run = await runAction(
    {
      uris: [
        "https://shop.uptimemon.test/ 200 green",
        "http://plain.uptimemon.test/ 200 plain",
        "https://other.uptimemon.test/ 200 other",
      ].join("\n"),
      "connect-to": `shop.uptimemon.test 127.0.0.1:${server.port}\nplain.uptimemon.test 127.0.0.1:${plain.server.port}`,
    },
    through(proxy),
  );
  assert.equal(run.code, 0, messages(run).join("\n"));
  assert.deepEqual([proxy.heads.length, connects(proxy).length, proxy.server.connections], [1, 1, 1]);
  assert.doesNotMatch(proxy.clear, /shop|plain/);
  assert.deepEqual(plain.server.requests.map(({ url, headers }) => [url, headers.host]), [["/", "plain.uptimemon.test"]]); // biome-ignore format: short
});

test("a redirect to a mapped host is mapped, and counts as a use of it; what no request used is a warning", async (t) => {
  const { server } = await startBackend(t, "the end", {});
  const start = await startServer(t, (_, answer) => answer.writeHead(302, { Location: "http://end.uptimemon.test/x" }).end()); // biome-ignore format: short
  const run = await runAction({
    uris: "http://start.uptimemon.test:8080/ 200 the end",
    "connect-to": [
      `start.uptimemon.test:8080 127.0.0.1:${start.port}`,
      `end.uptimemon.test 127.0.0.1:${server.port}`,
      "start.uptimemon.test:443 127.0.0.1:9",
      "unused.uptimemon.test 127.0.0.1:9",
    ].join("\n"),
  });
  assert.equal(run.code, 0, messages(run).join("\n"));
  assert.deepEqual(run.results[0]?.redirects, ["http://end.uptimemon.test/x"]);
  assert.deepEqual([start.requests[0]?.headers.host, server.requests[0]?.headers.host], ["start.uptimemon.test:8080", "end.uptimemon.test"]); // biome-ignore format: short
  assert.equal(notes(run).length, 2);
  const unused = warnings(run).filter((line) => line.includes("connect-to"));
  assert.equal(unused.length, 2);
  assert.match(unused[0] ?? "", /start\.uptimemon\.test:443 127\.0\.0\.1:9/);
  assert.match(unused[1] ?? "", /unused\.uptimemon\.test/);
});

test("a mapping of host and port wins over that of the host; without a port the target has that of the URI", async (t) => {
  const [any, one] = await Promise.all([startBackend(t, "any port", {}), startBackend(t, "one port", {})]);
  const run = await runAction({
    uris: [
      "http://shop.uptimemon.test:8080/ 200 one port",
      "http://shop.uptimemon.test/ 200 any port",
      "http://shop.uptimemon.test:8081/ 200 any port",
      `http://port.uptimemon.test:${one.server.port}/ 200 one port`,
    ].join("\n"),
    "connect-to": [
      `shop.uptimemon.test 127.0.0.1:${any.server.port}`,
      `shop.uptimemon.test:8080 127.0.0.1:${one.server.port}`,
      "port.uptimemon.test 127.0.0.1",
    ].join("\n"),
  });
  assert.equal(run.code, 0, messages(run).join("\n"));
  // An origin has a connection of its own, also where two lead to one address.
  assert.deepEqual([any.server.connections, one.server.connections, notes(run).length], [2, 2, 3]);
});

test("a target may be an IPv6 address, or a name that is itself mapped, which counts for nothing", async (t) => {
  const six = await startBackend(t, "six", { tls: "server", host: "::1" });
  const { server } = await startBackend(t, "four", {});
  const run = await runAction({
    uris: [
      "https://six.uptimemon.test/ 200 six",
      "https://[2001:db8::7]:8443/ 200 six",
      "http://name.uptimemon.test/ 200 four",
    ].join("\n"),
    "connect-to": [
      `six.uptimemon.test [::1]:${six.server.port}`,
      `[2001:DB8::7]:8443 [::1]:${six.server.port}`,
      `name.uptimemon.test localhost:${server.port}`,
      "localhost 127.0.0.1:9",
    ].join("\n"),
  });
  const [first, second, third] = run.results;
  assert.deepEqual([first?.state, third?.state, server.requests.length], ["OK", "OK", 1]);
  assert.match(second?.message ?? "", /certificate is for another host name/);
  assert.deepEqual(six.names, ["six.uptimemon.test"]);
  assert.equal(warnings(run).filter((line) => line.includes("localhost 127.0.0.1:9")).length, 1);
});

test("where nobody listens behind a mapping, that is an ERR of the URI as it was typed", async (t) => {
  const { server } = await startBackend(t, "up", {});
  const run = await runAction({
    uris: "http://shop.uptimemon.test/\nhttp://up.uptimemon.test/",
    "connect-to": `shop.uptimemon.test 127.0.0.1:${await closedPort()}\nup.uptimemon.test 127.0.0.1:${server.port}`,
  });
  assert.deepEqual(resultLines(run), [
    "[ERR] http://shop.uptimemon.test/: connection refused (ECONNREFUSED)",
    "[OK] http://up.uptimemon.test/",
  ]);
});

test("all pages of a sitemap go where its host is mapped, over one connection", async (t) => {
  const pages = urlset(["http://shop.uptimemon.test/a", "/b"]);
  const server = await startServer(t, ({ url }, answer) => answer.end(url === "/sitemap.xml" ? pages : "ok"));
  const run = await runAction({
    uris: "sitemap http://shop.uptimemon.test/sitemap.xml",
    "connect-to": `shop.uptimemon.test 127.0.0.1:${server.port}`,
  });
  assert.deepEqual(resultLines(run), ["sitemap.xml", "a", "b"].map((path) => `[OK] http://shop.uptimemon.test/${path}`)); // biome-ignore format: short
  assert.deepEqual([run.code, server.connections, notes(run).length], [0, 1, 1]);
});
