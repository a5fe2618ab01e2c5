import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

// Time is noisy; which modules of Node's are loaded is not, and it is what start-up costs. On the source the loaders of
// ES modules and of TypeScript come on top, so this looks at the bundle, whatever the other tests run on.
const bundle = fileURLToPath(new URL("../../dist/index.js", import.meta.url));
const loaded = fileURLToPath(new URL("../helpers/loaded.cjs", import.meta.url));

async function modulesFor(uri: string): Promise<string[]> {
  const run = await runAction({ uris: uri }, { nodeArguments: ["--require", loaded], entry: bundle });
  assert.equal(run.code, 0, run.log.join("\n"));
  return JSON.parse(run.stderr) as string[];
}

test("a list of http URIs loads no TLS, and no list loads what it does not need", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const [http, https] = await Promise.all([modulesFor(plain.origin), modulesFor(secure.origin)]);
  const present = (modules: string[], unwanted: RegExp): string[] => modules.filter((name) => unwanted.test(name));
  assert.deepEqual(present([...http, ...https], /undici|http2|^worker_threads$|zlib|child_process|^https$/), []);
  assert.deepEqual(present(http, /tls/), []);
  assert.ok(https.includes("tls"), "the list of modules is a real one");
  // 142 and 147 with Node 24.19, of which @actions/core's crypto and fs.promises are 24.
  assert.ok(http.length < 146 && https.length < 151, `${http.length} and ${https.length} modules`);
});

test("the bundle is small enough to be read, and holds nothing of undici", () => {
  const code = readFileSync(bundle, "utf8");
  assert.ok(code.length < 450_000, `${code.length} characters`);
  assert.ok(!code.includes("node_modules/undici"), "undici is in the bundle");
});
