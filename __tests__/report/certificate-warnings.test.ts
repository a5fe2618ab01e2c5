import assert from "node:assert/strict";
import { test } from "node:test";
import { type Run, runAction } from "../helpers/action.ts";
import { everyNameIs } from "../helpers/names.ts";
import { startProxy, through } from "../helpers/proxy.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

/** Of the ageing fixture, three quarters of its lifetime are over: whatever `certificate-warning-days` says in the thousands decides. */
const far = "20000";
const expiry = /^expires in \d+ days, on 2045-12-31$/;

function warnings({ log }: Run): string[] {
  return log.filter((line) => line.startsWith("::warning::")).map((line) => line.slice("::warning::".length));
}

function assertWarned(run: Run, origins: readonly string[]): void {
  assert.deepEqual(
    warnings(run).map((warning) => warning.replace(/ expires .*/, "")),
    origins.map((origin) => `the certificate of ${origin}`),
  );
  for (const warning of warnings(run)) assert.match(warning.replace(/^.*(?=expires)/, ""), expiry);
}

test("a certificate that expires soon is one warning for all URIs of its origin, and the step succeeds", async (t) => {
  const server = await startServer(t, undefined, { tls: "ageing" });
  const run = await runAction({
    uris: [1, 2, 3].map((path) => `${server.origin}/${path}`).join("\n"),
    "certificate-warning-days": far,
  });
  assert.equal(run.code, 0, run.log.join("\n"));
  assertWarned(run, [server.origin]);
  assert.equal(run.outputs["up"], "3");
  assert.equal(run.summary.match(/certificate expires in \d+ days, on 2045-12-31/g)?.length, 1);
  assert.match(run.summary, /^## ✅/);
  assert.equal(run.report.summary, run.summary);
});

test("it is one warning too when connections are opened again, in parallel and in retry rounds", async (t) => {
  const down = { status: 503 };
  const server = await startServer(
    t,
    (request, answer) => {
      answer.statusCode = request.url === "/late" ? down.status : 200;
      if (request.url === "/late") down.status = 200;
      answer.setHeader("Connection", "close").end("ok");
    },
    { tls: "ageing" },
  );
  const uris = ["a", "b", "c", "late"].map((path) => `${server.origin}/${path}`).join("\n");
  const run = await runAction({
    uris,
    concurrency: "2",
    "retry-for": "20s",
    "retry-delay": "0s",
    "certificate-warning-days": far,
  });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.equal(server.handshakes, 5);
  assertWarned(run, [server.origin]);
});

test("each origin with such a certificate is a warning of its own, also one that a redirect led to", async (t) => {
  const [one, other, fresh] = await Promise.all([
    startServer(t, undefined, { tls: "ageing" }),
    startServer(t, undefined, { tls: "ageing" }),
    startServer(t, undefined, { tls: "server" }),
  ]);
  const redirecting = await startServer(t, (_, answer) =>
    answer.writeHead(301, { Location: `${other.origin}/x` }).end(),
  );
  const run = await runAction({
    uris: [fresh, one, redirecting, one].map(({ origin }) => origin).join("\n"),
    "certificate-warning-days": far,
  });
  assert.equal(run.code, 0, run.log.join("\n"));
  assertWarned(run, [one.origin, other.origin]);
  // In the summary it stands at the URI that met it first.
  const rows = run.summary.split("\n").filter((line) => line.startsWith("<tr><td"));
  assert.deepEqual(
    rows.filter((row) => row.includes("certificate expires")).map((row) => /<code>(.*?)<\/code>/.exec(row)?.[1]),
    [one.origin, redirecting.origin],
  );
});

test("the warning does not depend on the verdict, nor change it", async (t) => {
  const server = await startServer(
    t,
    (request, answer) => {
      if (request.url === "/cut") request.socket.destroy();
      else answer.writeHead(500).end();
    },
    { tls: "ageing" },
  );
  for (const path of ["500", "cut"]) {
    const run = await runAction({ uris: `${server.origin}/${path}`, "certificate-warning-days": far });
    assert.equal(run.code, 1);
    assertWarned(run, [server.origin]);
  }
});

test("the warning comes through a tunnel too", async (t) => {
  const server = await startServer(t, undefined, { tls: "ageing" });
  const proxy = await startProxy(t);
  const uri = `https://site.uptimemon.test:${server.port}`;
  const run = await runAction({ uris: `${uri}/1\n${uri}/2`, "certificate-warning-days": far }, through(proxy));
  assert.equal(run.code, 0, run.log.join("\n"));
  assertWarned(run, [uri]);
});

const days = Math.floor((Date.UTC(2045, 11, 31) - Date.now()) / 86_400_000);
for (const { name, tls, setting } of [
  { name: "more days left than the default asks for", tls: "ageing", setting: "" },
  { name: "exactly as many days left as asked for", tls: "ageing", setting: String(days) },
  { name: "0, which is off,", tls: "ageing", setting: "0" },
  { name: "more than a third of the lifetime left, whatever is asked for,", tls: "server", setting: "999999" },
] as const) {
  test(`${name} means no warning`, async (t) => {
    const server = await startServer(t, undefined, { tls });
    const run = await runAction({ uris: server.origin, "certificate-warning-days": setting });
    assert.equal(run.code, 0);
    assert.deepEqual(warnings(run), []);
    assert.doesNotMatch(run.summary, /certificate/);
    assert.notEqual(run.results[0]?.certificate, null);
  });
}

test("one day more than is left means a warning", async (t) => {
  const server = await startServer(t, undefined, { tls: "ageing" });
  const run = await runAction({ uris: server.origin, "certificate-warning-days": String(days + 1) });
  assertWarned(run, [server.origin]);
});

test("a name for which a certificate stands is shown in its ASCII form in the warning", async (t) => {
  const server = await startServer(t, undefined, { tls: "ageing" });
  const run = await runAction(
    { uris: `https://BÜCHER.uptimemon.test:${server.port}/`, "certificate-warning-days": far },
    { nodeArguments: everyNameIs("127.0.0.1") },
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assertWarned(run, [`https://xn--bcher-kva.uptimemon.test:${server.port}`]);
});

test("a warning does not name a host into which a server put a value of headers", async (t) => {
  const server: TestServer = await startServer(
    t,
    ({ url, headers }, answer) => {
      if (url === "/end") return answer.end("ok");
      return answer.writeHead(302, { location: `https://${headers["x-any"]}.uptimemon.test:${server.port}/end` }).end();
    },
    { tls: "ageing" },
  );
  const run = await runAction(
    { uris: `${server.origin}/start`, headers: "X-Any: canaryvalue-7q", "certificate-warning-days": far },
    { nodeArguments: everyNameIs("127.0.0.1") },
  );
  assert.equal(run.results[0]?.state, "OK");
  assert.deepEqual(
    warnings(run)
      .filter((warning) => warning.startsWith("the certificate"))
      .map((warning) => warning.replace(/ expires .*/, "")),
    [`the certificate of ${server.origin}`, "the certificate of ***"],
  );
  assertHidden(run, ["canaryvalue"]);
});
