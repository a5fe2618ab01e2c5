import assert from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { messages, runAction, temporaryFolder } from "../helpers/action.ts";
import { findProgram, startProgram, startRelay } from "../helpers/program.ts";
import { through } from "../helpers/proxy.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { closedPort, startServer, type TestServer } from "../helpers/server.ts";

const squid = findProgram("squid");
const authenticator = findProgram("basic_ncsa_auth");
const skip = squid === null ? "squid is not installed" : false;

/** Starts a real squid that knows our names, with more lines of configuration before its last rule, and something in front of it that counts. */
async function startSquid(
  t: TestContext,
  rules: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const folder = temporaryFolder(t);
  // Started by root, squid goes on as a user of its own.
  chmodSync(folder, 0o755);
  const port = await closedPort();
  const names = ["a", "b", "forbidden"].map((name) => `127.0.0.1 ${name}.uptimemon.test\n`).join("");
  for (const [name, text] of Object.entries({ hosts: names, ...files })) writeFileSync(join(folder, name), text);
  const settings = [
    `http_port 127.0.0.1:${port}`,
    `hosts_file ${join(folder, "hosts")}`,
    ...rules.map((rule) => rule.replaceAll("FOLDER", folder)),
    "http_access allow all",
    "cache deny all",
    "cache_mem 0 MB",
    "access_log none",
    "cache_log /dev/null",
    "pid_filename none",
    "coredump_dir none",
    "pinger_enable off",
    "max_filedescriptors 1024",
  ];
  writeFileSync(join(folder, "squid.conf"), `${settings.join("\n")}\n`);
  await startProgram(t, squid ?? "", { args: ["-N", "-d", "1", "-f", join(folder, "squid.conf")], port });
  return startRelay(t, port);
}

const five = [1, 2, 3, 4, 5];

test("squid: one tunnel for five https URIs of an origin", { skip }, async (t) => {
  const site = await startServer(t, undefined, { tls: "server" });
  const proxy = await startSquid(t);
  const run = await runAction(
    { uris: five.map((path) => `https://a.uptimemon.test:${site.port}/${path}`).join("\n") },
    through({ url: proxy.origin }),
  );
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], ["1", "4"]);
  assert.deepEqual([proxy.connections, site.connections, site.handshakes, site.requests.length], [1, 1, 1, 5]);
  await proxy.until(() => proxy.open.size === 0);
  assert.equal(run.stderr, "");
});

test("squid: http and https mixed, one connection for all http origins and one for each https origin", {
  skip,
}, async (t) => {
  const [one, other, secure] = await Promise.all([
    startServer(t),
    startServer(t),
    startServer(t, undefined, { tls: "server" }),
  ]);
  const proxy = await startSquid(t);
  const list = five.flatMap((path) => [
    `http://a.uptimemon.test:${one.port}/${path}`,
    `http://b.uptimemon.test:${other.port}/${path}`,
    `https://a.uptimemon.test:${secure.port}/${path}`,
    `https://b.uptimemon.test:${secure.port}/${path}`,
  ]);
  const run = await runAction({ uris: list.join("\n") }, through({ url: proxy.origin }));
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"], proxy.connections], ["3", "17", 3]);
  assert.deepEqual(
    [one.requests.length, other.requests.length, secure.requests.length, secure.connections],
    [5, 5, 10, 2],
  );
});

test("squid: what it refuses or cannot reach is told from what it can", { skip }, async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const closed = await closedPort();
  const proxy = await startSquid(t, ["acl forbidden dstdomain forbidden.uptimemon.test", "http_access deny forbidden"]);
  const list = [
    `https://forbidden.uptimemon.test:${secure.port}/`,
    "http://forbidden.uptimemon.test/",
    `https://a.uptimemon.test:${closed}/`,
    `http://a.uptimemon.test:${closed}/`,
    `https://a.uptimemon.test:${secure.port}/`,
  ];
  const run = await runAction({ uris: list.join("\n") }, through({ url: proxy.origin }));
  const refused = (status: number): string =>
    `the proxy 127.0.0.1:${proxy.port} refused the tunnel: ${status} (ERR_PROXY_TUNNEL)`;
  assert.deepEqual(
    run.results.map(({ state, message }) => [state, message]),
    [
      ["ERR", refused(403)],
      ["NOK", "403 Forbidden, expected 200"],
      ["ERR", refused(503)],
      ["NOK", "503 Service Unavailable, expected 200"],
      ["OK", ""],
    ],
  );
  assert.equal(run.code, 1);
  assert.equal(run.outputs["connections"], String(proxy.connections));
});

test("squid: right credentials open the way, wrong ones and none are an ERR", {
  skip: skip || (authenticator === null && "basic_ncsa_auth is not installed"),
}, async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  // openssl passwd -1 -salt uptimemo 'p@ss:100%'
  const passwords = "ann:$1$uptimemo$Sm5FGWlCcJg3oGSIlzvOA1\n";
  const rules = [
    `auth_param basic program ${authenticator} FOLDER/passwords`,
    "acl known proxy_auth REQUIRED",
    "http_access deny !known",
  ];
  const proxy = await startSquid(t, rules, { passwords });
  const list = five
    .flatMap((path) => [
      `http://a.uptimemon.test:${plain.port}/${path}`,
      `https://a.uptimemon.test:${secure.port}/${path}`,
    ])
    .join("\n");
  const withCredentials = (typed: string): ReturnType<typeof through> =>
    through({ url: proxy.origin.replace("://", `://${typed}`) });
  const right = await runAction({ uris: list }, withCredentials("ann:p%40ss%3A100%25@"));
  assert.equal(right.code, 0, right.log.join("\n"));
  assert.deepEqual([right.outputs["connections"], right.outputs["reused"], proxy.connections], ["2", "8", 2]);
  assert.equal(secure.requests[0]?.headers["proxy-authorization"], undefined);
  assertHidden(right, ["p%40ss%3A100%25", "p@ss:100%"]);
  for (const typed of ["ann:wr0ng-one@", ""]) {
    const wrong = await runAction({ uris: list }, withCredentials(typed));
    const what = typed === "" ? "requires authentication" : "refused the credentials";
    assert.deepEqual(new Set(messages(wrong)), new Set([`the proxy 127.0.0.1:${proxy.port} ${what} (407)`]));
    assertHidden(wrong, ["wr0ng-one"]);
  }
  assert.deepEqual([plain.requests.length, secure.requests.length], [5, 5]);
});
