// Bundles lib/ (what tsc made of src/) into dist/index.js: `npm run build`.
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ncc from "@vercel/ncc";

// What the two runtime packages import and this action never calls. Loading it is half of the start-up time, undici
// alone nine tenths of the bundle. absent.cjs throws if one of them is called after all; the tests run on the bundle.
// Our own imports say "node:fs", and stay.
const absent = [
  "undici", // http-client's getAgentDispatcher
  "tunnel", // http-client's proxy agents: src/session/dial.ts opens our tunnels
  "https", // http-client's own agent for https: our TLS is src/session/dial.ts's too, and loaded only for https URIs
  "crypto", // core.setOutput
  "fs", // core.summary and file commands: src/report/report.ts appends to those files itself
  "@actions/exec", // core.platform
];

const root = new URL("..", import.meta.url);
const dist = new URL("dist/", root);

// Without a "type" ncc bundles to CommonJS. As an ES module the bundle would import node:http through a facade that
// touches each of its exports, and so loads Node's own copy of undici: 50 ms.
await writeFile(new URL("lib/package.json", root), "{}\n");
const { code, assets } = await ncc(fileURLToPath(new URL("lib/index.js", root)), {
  cache: false,
  quiet: true,
  license: "licenses.txt",
  externals: Object.fromEntries(absent.map((name) => [name, "./absent.cjs"])),
});

// With a single character that is not ASCII, V8 keeps and reads the whole source at two bytes a character. An escape
// means the same in strings, templates and regular expressions, but not behind a backslash or in String.raw.
if (/\\[\u0080-\uffff]|String\.raw/.test(code)) throw new Error("the bundle has text that cannot be escaped");
const ascii = code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await writeFile(new URL("index.js", dist), ascii);
await writeFile(new URL("licenses.txt", dist), assets["licenses.txt"].source);
await writeFile(new URL("package.json", dist), '{ "type": "commonjs" }\n');
await copyFile(new URL("scripts/absent.cjs", root), new URL("absent.cjs", dist));
