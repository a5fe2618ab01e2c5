import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { temporaryFolder } from "../helpers/action.ts";
import { closedPort } from "../helpers/server.ts";
import { engineTest, example, hurried, replaced, script, startEngine, writeFiles } from "./engine.ts";
import { type Pages, startSites } from "./sites.ts";

const push = { event: "push" };

/** A package without dependencies, with these scripts: `npm ci` asks no registry for it. */
function packageWith(scripts: Readonly<Record<string, string>>): Record<string, string> {
  const lock = { name: "site", lockfileVersion: 3, requires: true, packages: { "": { name: "site" } } };
  return {
    "package.json": JSON.stringify({ name: "site", private: true, scripts }),
    "package-lock.json": JSON.stringify(lock),
  };
}

/** A sitemap of this many pages, and the pages; with one that reports an error, if so wished. */
function siteWith(base: string, { pages, broken }: { pages: number; broken?: number }): Pages {
  const uris = Array.from({ length: pages }, (_, index) => `${base}page-${index}`);
  const entries = uris.map((uri) => `<url><loc>${uri}</loc></url>`).join("\n");
  const sitemap = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`;
  return {
    [`${base}sitemap.xml`]: sitemap,
    ...Object.fromEntries(uris.map((uri, index) => [uri, index === broken ? "Application error" : "A page"])),
  };
}

/** Runs whole-site.yml on a site of example.com. */
async function checkWholeSite(t: TestContext, site: Pages) {
  const sites = await startSites(t, site);
  const { run } = await startEngine(t, { env: sites.env, files: { "deploy.sh": script("./deploy.sh") } });
  return { sites, ...(await run(hurried(example("whole-site")), push)) };
}

engineTest("whole-site.yml checks every page of a sitemap over one connection", async (t) => {
  const { sites, outcome, steps, outputs } = await checkWholeSite(t, siteWith("https://example.com/", { pages: 130 }));
  assert.equal(outcome, "success");
  assert.deepEqual(steps.slice(-2), ["Check every page: success", "Compare the number of pages: success"]);
  assert.equal(outputs("site")["total"], "131");
  assert.equal(new Set(sites.asked).size, 131);
  assert.equal(sites.server.connections, 1);
});

engineTest("whole-site.yml fails where one page reports an error", async (t) => {
  const site = siteWith("https://example.com/", { pages: 130, broken: 77 });
  const { outcome, steps, outputs } = await checkWholeSite(t, site);
  assert.equal(outcome, "failure");
  assert.equal(steps.at(-1), "Check every page: failure");
  assert.equal(outputs("site")["failed-uris"], "https://example.com/page-77");
});

engineTest("whole-site.yml fails where the sitemap has become short", async (t) => {
  const { outcome, steps } = await checkWholeSite(t, siteWith("https://example.com/", { pages: 3 }));
  assert.equal(outcome, "failure");
  assert.deepEqual(steps.slice(-2), ["Check every page: success", "Compare the number of pages: failure"]);
  // By itself, because act now and then loses what a step says just before it ends.
  const [, lastScript = ""] = /run: \|\n((?: {10}.*\n?)+)$/.exec(example("whole-site")) ?? [];
  const env = { PATH: process.env["PATH"], TOTAL: "4", LEAST: "120" };
  const { status, stdout } = spawnSync("bash", ["-c", lastScript], { env, encoding: "utf8" });
  assert.deepEqual([status, stdout], [1, "::error title=Whole site::4 URIs, expected at least 120\n"]);
});

/** Stand-ins for the actions of GitHub Pages: one that wants the folder, one that says where the site is. */
function pagesActions(t: TestContext, address: string): Record<string, string> {
  const folder = temporaryFolder(t);
  writeFiles(folder, {
    "upload/action.yml": `name: upload
description: a stand-in
inputs:
  path:
    description: the site
    required: true
runs:
  using: composite
  steps:
    - run: test -d '\${{ inputs.path }}' && record upload
      shell: bash
`,
    "deploy/action.yml": `name: deploy
description: a stand-in
outputs:
  page_url:
    description: where it is
    value: \${{ steps.deploy.outputs.page_url }}
runs:
  using: composite
  steps:
    - run: record deploy && echo "page_url=${address}" >> "$GITHUB_OUTPUT"
      id: deploy
      shell: bash
`,
  });
  return {
    "actions/upload-pages-artifact": join(folder, "upload"),
    "actions/deploy-pages": join(folder, "deploy"),
  };
}

engineTest("whole-site-pages.yml checks the pages at the address of the deployment", async (t) => {
  const address = "https://octo.github.io/site/";
  const sites = await startSites(t, siteWith(address, { pages: 50 }));
  const { run, calls } = await startEngine(t, {
    env: { ...sites.env, npm_config_offline: "true" },
    files: packageWith({ build: "mkdir public" }),
    actions: pagesActions(t, address),
  });
  const { outcome, outputs } = await run(hurried(example("whole-site-pages")), push);
  assert.equal(outcome, "success");
  assert.deepEqual(
    calls().map(({ words }) => words.join(" ")),
    ["upload", "deploy"],
  );
  assert.equal(outputs("site")["total"], "51");
  assert.equal(sites.asked[0], `${address}sitemap.xml`);
  assert.equal(new Set(sites.asked).size, 51);
});

const redirects = `# old addresses
/old-pricing 301 -> /pricing
/blog/2019 308 -> https://blog.example.com/archive/2019
`;

engineTest("redirect-map.yml succeeds where each redirect leads to its target, which it does not follow", async (t) => {
  const sites = await startSites(t, {
    "https://example.com/old-pricing": { status: 301, headers: { location: "/pricing" } },
    "https://example.com/blog/2019": { status: 308, headers: { location: "https://blog.example.com/archive/2019" } },
  });
  const { run } = await startEngine(t, { env: sites.env, files: { "redirects.txt": redirects } });
  const { outcome, annotations } = await run(example("redirect-map"), push);
  assert.deepEqual({ outcome, annotations }, { outcome: "success", annotations: [] });
  assert.deepEqual(sites.asked, ["https://example.com/old-pricing", "https://example.com/blog/2019"]);
});

engineTest("redirect-map.yml fails where a redirect leads elsewhere, and annotates the line of the file", async (t) => {
  const sites = await startSites(t, {
    "https://example.com/old-pricing": { status: 301, headers: { location: "/" } },
    "https://example.com/blog/2019": { status: 308, headers: { location: "https://blog.example.com/archive/2019" } },
  });
  const { run } = await startEngine(t, { env: sites.env, files: { "redirects.txt": redirects } });
  const { outcome, annotations } = await run(example("redirect-map"), push);
  assert.equal(outcome, "failure");
  const places = annotations.map(({ properties }) => properties).filter(({ file }) => file !== undefined);
  assert.deepEqual(
    places.map(({ file, line }) => [file, line]),
    [["redirects.txt", "2"]],
  );
});

/** Runs local-server.yml with this page as the site's first. */
async function checkLocalServer(t: TestContext, page: string) {
  const port = String(await closedPort());
  const server = `
import { createServer } from "node:http";
console.log("the server starts");
setTimeout(() => createServer((request, response) => {
  if (request.url !== "/") response.statusCode = 404;
  response.end(${JSON.stringify(page)});
}).listen(${port}, "127.0.0.1"), 300);
`;
  const { run } = await startEngine(t, {
    env: { npm_config_offline: "true" },
    files: { ...packageWith({ build: "touch built", start: "node server.mjs" }), "server.mjs": server },
  });
  return run(hurried(replaced(example("local-server"), ["8080", port])), push);
}

engineTest("local-server.yml waits for the server of the same job, and checks it", async (t) => {
  const { outcome, steps } = await checkLocalServer(t, "Example Domain");
  assert.equal(outcome, "success");
  assert.deepEqual(steps.slice(2), ["Start the server: success", "Check: success"]);
});

engineTest("local-server.yml shows the server's log where the check fails", async (t) => {
  const { outcome, steps, log } = await checkLocalServer(t, "Another Domain");
  assert.equal(outcome, "failure");
  assert.deepEqual(steps.slice(-2), ["Check: failure", "Show what the server said: success"]);
  assert.match(log, /^the server starts$/m);
});
