import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { messages, plainLog, type Run, resultLines, runAction } from "../helpers/action.ts";
import { hostileBodies } from "../helpers/hostile.ts";
import { observe } from "../helpers/observe.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer, type TestServer } from "../helpers/server.ts";
import { type Site, serving, sitemapIndex, urlset } from "../helpers/sitemap.ts";

async function startSite(t: TestContext, site: Site): Promise<TestServer> {
  return startServer(t, serving(() => site)); // biome-ignore format: short
}

/** A line for each path of a site. */
function sitemapLines(origin: string, site: Site): string {
  return Object.keys(site)
    .map((path) => `sitemap ${origin}${path}`)
    .join("\n");
}

function states({ results }: Run): string[] {
  return results.map(({ state, status, message }) => `${state} ${status} ${message}`.trimEnd());
}

/** What is served instead of a sitemap, and what is said of it. */
const noSitemaps: Readonly<Record<string, { readonly body: string | Buffer; readonly problem: string }>> = {
  "/html": { body: "<!doctype html>\n<html><body>Not found</body></html>", problem: "an HTML page, not a sitemap" },
  "/json": { body: "{}", problem: "not XML" },
  "/nothing": { body: "", problem: "an empty body" },
  "/no-page": { body: urlset([]), problem: "no page in it" },
  "/no-sitemap": { body: sitemapIndex([]), problem: "no sitemap in it" },
  "/feed": { body: "<rss/>", problem: "neither a urlset nor a sitemapindex, but: rss" },
  "/broken": {
    body: "<urlset>\n<url><loc>/a</loc></url>\n<url><loc>/b</url>\n</urlset>",
    problem: "broken XML in line 3: unexpected close tag",
  },
  "/cut.gz": { body: gzipSync(urlset(["/a"])).subarray(0, -9), problem: "not valid gzip" },
  "/long": {
    body: gzipSync(urlset(Array.from({ length: 50_001 }, (_, index) => `/${index}`))),
    problem: "more than 50,000 entries",
  },
  "/line-break": { body: urlset(["/a\n::error::b"]), problem: "a line break or tab within <loc> in line 4" },
};

test("what is no sitemap is ERR with the reason, over one connection, and no page is asked for", async (t) => {
  const site = Object.fromEntries(Object.entries(noSitemaps).map(([path, { body }]) => [path, body]));
  const server = await startSite(t, site);
  const run = await runAction({ uris: sitemapLines(server.origin, site) });
  assert.deepEqual(
    resultLines(run),
    Object.entries(noSitemaps).map(([path, { problem }]) => `[ERR] ${server.origin}${path}: ${problem}`),
  );
  assert.deepEqual(server.requests.map(({ url }) => url), Object.keys(noSitemaps)); // biome-ignore format: short
  assert.deepEqual([run.code, run.stderr, run.outputs["up"], server.connections], [1, "", "0", 1]);
});

test("a sitemap that is not 200 is not up, and neither is one whose body is cut", async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    if (url === "/404.xml") answer.writeHead(404).end(urlset(["/a"]));
    else if (url === "/204.xml") answer.writeHead(204).end();
    else answer.writeHead(200, { "Content-Length": 5000 }).write(urlset(["/a"]), () => answer.destroy());
  });
  const uris = ["/404.xml 404", "/204.xml 2xx", "/cut.xml"].map((line) => `sitemap ${server.origin}${line}`);
  const run = await runAction({ uris: uris.join("\n") });
  assert.deepEqual([run.code, run.outputs["up"], run.outputs["total"]], [1, "0", "3"]);
  const [first = "", second = "", third = ""] = states(run);
  assert.match(first, /^NOK 404 .*expected 200/);
  assert.match(second, /^NOK 204 .*expected 200/);
  assert.match(third, /^ERR null the connection was closed in the middle of the body/);
});

test("status and text of the line are those of its pages, and not of the sitemap", async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) => {
    if (url === "/sitemap.xml") answer.end(urlset(["/a", "/b", "/c"]));
    else answer.writeHead(url === "/c" ? 200 : 203).end(url === "/a" ? "a page" : "a page with an Error in it");
  });
  const run = await runAction({ uris: `sitemap ${server.origin}/sitemap.xml 203 !Error` });
  assert.deepEqual(resultLines(run), [
    `[OK] ${server.origin}/sitemap.xml`,
    `[OK] ${server.origin}/a`,
    `[NOK] ${server.origin}/b: 203, unwanted text found`,
    `[NOK] ${server.origin}/c: 200`,
  ]);
  assertCounted(run, tallyOf(server));
});

test("an index is read one level deep: one that names itself, or another index, is ERR, and the rest is checked", async (t) => {
  const site = {
    "/itself.xml": sitemapIndex(["/itself.xml", "/pages.xml"]),
    "/of-indexes.xml": sitemapIndex(["/itself.xml", "/pages.xml", "/pages.xml", "/gone.html"]),
    "/pages.xml": urlset(["/a", "/b"]),
    "/gone.html": "<html/>",
  };
  const server = await startSite(t, site);
  const { origin } = server;
  const run = await runAction({ uris: `sitemap ${origin}/itself.xml\nsitemap ${origin}/of-indexes.xml` });
  const nested = `[ERR] ${origin}/itself.xml: it is a sitemap index within a sitemap index`;
  const pages = ["/pages.xml", "/a", "/b"].map((path) => `[OK] ${origin}${path}`);
  assert.deepEqual(resultLines(run), [
    `[OK] ${origin}/itself.xml`,
    nested,
    ...pages,
    `[OK] ${origin}/of-indexes.xml`,
    nested,
    ...pages,
    `[ERR] ${origin}/gone.html: an HTML page, not a sitemap`,
  ]);
  assert.deepEqual([run.code, server.connections, server.requests.length], [1, 1, 11]);
});

test("a run takes 100,000 pages from sitemaps, counted before the shard, and says which sitemap is one too many", async (t) => {
  const pages = (from: number, count: number): Buffer =>
    gzipSync(urlset(Array.from({ length: count }, (_, index) => `/${from + index}`)));
  const site = {
    "/1.xml": pages(0, 50_000),
    "/2.xml": pages(50_000, 49_999),
    "/3.xml": pages(100_000, 2),
    "/4.xml": pages(100_000, 1),
  };
  const server = await startSite(t, site);
  const run = await runAction({ uris: sitemapLines(server.origin, site), shard: "1/5000" });
  const ofSitemaps = run.results.filter(({ uri }) => uri.endsWith(".xml"));
  assert.deepEqual(
    ofSitemaps.map(({ state, message }) => `${state} ${message}`.trimEnd()),
    ["OK", "OK", "ERR with its 2 pages the run would have over 100000", "OK"],
  );
  assert.equal(run.results.length - ofSitemaps.length, 10 + 10 + 0 + 1);
});

/** Bodies of a sitemap that ask for far more than their size, and what is said of them. */
const hostile: Readonly<Record<string, string>> = {
  "10 GiB of zeros in gzip": "not XML",
  "10 GiB of spaces in gzip": "over 50 MiB",
  "an entity bomb": "broken XML in line 1: undefined entity",
  "a million nested elements": "broken XML in line 1: elements nested deeper than 100",
  "a long <loc>": "broken XML in line 1: over 1 MiB without a tag",
  "many comments": "broken XML in line 1: over 1 MiB without a tag",
};

test("hostile sitemaps are broken in bounded time and memory, and the next line is checked", async (t) => {
  const names = Object.keys(hostile);
  const server = await startServer(t, ({ url = "" }, answer) => {
    const body = hostileBodies[names[Number(url.slice(1))] ?? ""];
    // The action stops reading where it knows enough.
    if (body === undefined) answer.end("ok");
    else pipeline(Readable.from(body.chunks()), answer).catch(() => {});
  });
  const { setting, read } = observe(t);
  const lines = names.map((_, index) => `sitemap ${server.origin}/${index}`);
  const run = await runAction({ uris: [...lines, `${server.origin}/next`].join("\n") }, setting);
  assert.deepEqual(resultLines(run), [
    ...Object.values(hostile).map((problem, index) => `[ERR] ${server.origin}/${index}: ${problem}`),
    `[OK] ${server.origin}/next`,
  ]);
  const { peakMebibytes } = read();
  t.diagnostic(`${Math.round(run.ms)} ms, ${Math.round(peakMebibytes)} MiB`);
  assert.ok(peakMebibytes < 200, `${peakMebibytes} MiB`);
  assert.ok(run.ms < 20_000, `${run.ms} ms`);
});

test("a sitemap that comes in too slowly is timed out like any page", async (t) => {
  const server = await startServer(t, (_, answer) => {
    answer.write("<urlset>");
    const timer = setInterval(() => answer.write("<url><loc>/a</loc></url>"), 20);
    answer.on("close", () => clearInterval(timer));
  });
  const run = await runAction({ uris: `sitemap ${server.origin}/sitemap.xml`, timeout: "300ms" });
  assert.deepEqual(states(run), ["ERR null timed out after 300 ms reading the body (ETIMEDOUT)"]);
});

test("no text of a sitemap starts a log line, is a command, or is markup in the summary", async (t) => {
  const texts = [
    "/::error::x",
    "/a##[error]b",
    "/<img src=x onerror=alert(1)>",
    "/a|b](https://evil.example)",
    "/\u202egnp.exe",
    "/\u2028::warning::x",
    "/%0A::error::x",
    "/a@maintainers #1 `code` **bold** <!-- -->",
    "mailto:::error::x",
  ];
  const server = await startSite(t, {
    "/sitemap.xml": urlset(texts),
    "/foreign.xml": urlset(["https://evil.example##[error]<img>/"]),
    "/element.xml": "<urlset><url><loc>/a<img\u202e:b/></loc></url></urlset>",
    "/root.xml": "<::error::/>",
    "/encoding.xml": '<?xml version="1.0" encoding="::error:: ##[error]|"?><urlset/>',
  });
  const paths = ["sitemap", "foreign", "element", "root", "encoding"];
  const run = await runAction({ uris: paths.map((name) => `sitemap ${server.origin}/${name}.xml`).join("\n") });
  assert.deepEqual([run.code, run.outputs["total"], run.outputs["up"]], [1, "13", "8"]);
  for (const line of plainLog(run)) {
    assert.match(line, /^(\[(OK|ERR)\] http:|\d+ requests |Report: )/);
    assert.doesNotMatch(line, /##\[|[\p{Cc}\u2028\u2029\u202e]/u);
  }
  // Of core's commands each is one of ours, and its message on the same line.
  for (const line of run.log.filter((one) => one.startsWith("::"))) assert.match(line, /^::error::(http:|\d+ of 13 )/);
  assert.ok(!/<img|<!-- -->|\u202e/i.test(run.summary), "markup in the summary");
});

test("a page in the sitemap twice is checked once, also where two sitemaps of an index name it, but once for each line", async (t) => {
  const server = await startSite(t, {
    "/index.xml": sitemapIndex(["/1.xml", "/2.xml"]),
    "/1.xml": urlset(["/a", "/b", "/a", "/./a"]),
    "/2.xml": urlset(["/b", "/c"]),
  });
  const { origin } = server;
  const run = await runAction({ uris: `sitemap ${origin}/index.xml\n${origin}/a\nsitemap ${origin}/1.xml` });
  assert.deepEqual(
    run.results.map(({ uri }) => uri.slice(origin.length)),
    ["/index.xml", "/1.xml", "/a", "/b", "/2.xml", "/c", "/a", "/1.xml", "/a", "/b"],
  );
  assert.deepEqual([run.code, messages(run).join(""), server.connections], [0, "", 1]);
});
