import assert from "node:assert/strict";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runAction, temporaryFolder } from "../helpers/action.ts";
import { startGroup, whyNot } from "../helpers/group.ts";
import { findProgram } from "../helpers/program.ts";
import { assertCounted } from "../helpers/scripted.ts";
import { closedPort } from "../helpers/server.ts";

const apache = findProgram("apache2");
// Where Debian has them; other systems call the program httpd.
const modules = "/usr/lib/apache2/modules";
const skip = whyNot("apache2", existsSync(modules) ? apache : null);

test("Apache's 100 requests a connection are announced: a connection for every so many checks, and nothing is sent twice", {
  skip,
}, async (t) => {
  const folder = temporaryFolder(t);
  // Started by root, Apache goes on as a user of its own.
  chmodSync(folder, 0o755);
  const [plain, secure] = [await closedPort(), await closedPort()];
  const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  const settings = [
    `ServerRoot ${folder}`,
    "ServerName 127.0.0.1",
    "PidFile apache.pid",
    "User www-data",
    "Group www-data",
    ...["mpm_event", "authz_core", "ssl"].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
    `DocumentRoot ${folder}`,
    // Apache opens files and pipes, and its standard error is neither.
    'ErrorLog "|$cat >&2"',
    // How many requests of its connection came before.
    "LogFormat %k counts",
    "CustomLog access.log counts",
    `Listen 127.0.0.1:${plain}`,
    `Listen 127.0.0.1:${secure}`,
    `<VirtualHost 127.0.0.1:${secure}>`,
    "SSLEngine on",
    `SSLCertificateFile ${fixture("server.pem")}`,
    `SSLCertificateKeyFile ${fixture("server.key")}`,
    "</VirtualHost>",
  ];
  writeFileSync(join(folder, "apache.conf"), `${settings.join("\n")}\n`);
  writeFileSync(join(folder, "ok"), "ok");
  const server = startGroup(t, apache ?? "", ["-D", "FOREGROUND", "-f", join(folder, "apache.conf")]);
  await server.lines(/resuming normal operations/);
  const origins = [`http://127.0.0.1:${plain}`, `https://127.0.0.1:${secure}`];
  const uris = Array.from({ length: 500 }, (_, i) => `${origins[i % 2]}/ok?${i}`);
  const run = await runAction({ uris: uris.join("\n") });
  await server.stop("SIGTERM");
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "500"]);
  assert.ok(run.results.every(({ attempts, resent }) => attempts === 1 && !resent));
  const answers = readFileSync(join(folder, "access.log"), "utf8").trimEnd().split("\n");
  const connections = answers.filter((before) => before === "0").length;
  assert.deepEqual([answers.length, run.outputs["connections"]], [500, "6"]);
  assertCounted(run, { connections, reused: 500 - connections });
});
