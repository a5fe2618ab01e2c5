import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { bare, plainLog, type Run, runAction, temporaryFolder } from "../helpers/action.ts";
import { type NginxSettings, startNginx } from "../helpers/nginx.ts";
import { assertCounted } from "../helpers/scripted.ts";
import { sitemapIndex, urlset } from "../helpers/sitemap.ts";

const numbers = Array.from({ length: 300 }, (_, index) => index);
const page = (number: number): string => `/page/${number}.html`;
/** By page, what is wrong with it. */
const broken: Readonly<Record<string, string>> = {
  [page(17)]: "503",
  [page(99)]: "404",
  [page(120)]: "200, unwanted text found",
  [page(250)]: "200, unwanted text found",
};

/** 300 pages: one answers 503 (for a 500 nginx would close the connection), one is not there, two show an error (one of them always in gzip), one has moved, one is always in gzip. */
const site: NginxSettings = {
  http: 1,
  https: 0,
  directives: "",
  locations: `
    location / { root html; default_type text/html; }
    location = ${page(17)} { return 503; }
    location = ${page(42)} { return 301 ${page(43)}; }
    location ~ /page/(120|200)\\.html$ { root html; default_type text/html; add_header Content-Encoding gzip; }
  `,
  files: ([origin = ""]) => {
    const body = (number: number): string =>
      number === 120 || number === 250 ? "<h1>Application error</h1>" : `<h1>Page ${number}</h1>`;
    const pages = numbers
      .filter((number) => number !== 99)
      .map(
        (number) => [page(number), /^(120|200)$/.test(`${number}`) ? gzipSync(body(number)) : body(number)] as const,
      );
    const addresses = numbers.map((number) => origin + page(number));
    return {
      "/sitemap.xml": sitemapIndex([`${origin}/sitemaps/1.xml.gz`, `${origin}/sitemaps/2.xml.gz`]),
      "/sitemaps/1.xml.gz": gzipSync(urlset(addresses.slice(0, 150))),
      "/sitemaps/2.xml.gz": gzipSync(urlset(addresses.slice(150))),
      ...Object.fromEntries(pages),
    };
  },
};

function assertWholeSite(run: Run, origin: string): void {
  const pages = numbers.map((number) => origin + page(number));
  assert.deepEqual(
    run.results.map(({ uri }) => uri),
    [
      `${origin}/sitemap.xml`,
      `${origin}/sitemaps/1.xml.gz`,
      ...pages.slice(0, 150),
      `${origin}/sitemaps/2.xml.gz`,
      ...pages.slice(150),
    ],
  );
  const wrong = Object.entries(broken).map(([path, answer]) => `[NOK] ${origin}${path}: ${answer}`);
  assert.deepEqual(plainLog(run).filter((line) => line.startsWith("[NOK]")).map(bare), wrong); // biome-ignore format: short
  assert.equal(run.outputs["failed-uris"], Object.keys(broken).map((path) => origin + path).join("\n")); // biome-ignore format: short
  const moved = run.results.filter(({ redirects }) => redirects.length > 0);
  assert.deepEqual(moved.map(({ uri, redirects }) => [uri, redirects]), [[origin + page(42), [origin + page(43)]]]); // biome-ignore format: short
  assert.deepEqual([run.code, run.stderr, run.outputs["total"], run.outputs["up"]], [1, "", "303", "299"]);
}

test("one line checks a whole site of 300 pages over one connection, as nginx counts it", async (t) => {
  const nginx = await startNginx(t, site);
  if (nginx === null) return t.skip("no nginx");
  const [origin = ""] = nginx.origins;
  const run = await runAction({ uris: `sitemap ${origin}/sitemap.xml 200 !Application error` });
  assertWholeSite(run, origin);
  const tally = await nginx.stop();
  assert.deepEqual(tally, { connections: 1, reused: 303 });
  assertCounted(run, tally);
  const sitemaps = plainLog(run).filter((line) => /\.(xml|gz) /.test(line));
  assert.deepEqual(sitemaps.map((line) => /sitemap(?: index)?, \d+ \w+/.exec(line)?.[0]), ["sitemap index, 2 sitemaps", "sitemap, 150 pages", "sitemap, 150 pages"]); // biome-ignore format: short
});

test("a broken page is annotated with its sitemap's line of the file", async (t) => {
  const nginx = await startNginx(t, site);
  if (nginx === null) return t.skip("no nginx");
  const [origin = ""] = nginx.origins;
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "uris.txt"), "# the whole site\n\nsitemap /sitemap.xml 200 !Application error\n");
  const inputs = { "uris-file": "uris.txt", "base-uri": origin, concurrency: "8" };
  const run = await runAction(inputs, { cwd: folder });
  assertWholeSite({ ...run, log: run.log.toSorted((one, other) => numberIn(one) - numberIn(other)) }, origin);
  const annotations = run.log.filter((line) => line.startsWith("::error file="));
  assert.deepEqual(
    annotations.map((line) => /^::error (.*?)::(\S+): /.exec(line)?.slice(1)),
    Object.keys(broken).map((path) => ["file=uris.txt,line=3", origin + path]),
  );
  assert.ok((await nginx.stop()).connections <= 8);
});

function numberIn(line: string): number {
  return Number(/(\d+)\.html/.exec(line)?.[1] ?? 0);
}
