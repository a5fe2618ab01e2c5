import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";
import { urlset } from "../helpers/sitemap.ts";

// Time is noisy; which modules of Node's are loaded is not, and it is what start-up costs. On the source the loaders of
// ES modules and of TypeScript come on top, so this looks at the bundle, whatever the other tests run on.
const bundle = fileURLToPath(new URL("../../dist/index.js", import.meta.url));
const loaded = fileURLToPath(new URL("../helpers/loaded.cjs", import.meta.url));

interface Loaded {
  /** Node's own. */
  readonly modules: readonly string[];
  readonly files: readonly string[];
}

async function loadedFor(uris: string): Promise<Loaded> {
  const run = await runAction({ uris }, { nodeArguments: ["--require", loaded], entry: bundle });
  assert.equal(run.code, 0, run.log.join("\n"));
  return JSON.parse(run.stderr) as Loaded;
}

async function modulesFor(uris: string): Promise<readonly string[]> {
  return (await loadedFor(uris)).modules;
}

test("a list of http URIs loads no TLS, and no list loads what it does not need", async (t) => {
  const [plain, secure] = await Promise.all([startServer(t), startServer(t, undefined, { tls: "server" })]);
  const [http, https] = await Promise.all([modulesFor(plain.origin), modulesFor(secure.origin)]);
  const present = (modules: readonly string[], unwanted: RegExp): string[] =>
    modules.filter((name) => unwanted.test(name));
  assert.deepEqual(present([...http, ...https], /undici|http2|^worker_threads$|zlib|child_process|^https$/), []);
  assert.deepEqual(present(http, /tls/), []);
  assert.ok(https.includes("tls"), "the list of modules is a real one");
  // 142 and 147 with Node 24.19, of which @actions/core's crypto and fs.promises are 24.
  assert.ok(http.length < 146 && https.length < 151, `${http.length} and ${https.length} modules`);
});

test("only a list with a sitemap loads the XML parser, and only a text in a coded body, or a coded sitemap, zlib", async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    if (url === "/plain.xml") answer.end(urlset(["/plain"]));
    else if (url === "/coded.xml") answer.end(gzipSync(urlset(["/plain"])));
    else if (url === "/coded") answer.setHeader("Content-Encoding", "gzip").end(gzipSync("the text"));
    else answer.end("the text");
  });
  const { origin } = server;
  const lists = {
    [`${origin}/plain 200 the text`]: [],
    [`${origin}/plain 200 !no text`]: [],
    // Without a text nothing is decoded.
    [`${origin}/coded`]: [],
    [`${origin}/coded 200 the text`]: ["zlib"],
    [`sitemap ${origin}/plain.xml 200 the text`]: ["pages.js"],
    [`sitemap ${origin}/coded.xml`]: ["pages.js", "zlib"],
  };
  const found = await Promise.all(
    Object.keys(lists).map(async (uris) => {
      const { modules, files } = await loadedFor(uris);
      const names = [...files.map((file) => basename(file)), ...modules];
      assert.ok(names.includes("index.js") && names.includes("net"), "the lists are real ones");
      return [uris, names.filter((name) => name === "pages.js" || name === "zlib")];
    }),
  );
  assert.deepEqual(Object.fromEntries(found), lists);
});

test("the bundle is small enough to be read, and holds nothing of undici", () => {
  const code = readFileSync(bundle, "utf8");
  assert.ok(code.length < 450_000, `${code.length} characters`);
  assert.ok(!code.includes("node_modules/undici"), "undici is in the bundle");
});
