import assert from "node:assert/strict";
import { test } from "node:test";
import { messages, runAction } from "../helpers/action.ts";
import { everyNameIs } from "../helpers/names.ts";
import { connects, fieldOf, startProxy, through } from "../helpers/proxy.ts";
import { assertHidden, basic, masks } from "../helpers/secrets.ts";
import { startRaw, startServer } from "../helpers/server.ts";

const spellings = [
  { typed: "ann%40corp:p%40ss%3Aw%2Frd", meant: "ann@corp:p@ss:w/rd", secret: "p@ss:w/rd" },
  // The URL parser percent-encodes some characters of its own accord, with or without a bare % beside them.
  { typed: "ann:half=50%", meant: "ann:half=50%", secret: "half=50%" },
  { typed: "ann:p%40ss-100%", meant: "ann:p@ss-100%", secret: "p@ss-100%" },
  { typed: "änn:pässwörd", meant: "änn:pässwörd", secret: "pässwörd" },
  { typed: "only-a-token", meant: "only-a-token:", secret: "only-a-token" },
  { typed: ":only-a-password", meant: ":only-a-password", secret: "only-a-password" },
];

for (const { typed, meant, secret } of spellings) {
  test(`proxy credentials ${typed} are sent as ${meant}, to the proxy alone, and shown nowhere`, async (t) => {
    const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
    const proxy = await startProxy(t, { credentials: meant });
    const list = [
      `http://a.uptimemon.test:${plain.port}/`,
      `https://a.uptimemon.test:${secure.port}/`,
      `http://direct.uptimemon.test:${plain.port}/`,
    ];
    const variables = through({ url: proxy.url.replace("://", `://${typed}@`) }, { NO_PROXY: "direct.uptimemon.test" });
    const run = await runAction({ uris: list.join("\n") }, { ...variables, nodeArguments: everyNameIs("127.0.0.1") });
    assert.deepEqual(
      proxy.heads.map((head) => fieldOf(head, "Proxy-Authorization")),
      [basic(meant), basic(meant)],
    );
    assert.equal(run.code, 0, run.log.join("\n"));
    assert.equal(plain.requests.length + secure.requests.length, 3);
    for (const { headers } of [...plain.requests, ...secure.requests]) {
      assert.equal(headers["proxy-authorization"], undefined);
      assert.equal(headers.authorization, undefined);
    }
    const encoded = basic(meant).slice("Basic ".length);
    assertHidden(run, [secret, typed, encoded]);
    for (const form of [secret, encoded]) assert.ok(masks(run).includes(form), `no mask for ${form}`);
    assert.equal(run.stderr, "");
  });
}

test("wrong proxy credentials: 407 is an ERR for https and for http alike, without the credentials", async (t) => {
  const proxy = await startProxy(t, { credentials: "ann:right-one" });
  const run = await runAction(
    { uris: "https://site.uptimemon.test/\nhttp://site.uptimemon.test/" },
    through({ url: proxy.url.replace("://", "://ann:wr0ng-one@") }),
  );
  assert.equal(run.code, 1);
  const words = `the proxy ${proxy.shown} refused the credentials (407)`;
  assert.deepEqual(
    run.results.map(({ message, status }) => [message, status]),
    [
      [words, null],
      [words, null],
    ],
  );
  assert.equal(proxy.heads.length, 2);
  assertHidden(run, ["wr0ng-one", "YW5uOndyMG5nLW9uZQ"]);
});

test("a proxy variable may lack its scheme, and may end in a line break or a path", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const list = `http://site.uptimemon.test:${plain.port}/\nhttps://site.uptimemon.test:${secure.port}/`;
  const proxy = await startProxy(t, { credentials: "ann:secret-1" });
  for (const url of [
    `ann:secret-1@${proxy.shown}`,
    `ann:secret-1@${proxy.shown}\n`,
    `HTTP://ann:secret-1@${proxy.shown}/path?query`,
  ]) {
    const run = await runAction({ uris: list }, through({ url }));
    assert.equal(run.code, 0, run.log.join("\n"));
    assertHidden(run, ["secret-1"]);
  }
  assert.equal(proxy.heads.length, 6);
});

test("a proxy on TLS: tunnels and forwarding inside it, its certificate checked", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "ageing" })]);
  const proxy = await startProxy(t, { tls: "server", credentials: "ann:secret-1" });
  const list = [1, 2, 3].flatMap((path) => [
    `http://a.uptimemon.test:${plain.port}/${path}`,
    `https://a.uptimemon.test:${secure.port}/${path}`,
  ]);
  const run = await runAction(
    { uris: list.join("\n") },
    through({ url: proxy.url.replace("://", "://ann:secret-1@") }),
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.server.connections], ["2", "4", 2]);
  assert.deepEqual([connects(proxy).length, proxy.heads.length], [1, 4]);
  // Of the origins, and never of the proxy.
  assert.deepEqual(
    run.results.map(({ certificate }) => certificate?.validTo ?? null),
    [1, 2, 3].flatMap(() => [null, "2045-12-31T00:00:00.000Z"]),
  );
});

test("a proxy on TLS with a certificate that is not accepted gets not a byte of a request", async (t) => {
  for (const [tls, words] of [
    ["self-signed", "the certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)"],
    ["wrong-name", "the certificate is for another host name (ERR_TLS_CERT_ALTNAME_INVALID)"],
  ] as const) {
    const proxy = await startProxy(t, { tls });
    const run = await runAction(
      { uris: "http://site.uptimemon.test/\nhttps://site.uptimemon.test/" },
      through({ url: proxy.url.replace("://", "://ann:secret-1@") }),
    );
    const cannot = `cannot connect to the proxy ${proxy.shown}: ${words}`;
    assert.deepEqual(messages(run), [cannot, cannot]);
    assert.equal(proxy.clear, "");
    assertHidden(run, ["secret-1", "img src", "elsewhere.example"]);
  }
});

test("a proxy on TLS with a weak certificate is named, with what is weak", async (t) => {
  const tlsOptions = { ciphers: "DEFAULT:@SECLEVEL=0" };
  const proxy = await startRaw(t, (socket) => socket.resume(), { tls: "weak-digest", tlsOptions });
  const run = await runAction({ uris: "https://site.uptimemon.test/" }, { env: { HTTPS_PROXY: proxy.origin } });
  const words = "the certificate is signed with a digest that is too weak (MD_TOO_WEAK)";
  assert.deepEqual(messages(run), [`cannot connect to the proxy 127.0.0.1:${proxy.port}: ${words}`]);
});

test("an https proxy that is none is an ERR that says so", async (t) => {
  const plain = await startServer(t);
  const run = await runAction(
    { uris: "https://site.uptimemon.test/" },
    through({ url: `https://127.0.0.1:${plain.port}` }),
  );
  assert.equal(
    run.results[0]?.message,
    `cannot connect to the proxy 127.0.0.1:${plain.port}: the port does not speak TLS (EPROTO)`,
  );
  assert.deepEqual([run.code, run.stderr], [1, ""]);
});

test("a proxy on an IPv6 address", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const list = `http://site.uptimemon.test:${plain.port}/\nhttps://site.uptimemon.test:${secure.port}/`;
  for (const settings of [{ host: "::1" }, { host: "::1", tls: "server" } as const]) {
    const proxy = await startProxy(t, settings);
    const run = await runAction({ uris: list }, through(proxy));
    assert.equal(run.code, 0, run.log.join("\n"));
    assert.equal(proxy.heads.length, 2);
  }
});

test("what a proxy puts into a redirect does not show its credentials", async (t) => {
  const proxy = await startProxy(t, {
    intercept: (client, head) => {
      const told = fieldOf(head, "Proxy-Authorization") ?? "";
      client.write(
        `HTTP/1.1 302 Found\r\nLocation: http://login.example/ann/secret-1/${told.slice(6)}\r\nContent-Length: 0\r\n\r\n`,
      );
      return true;
    },
  });
  const setting = through({ url: proxy.url.replace("://", "://ann:secret-1@") });
  const run = await runAction({ uris: "http://site.uptimemon.test/", "max-redirects": "0" }, setting);
  assertHidden(run, ["secret-1", "YW5uOnNlY3JldC0x"]);
});
