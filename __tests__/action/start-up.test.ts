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

test("a list of http URIs loads neither TLS nor crypto, and no list loads what nobody calls", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const [http, https] = await Promise.all([modulesFor(plain.origin), modulesFor(secure.origin)]);
  const present = (modules: string[], unwanted: RegExp): string[] => modules.filter((name) => unwanted.test(name));
  assert.deepEqual(
    present(
      [...http, ...https],
      /undici|http2|^worker_threads$|zlib|child_process|perf_hooks|^internal\/fs\/promises$/,
    ),
    [],
  );
  assert.deepEqual(present(http, /tls|crypto|^https$/), []);
  assert.ok(https.includes("tls"), "the list of modules is a real one");
  assert.ok(http.length < 120 && https.length < 145, `${http.length} and ${https.length} modules`);
});

test("the bundle is small enough to be read, holds nothing of undici, and takes one byte a character", () => {
  const code = readFileSync(bundle, "utf8");
  assert.doesNotMatch(code, /[^\p{ASCII}]/u);
  assert.ok(code.length < 450_000, `${code.length} characters`);
  assert.doesNotMatch(code, /node_modules\/undici/);
});
