import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { runAction, temporaryFolder } from "../helpers/action.ts";
import { everyNameIs } from "../helpers/names.ts";
import { startProxy, through } from "../helpers/proxy.ts";
import { startServer } from "../helpers/server.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const run = promisify(execFile);
const files = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY", "TRIED"];

/** What a program that goes through all of @actions/core wrote, to the log and to the runner's files. */
async function useOfCore(t: TestContext, entry: string): Promise<Record<string, string>> {
  const folder = temporaryFolder(t);
  for (const name of files) writeFileSync(join(folder, name), "");
  const env = {
    ...Object.fromEntries(files.map((name) => [name, join(folder, name)])),
    PATH: "/usr/bin",
    INPUT_TEXT: " a ",
    INPUT_LINES: "a\n b",
    INPUT_FLAG: "TRUE",
    STATE_before: "x",
    RUNNER_DEBUG: "1",
  };
  const { stdout, stderr } = await run(process.execPath, [entry], { env });
  assert.equal(stderr, "");
  const uuid = /[\da-f]{8}-[\da-f-]{27}/g;
  const written = files.map((name) => [name, readFileSync(join(folder, name), "utf8").replaceAll(uuid, "UUID")]);
  return { stdout, ...Object.fromEntries(written) };
}

/** Bundles an entry as lib/index.js is bundled, from a package without a "type", and returns the folder of the bundle. */
async function bundle(t: TestContext, entry: string): Promise<string> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "package.json"), "{}");
  symlinkSync(path("../../node_modules"), join(folder, "node_modules"), "junction");
  copyFileSync(entry, join(folder, "entry.js"));
  await run(process.execPath, [path("../../scripts/bundle.mjs"), join(folder, "entry.js"), join(folder, "dist")]);
  return join(folder, "dist");
}

test("everything that @actions/core exports does the same in a bundle made like dist/", {
  timeout: 60_000,
}, async (t) => {
  const entry = path("../helpers/core-exports.mjs");
  const folder = await bundle(t, entry);
  const [source, bundled] = [await useOfCore(t, entry), await useOfCore(t, join(folder, "index.js"))];
  assert.deepEqual(bundled, source);
  const tried = (source["TRIED"] ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as [string, boolean, unknown]);
  assert.deepEqual(
    tried.filter(([, isKnown]) => !isKnown),
    [],
    "an export that this test does not know",
  );
  assert.ok(tried.length >= 28);
  for (const name of files) assert.notEqual(source[name], "", `nothing was written to ${name}`);
});

test("what is kept out of dist/ is loaded and never called: http, https, redirects, proxies and tunnels", async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const plain = await startServer(t, ({ url }, answer) => {
    if (url === "/moved") answer.writeHead(302, { location: `https://site.uptimemon.test:${secure.port}/` });
    answer.end("ok");
  });
  const proxy = await startProxy(t);
  const uris = ["", "moved"].map((name) => `http://site.uptimemon.test:${plain.port}/${name}`);
  const inputs = { uris: [...uris, `https://site.uptimemon.test:${secure.port}/ 200 ok`].join("\n") };
  const watch = ["--require", path("../helpers/kept-out-calls.cjs"), ...everyNameIs("127.0.0.1")];
  for (const { env = {} } of [{}, through(proxy)]) {
    const step = await runAction(inputs, { env, nodeArguments: watch, entry: path("../../dist/index.js") });
    assert.equal(step.code, 0, step.log.join("\n"));
    assert.deepEqual(JSON.parse(step.stderr), { loaded: 1, calls: [] });
  }
  assert.ok(proxy.heads.length >= 3, "the second run went through the proxy");
});

test("what is kept out of dist/ says so when it is called", async (t) => {
  const file = join(temporaryFolder(t), "call.cjs");
  const keptOut = JSON.stringify(path("../../scripts/kept-out.cjs"));
  writeFileSync(
    file,
    `const { Agent, a } = require(${keptOut}); a.b; try { a.b(); } catch (e) { console.log(e.message); } new Agent();`,
  );
  await assert.rejects(run(process.execPath, [file]), (error: { stdout: string; stderr: string }) => {
    assert.equal(error.stdout, "b is kept out of this bundle: see scripts/bundle.mjs\n");
    assert.match(error.stderr, /Error: Agent is kept out of this bundle: see scripts\/bundle\.mjs/);
    return true;
  });
});
