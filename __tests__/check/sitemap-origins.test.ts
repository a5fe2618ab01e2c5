import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { messages, type Run, resultLines, runAction } from "../helpers/action.ts";
import { observe } from "../helpers/observe.ts";
import { needingAttention, readPage } from "../helpers/page.ts";
import { assertHidden, basic } from "../helpers/secrets.ts";
import { type Seen, type Settings, startServer, type TestServer } from "../helpers/server.ts";
import { type Site, serving, sitemapIndex, urlset } from "../helpers/sitemap.ts";

const production = "https://www.production.example";

/** A server whose site may name the origin that it gets. */
async function startSite(t: TestContext, site: (origin: string) => Site, settings: Settings = {}): Promise<TestServer> {
  const server: TestServer = await startServer(t, serving(() => site(server.origin)), settings); // biome-ignore format: short
  return server;
}

function paths({ requests }: TestServer): string[] {
  return requests.map(({ url }) => url);
}

function credentialsIn({ headers }: Seen): unknown[] {
  return [headers.authorization, headers["x-token"]];
}

function uris({ results }: Run): string[] {
  return results.map(({ uri }) => uri);
}

test("pages on other origins are counted, named and never asked for, and the sitemap's own are checked", async (t) => {
  const foreign = await startServer(t);
  const server = await startSite(t, (origin) => ({
    "/sitemap.xml": urlset([
      `${origin}/a`,
      "http://169.254.169.254/latest/meta-data/",
      `${foreign.origin}/x`,
      `//127.0.0.1:${foreign.port}/y`,
      `\\\\127.0.0.1:${foreign.port}\\z`,
      `https://127.0.0.1:${origin.split(":").at(-1)}/other-scheme`,
      `${origin}/b`,
    ]),
  }));
  const { setting, read } = observe(t);
  const run = await runAction({ uris: `sitemap ${server.origin}/sitemap.xml` }, setting);
  assert.deepEqual([run.code, foreign.connections, read().bytesRead.length], [1, 0, 1]);
  assert.deepEqual(paths(server), ["/sitemap.xml", "/a", "/b"]);
  assert.deepEqual(run.results.map(({ state }) => state), ["ERR", "OK", "OK"]); // biome-ignore format: short
  const [problem = ""] = messages(run);
  assert.match(problem, /\b5 of (its )?7\b/);
  assert.ok(problem.includes("http://169.254.169.254"), problem);
});

test("a sitemap of nothing but foreign pages is no success", async (t) => {
  const server = await startSite(t, () => ({ "/sitemap.xml": urlset([`${production}/`]) }));
  const run = await runAction({ uris: `sitemap ${server.origin}/sitemap.xml` });
  assert.deepEqual([run.code, run.outputs["up"], paths(server)], [1, "0", ["/sitemap.xml"]]);
  assert.match(messages(run)[0] ?? "", /1 of (its )?1\b.*https:\/\/www\.production\.example$/);
});

test("a sitemap that redirects to another origin may name pages there, which get no headers and no credentials", async (t) => {
  const there = await startSite(t, (origin) => ({ "/map.xml": urlset([`${origin}/a`, "b"]) }));
  const here = await startSite(t, () => ({ "/sitemap.xml": { location: `${there.origin}/map.xml` } }));
  const run = await runAction({
    uris: `sitemap ${here.origin.replace("//", "//ann:s3cretpw@")}/sitemap.xml\n${here.origin}/line`,
    headers: "X-Token: CANARY-token",
  });
  assert.deepEqual([run.code, paths(there)], [0, ["/map.xml", "/a", "/b"]]);
  assert.deepEqual(there.requests.map(credentialsIn), there.requests.map(() => [undefined, undefined])); // biome-ignore format: short
  assert.deepEqual(here.requests.map(credentialsIn), [
    [basic("ann:s3cretpw"), "CANARY-token"],
    [undefined, "CANARY-token"],
  ]);
  assertHidden(run, ["s3cretpw", "CANARY"]);
});

test("what a server chose is no link in the summary, not even where its page is asked for", async (t) => {
  const there = await startSite(t, (origin) => ({ "/map.xml": urlset([`${origin}/a 404`]) }));
  const here = await startSite(t, (origin) => ({
    "/sitemap.xml": { location: `${there.origin}/map.xml` },
    "/own.xml": urlset([`${origin}/b`]),
  }));
  const maps = ["/sitemap.xml", "/own.xml"].map((path) => `sitemap ${here.origin}${path} 200 never there`);
  const run = await runAction({ uris: maps.join("\n") });
  const linked = needingAttention(readPage(run.summary)).map(({ uri, link }) => [uri, link]);
  assert.deepEqual(linked, [
    [`${there.origin}/a%20404`, null],
    [`${here.origin}/b`, `${here.origin}/b`],
  ]);
});

test("so it is with an index: neither its sitemaps on the other origin nor their pages get headers and credentials", async (t) => {
  const there = await startSite(t, (origin) => ({
    "/index.xml": sitemapIndex([`${origin}/1.xml`]),
    "/1.xml": urlset([`${origin}/a`, `${origin}/b`]),
  }));
  const here = await startSite(t, () => ({ "/sitemap.xml": { location: `${there.origin}/index.xml` } }));
  const run = await runAction({
    uris: `sitemap ${here.origin.replace("//", "//ann:s3cretpw@")}/sitemap.xml`,
    headers: "X-Token: CANARY-token",
  });
  assert.deepEqual([run.code, paths(there)], [0, ["/index.xml", "/1.xml", "/a", "/b"]]);
  assert.deepEqual(there.requests.map(credentialsIn), there.requests.map(() => [undefined, undefined])); // biome-ignore format: short
});

test("pages on the listed origin get headers and the line's credentials, also where the sitemap redirected", async (t) => {
  const here: TestServer = await startServer(
    t,
    serving(() => ({ "/sitemap.xml": { location: `${there.origin}/` } })),
  );
  const there = await startSite(t, () => ({ "/": urlset([`${here.origin}/a`]) }));
  const run = await runAction({
    uris: `sitemap ${here.origin.replace("//", "//ann:s3cretpw@")}/sitemap.xml`,
    headers: "X-Token: CANARY-token",
  });
  assert.equal(run.code, 0, messages(run).join("\n"));
  assert.deepEqual(here.requests.map(credentialsIn), here.requests.map(() => [basic("ann:s3cretpw"), "CANARY-token"])); // biome-ignore format: short
  assert.deepEqual(there.requests.map(credentialsIn), [[undefined, undefined]]);
});

test("credentials in a <loc> are neither sent nor shown, and make no second page of the same address", async (t) => {
  const server = await startSite(t, (origin) => ({
    "/sitemap.xml": urlset([
      `${origin.replace("//", "//eve:G1ftig@")}/a`,
      `${origin}/a`,
      "http://eve:G1ftig@other.example/",
      "http://eve:G1ftig@:1/",
    ]),
  }));
  const run = await runAction({ uris: `sitemap ${server.origin}/sitemap.xml` });
  assert.deepEqual([run.code, paths(server)], [1, ["/sitemap.xml", "/a"]]);
  assert.deepEqual(server.requests.map(credentialsIn), server.requests.map(() => [undefined, undefined])); // biome-ignore format: short
  assertHidden(run, ["G1ftig"]);
  const invalid = await startSite(t, () => ({ "/sitemap.xml": urlset(["http://eve:G1ftig@:1/"]) }));
  const second = await runAction({ uris: `sitemap ${invalid.origin}/sitemap.xml` });
  assert.equal(second.code, 1);
  assertHidden(second, ["G1ftig"]);
});

test("what a server puts of the headers into its sitemap is not shown", async (t) => {
  const secret = "s3cret-value";
  const bodies = [
    urlset([`/x?token=${secret}`]),
    urlset([`https://${secret}.example/`]),
    urlset([`mailto:${secret}`]),
    `<${secret}/>`,
    `<urlset><${secret}:x/></urlset>`,
    `<?xml version="1.0" encoding="${secret}"?><urlset/>`,
  ];
  const server = await startSite(t, () => Object.fromEntries(bodies.map((body, index) => [`/${index}.xml`, body])));
  const run = await runAction({
    uris: bodies.map((_, index) => `sitemap ${server.origin}/${index}.xml`).join("\n"),
    headers: `X-Anything: ${secret}`,
  });
  assert.deepEqual([run.outputs["total"], run.outputs["up"]], ["7", "2"]);
  assert.ok(paths(server).includes(`/x?token=${secret}`));
  assertHidden(run, [secret]);
});

test("with a relative line the preview checks itself: the origin of the first page is replaced in all pages", async (t) => {
  const preview = await startSite(t, () => ({
    "/sitemap.xml": urlset([`${production}/`, `${production}/b?c=d&e`, "/e", `${production}:443/f`]),
  }));
  const run = await runAction({ uris: "sitemap /sitemap.xml", "base-uri": preview.origin });
  assert.equal(run.code, 0, messages(run).join("\n"));
  assert.deepEqual(paths(preview), ["/sitemap.xml", "/", "/b?c=d&e", "/e", "/f"]);
  assert.deepEqual(uris(run), paths(preview).map((path) => preview.origin + path)); // biome-ignore format: short
  assert.ok(!run.files.includes("production"), "production is named");
});

test("a page with two slashes or user information behind production's origin stays on that of base-uri", async (t) => {
  const foreign = await startServer(t);
  const preview = await startSite(t, () => ({
    "/sitemap.xml": urlset([
      `${production}//127.0.0.1:${foreign.port}/x`,
      `${production}/\\127.0.0.1:${foreign.port}/y`,
      `https://eve:G1ftig@www.production.example/z`,
    ]),
  }));
  const run = await runAction({
    uris: "sitemap /sitemap.xml",
    "base-uri": preview.origin.replace("//", "//ann:s3cretpw@"),
    headers: "X-Token: CANARY-token",
  });
  assert.deepEqual([run.code, foreign.connections], [0, 0]);
  const path = `//127.0.0.1:${foreign.port}/`;
  assert.deepEqual(paths(preview), ["/sitemap.xml", `${path}x`, `${path}y`, "/z"]);
  assertHidden(run, ["G1ftig", "s3cretpw", "CANARY"]);
});

test("pages of a third origin are foreign for a relative line too, and so is production where the first page is not its", async (t) => {
  const preview = await startSite(t, () => ({
    "/1.xml": urlset([`${production}/a`, "http://www.production.example/b", "https://blog.production.example/"]),
    "/2.xml": urlset(["/a", `${production}/b`]),
  }));
  const run = await runAction({ uris: "sitemap /1.xml\nsitemap /2.xml", "base-uri": preview.origin });
  assert.deepEqual(paths(preview), ["/1.xml", "/a", "/2.xml", "/a"]);
  assert.deepEqual(run.results.map(({ state }) => state), ["ERR", "OK", "ERR", "OK"]); // biome-ignore format: short
  assert.match(messages(run)[0] ?? "", /2 of (its )?3\b.*http:\/\/www\.production\.example.*\b1\b/);
  assert.match(messages(run)[2] ?? "", /1 of (its )?2\b.*https:\/\/www\.production\.example$/);
});

test("with a relative line the sitemaps of an index are the preview's own too", async (t) => {
  const preview = await startSite(t, () => ({
    "/sitemap.xml": sitemapIndex([`${production}/1.xml`, `${production}/2.xml`]),
    "/1.xml": urlset([`${production}/a`]),
    "/2.xml": urlset([`${production}/b`]),
  }));
  const run = await runAction({ uris: "sitemap /sitemap.xml", "base-uri": preview.origin });
  assert.deepEqual([run.code, paths(preview)], [0, ["/sitemap.xml", "/1.xml", "/a", "/2.xml", "/b"]]);
});

test("base-uri's path belongs to the sitemap's address and to no page, its credentials to all of them", async (t) => {
  const preview = await startSite(t, () => ({ "/pr-12/sitemap.xml": urlset([`${production}/pr-12/a`, "b", "/c"]) }));
  const run = await runAction({
    uris: "sitemap /sitemap.xml 200 ok",
    "base-uri": `${preview.origin.replace("//", "//ann:s3cretpw@")}/pr-12/`,
  });
  assert.equal(run.code, 0, messages(run).join("\n"));
  assert.deepEqual(paths(preview), ["/pr-12/sitemap.xml", "/pr-12/a", "/pr-12/b", "/c"]);
  assert.deepEqual(preview.requests.map(({ headers }) => headers.authorization), paths(preview).map(() => basic("ann:s3cretpw"))); // biome-ignore format: short
  assert.deepEqual(resultLines(run), paths(preview).map((path) => `[OK] ${preview.origin}${path}`)); // biome-ignore format: short
  assertHidden(run, ["s3cretpw", basic("ann:s3cretpw").slice(6)]);
});

test("a relative sitemap that redirects to production checks the preview all the same", async (t) => {
  const live = await startSite(t, (origin) => ({ "/sitemap.xml": urlset([`${origin}/a`]) }));
  const preview = await startSite(t, () => ({ "/sitemap.xml": { location: `${live.origin}/sitemap.xml` } }));
  const run = await runAction({ uris: "sitemap /sitemap.xml", "base-uri": preview.origin });
  assert.deepEqual([run.code, paths(preview), paths(live)], [0, ["/sitemap.xml", "/a"], ["/sitemap.xml"]]);
});
