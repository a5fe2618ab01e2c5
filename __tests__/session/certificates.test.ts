import assert from "node:assert/strict";
import { test } from "node:test";
import type { TLSSocket } from "node:tls";
import { plain } from "../../src/result.ts";
import { describeFailure, NetworkError } from "../../src/session/failure.ts";
import { authority, messages, plainLog, resultLines, runAction } from "../helpers/action.ts";
import { everyNameIs } from "../helpers/names.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { type Certificate, type Settings, startRaw, startServer } from "../helpers/server.ts";

const untrusted =
  "the certificate is not signed by a trusted authority, or the server sends an incomplete chain (for a private authority set NODE_EXTRA_CA_CERTS) (UNABLE_TO_VERIFY_LEAF_SIGNATURE)";

const refused: readonly { name: string; settings: Settings; words: string | RegExp }[] = [
  {
    name: "an expired certificate",
    settings: { tls: "expired" },
    words: "the certificate, or one in its chain, has expired (CERT_HAS_EXPIRED)",
  },
  {
    name: "a self-signed certificate",
    settings: { tls: "self-signed" },
    words: "the certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)",
  },
  { name: "a certificate of an unknown authority", settings: { tls: "unknown-authority" }, words: untrusted },
  {
    name: "a certificate for another name",
    settings: { tls: "wrong-name" },
    words: "the certificate is for another host name (ERR_TLS_CERT_ALTNAME_INVALID)",
  },
  {
    name: "a certificate in whose chain one has expired",
    settings: { tls: "expired-chain" },
    words: "the certificate, or one in its chain, has expired (CERT_HAS_EXPIRED)",
  },
  {
    name: "a certificate that is signed with SHA-1",
    settings: { tls: "weak-digest", tlsOptions: { ciphers: "DEFAULT:@SECLEVEL=0" } },
    words: "the certificate is signed with a digest that is too weak (MD_TOO_WEAK)",
  },
  {
    name: "a certificate with a key of 1024 bits",
    settings: { tls: "short-key", tlsOptions: { ciphers: "DEFAULT:@SECLEVEL=0" } },
    words: "a key in the certificate's chain is too short (KEY_TOO_SMALL)",
  },
  {
    name: "a server that speaks nothing newer than TLS 1.1",
    settings: {
      tls: "server",
      tlsOptions: { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT:@SECLEVEL=0" },
    },
    words: /^TLS handshake failed: tlsv1 alert protocol version \((EPROTO|ERR_SSL_\w+)\)$/,
  },
  {
    name: "a server that wants a client certificate (TLS 1.3)",
    settings: { tls: "server", tlsOptions: { requestCert: true, rejectUnauthorized: true, minVersion: "TLSv1.3" } },
    // It says so only after the handshake, and its closing may overtake its word: RFC 8446, section 4.4.2.4.
    words:
      /^(TLS handshake failed: tlsv13 alert certificate required|the connection was closed before an answer came) \(\w+\)$/,
  },
  {
    name: "a server that wants a client certificate (TLS 1.2)",
    settings: { tls: "server", tlsOptions: { requestCert: true, rejectUnauthorized: true, maxVersion: "TLSv1.2" } },
    words: /^TLS handshake failed: .*handshake failure \((EPROTO|ERR_SSL_\w+)\)$/,
  },
  {
    name: "a server with no cipher of ours",
    settings: { tls: "server", tlsOptions: { ciphers: "ECDHE-ECDSA-AES128-CCM8:@SECLEVEL=0", maxVersion: "TLSv1.2" } },
    words: /^TLS handshake failed: .*handshake failure \((EPROTO|ERR_SSL_\w+)\)$/,
  },
];

test("a TLS connection that cannot be: one line of our own words, no request, and the next URI is checked", async (t) => {
  const servers = await Promise.all(refused.map(({ settings }) => startServer(t, undefined, settings)));
  const next = await startServer(t);
  const uris = [
    ...servers.flatMap(({ origin, port }) => [`${origin}/`, `https://localhost:${port}/`]),
    `${next.origin}/`,
  ];
  const run = await runAction({ uris: uris.join("\n") }, { nodeArguments: everyNameIs("127.0.0.1") });
  assert.equal(run.code, 1);
  for (const [index, { name, words }] of refused.entries()) {
    for (const { state, status, message, certificate } of run.results.slice(2 * index, 2 * index + 2)) {
      assert.deepEqual([state, status], ["ERR", null], name);
      if (typeof words === "string") assert.deepEqual([message, certificate], [words, null], name);
      else assert.match(message, words, name);
    }
    assert.deepEqual([servers[index]?.connections, servers[index]?.requests.length], [2, 0], name);
  }
  assert.equal(run.results.at(-1)?.state, "OK");
  assert.deepEqual(
    resultLines(run),
    run.results.map(({ state, uri, message }) => `[${state}] ${uri}${message === "" ? "" : `: ${message}`}`),
  );
  assert.equal(run.outputs["connections"], String(uris.length));
  assertHidden(run, ["img src", "elsewhere.example", "deps/openssl", "--use-system-ca", ".cc:", ".c:"]);
  assert.equal(run.stderr, "");
});

test("https to a port that speaks plain HTTP, or something else, says that the port does not speak TLS", async (t) => {
  const plain = await startServer(t);
  const greeter = await startRaw(t, (socket) => socket.resume().write("SSH-2.0-OpenSSH_9.9\r\n"));
  const run = await runAction({ uris: `https://127.0.0.1:${plain.port}/\nhttps://127.0.0.1:${greeter.port}/` });
  assert.deepEqual(messages(run), ["the port does not speak TLS (EPROTO)", "the port does not speak TLS (EPROTO)"]);
  assertHidden(run, ["OpenSSH", "routines", "ssl3"]);
  assert.equal(run.stderr, "");
});

test("http to a port that speaks TLS is an ERR in one line", async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const run = await runAction({ uris: `http://127.0.0.1:${secure.port}/` });
  assert.equal(run.results[0]?.state, "ERR");
  assert.match(
    run.results[0]?.message ?? "",
    /^(the connection was closed before an answer came \(ECONNRESET\)|the answer is not valid HTTP \(HPE_\w+\))$/,
  );
  assert.equal(secure.connections, 1);
  assert.equal(run.stderr, "");
});

test("a server that closes during the TLS handshake, or is silent in it, is an ERR that says so", async (t) => {
  const closing = await startRaw(t, (socket) => socket.once("data", () => socket.end()));
  const resetting = await startRaw(t, (socket) => socket.once("data", () => socket.resetAndDestroy()));
  const silent = await startRaw(t, (socket) => socket.resume());
  const run = await runAction({
    uris: [closing, resetting, silent].map(({ port }) => `https://127.0.0.1:${port}/`).join("\n"),
    timeout: "1s",
  });
  assert.deepEqual(messages(run), [
    "the connection was closed during the TLS handshake (ECONNRESET)",
    "the connection was closed during the TLS handshake (ECONNRESET)",
    "timed out after 1 s in the TLS handshake (ETIMEDOUT)",
  ]);
  const { ssl, connect, send } = run.results[2]?.timings ?? { ssl: 0, connect: 0, send: 0 };
  assert.ok(ssl > 500 && connect >= ssl && send === -1, JSON.stringify(run.results[2]?.timings));
  assert.deepEqual([closing.connections, resetting.connections, silent.connections], [1, 1, 1]);
  await silent.until(() => silent.open.size === 0);
  assert.equal(run.stderr, "");
});

test("an IPv6 address is checked against the certificate: the right one is accepted, others are not", async (t) => {
  const start = (tls: Certificate): ReturnType<typeof startServer> => startServer(t, undefined, { tls, host: "::1" });
  const [right, other, self] = await Promise.all([start("server"), start("wrong-name"), start("self-signed")]);
  const run = await runAction({ uris: [right, right, other, self].map(({ origin }) => `${origin}/`).join("\n") });
  assert.deepEqual(messages(run), [
    "",
    "",
    "the certificate is for another host name (ERR_TLS_CERT_ALTNAME_INVALID)",
    "the certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)",
  ]);
  assert.deepEqual([right.connections, right.requests[0]?.headers.host], [1, `[::1]:${right.port}`]);
  assert.deepEqual([other.requests.length, self.requests.length], [0, 0]);
});

test("an address that is not in the certificate is refused, though the server's names are", async (t) => {
  const server = await startServer(t, undefined, { tls: "server" });
  const list = [`https://[::ffff:127.0.0.1]:${server.port}/`, `https://two.levels.uptimemon.test:${server.port}/`];
  const run = await runAction({ uris: list.join("\n") }, { nodeArguments: everyNameIs("127.0.0.1") });
  assert.deepEqual(
    messages(run),
    list.map(() => "the certificate is for another host name (ERR_TLS_CERT_ALTNAME_INVALID)"),
  );
  assert.equal(server.requests.length, 0);
});

test("the server is told the name that was asked for (SNI), also where headers has another Host, and no address", async (t) => {
  const names: (string | false | null)[] = [];
  const server = await startServer(
    t,
    (request, answer) => {
      names.push((request.socket as TLSSocket).servername ?? null);
      answer.end(request.headers.host);
    },
    { tls: "server" },
  );
  const list = [
    `https://site.uptimemon.test:${server.port}/ 200 other.example`,
    `https://SITE.uptimemon.test:${server.port}/`,
    `${server.origin}/`,
  ];
  const run = await runAction(
    { uris: list.join("\n"), headers: "Host: other.example" },
    { nodeArguments: everyNameIs("127.0.0.1") },
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(names.slice(0, 2), ["site.uptimemon.test", "site.uptimemon.test"]);
  assert.ok(!names[2], String(names[2]));
});

test("without NODE_EXTRA_CA_CERTS a private authority is not trusted, with it it is", async (t) => {
  const server = await startServer(t, undefined, { tls: "server" });
  const without = await runAction({ uris: server.origin }, { env: { NODE_EXTRA_CA_CERTS: null } });
  assert.equal(without.results[0]?.message, untrusted);
  assert.deepEqual([without.code, without.stderr], [1, ""]);
  const given = await runAction({ uris: server.origin }, { env: { NODE_EXTRA_CA_CERTS: authority } });
  assert.equal(given.code, 0, given.log.join("\n"));
});

test("NODE_TLS_REJECT_UNAUTHORIZED=0 does not switch the verification off", async (t) => {
  const self = await startServer(t, undefined, { tls: "self-signed" });
  const other = await startServer(t, undefined, { tls: "wrong-name" });
  const run = await runAction(
    { uris: `${self.origin}\n${other.origin}` },
    { env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } },
  );
  assert.equal(run.code, 1);
  assert.deepEqual(messages(run), [
    "the certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)",
    "the certificate is for another host name (ERR_TLS_CERT_ALTNAME_INVALID)",
  ]);
  assert.deepEqual([self.requests.length, other.requests.length], [0, 0]);
});

test("the certificate is in every result of an https origin, reused connections too, and null for http", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "ageing" })]);
  const redirecting = await startServer(t, (_, answer) =>
    answer.writeHead(302, { Location: `${secure.origin}/there` }).end(),
  );
  const run = await runAction({
    uris: [secure, plain, secure, redirecting].map(({ origin }) => origin).join("\n"),
    "certificate-warning-days": "0",
  });
  assert.equal(run.code, 0, run.log.join("\n"));
  const daysLeft = Math.floor((Date.UTC(2045, 11, 31) - Date.now()) / 86_400_000);
  const certificate = { validFrom: "1970-01-01T00:00:00.000Z", validTo: "2045-12-31T00:00:00.000Z", daysLeft };
  assert.deepEqual(
    run.results.map((result) => result.certificate),
    [certificate, null, certificate, certificate],
  );
  assert.deepEqual(JSON.parse(run.outputs["results"] ?? ""), run.results);
  assert.equal(secure.handshakes, 1);
  assert.ok(!plainLog(run).some((line) => /certificate/.test(line)));
});

test("what Node has no code for is said in OpenSSL's words", () => {
  const cause = Object.assign(new Error("permitted subtree violation"), { code: "UNSPECIFIED" });
  const error = new NetworkError("no secureConnect", { cause });
  const sentence = describeFailure({ kind: "failure", error, stage: "tls", proxy: null, host: "a.example" }, 10_000);
  assert.equal(plain(sentence), "the certificate was not accepted: permitted subtree violation (UNSPECIFIED)");
});
