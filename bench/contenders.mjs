// The ways to check a list of URIs. Each prints a line a URI, `[OK] …` or `[200] …` for one that is up.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ncc from "@vercel/ncc";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const node = process.execPath;

/** What an action costs whose author bundles @actions/core and @actions/http-client as their READMEs say. Returns the bundle's path. */
export async function bundleNaively(folder) {
  const { code } = await ncc(here("contenders/client.mjs"), { cache: false, quiet: true });
  const bundle = join(folder, "client.mjs");
  writeFileSync(bundle, code);
  return bundle;
}

/** The built action, started as the runner starts it. */
function startAction(folder, inputs) {
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  return { command: [node, here("../dist/index.js")], env: { ...files, ...inputs, RUNNER_TEMP: folder } };
}

export const uptimemon = {
  name: "uptimemon",
  start: ({ uris, folder, concurrency = 1 }) =>
    startAction(folder, { INPUT_URIS: uris.join("\n"), INPUT_CONCURRENCY: `${concurrency}` }),
};

export const fromFile = {
  name: "uptimemon, uris-file",
  start: ({ list, folder }) => startAction(folder, { "INPUT_URIS-FILE": list }),
};

// The server has a sitemap of every length.
export const fromSitemap = {
  name: "uptimemon, sitemap",
  requestsBeside: 1,
  start: ({ uris, folder }) =>
    startAction(folder, { INPUT_URIS: `sitemap ${new URL(`/sitemap-${uris.length}.xml`, uris[0])}` }),
};

export const nothing = { name: "`node -e 0`", asksNothing: true, start: () => ({ command: [node, "-e", "0"] }) };

export const loop = {
  name: "bare `node:http(s)` loop",
  start: ({ list }) => ({ command: [node, here("contenders/loop.cjs"), list] }),
};

export const naive = {
  name: "bare `HttpClient`, keepAlive",
  start: ({ bundle, list }) => ({ command: [node, bundle, list, "keepAlive"] }),
};

export const client = { name: "bare `HttpClient`", start: ({ bundle, list }) => ({ command: [node, bundle, list] }) };

// -q: without the user's own .curlrc.
export const curl = {
  name: "one `curl` process",
  start({ uris, folder, ca }) {
    const config = join(folder, "curl.txt");
    const options = ["silent", 'write-out = "[%{http_code}] %{url_effective}\\n"', ...(ca ? [`cacert = "${ca}"`] : [])];
    writeFileSync(
      config,
      [...options, ...uris.flatMap((uri) => [`url = "${uri}"`, 'output = "/dev/null"'])].join("\n"),
    );
    return { command: ["curl", "-q", "--config", config] };
  },
};

const curlLoop =
  'while read -r uri; do curl -q -s -o /dev/null -w "[%{http_code}] %{url_effective}\\n" --cacert "$2" "$uri"; done < "$1"';
export const curlEach = {
  name: "shell loop of `curl`",
  start: ({ list, ca }) => ({ command: ["bash", "-c", curlLoop, "curlEach", list, ca] }),
};
