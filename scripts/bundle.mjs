// Bundles lib/ (what tsc made of src/) into dist/: `npm run build`. A test bundles another entry: `bundle.mjs ENTRY FOLDER`.
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ncc from "@vercel/ncc";

// What the two runtime packages import for things that this action never does. undici alone would be nine tenths of the
// bundle and half of the start-up time. Everything else in them works in the bundle as it does outside of it.
const keptOut = [
  // The transports of http-client itself: all connections are opened by src/session/dial.ts.
  "undici",
  "tunnel",
  "https",
  // The part of core that gets an OIDC token over them.
  "./oidc-utils.js",
  // Only core.platform needs it, to ask the system for its version.
  "@actions/exec",
];

const root = fileURLToPath(new URL("..", import.meta.url));
const [entry = join(root, "lib/index.js"), folder = join(root, "dist")] = process.argv.slice(2);

// Without a "type" ncc bundles to CommonJS. As an ES module the bundle would import node:http through a facade that
// touches each of its exports, and so loads Node's own copy of undici: 50 ms.
const isAction = entry.startsWith(join(root, "lib"));
if (isAction) await writeFile(join(root, "lib/package.json"), "{}\n");
const options = { cache: false, quiet: true, license: "licenses.txt" };
const { code, assets } = await ncc(entry, {
  ...options,
  externals: {
    ...Object.fromEntries(keptOut.map((name) => [name, "./kept-out.cjs"])),
    // What reads sitemaps is a third of all code, and is read only where a list has one.
    "./pages.js": "./pages.js",
  },
});
// It has copies of what both files use: no class and no state of a module may cross from one to the other.
const pages = isAction ? await ncc(join(root, "lib/check/pages.js"), options) : null;

await rm(folder, { recursive: true, force: true });
await mkdir(folder);
await writeFile(join(folder, "index.js"), code);
const licenses = [assets, pages?.assets].map((files) => files?.["licenses.txt"].source ?? "");
await writeFile(join(folder, "licenses.txt"), licenses.join(""));
if (pages) await writeFile(join(folder, "pages.js"), pages.code);
await writeFile(join(folder, "package.json"), '{ "type": "commonjs" }\n');
await copyFile(join(root, "scripts/kept-out.cjs"), join(folder, "kept-out.cjs"));
