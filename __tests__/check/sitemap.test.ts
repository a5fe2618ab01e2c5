import assert from "node:assert/strict";
import type { IncomingHttpHeaders } from "node:http";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { type SitemapContent, SitemapReader } from "../../src/check/sitemap.ts";

const schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
const pageA = "https://a.example/a";
const pageB = "https://a.example/b";

interface Case {
  readonly name: string;
  readonly body: string | Buffer;
  readonly headers?: IncomingHttpHeaders;
  /** The locations, or the problem with foreign words in «». */
  readonly holds: readonly string[] | string;
  /** pages, if not said. */
  readonly kind?: "index";
}

const urlset = (entries: string): string =>
  `<?xml version="1.0"?>\n<urlset xmlns="${schema}">\n${entries}\n</urlset>\n`;
const index = (entries: string): string => `<sitemapindex xmlns="${schema}">${entries}</sitemapindex>`;
const url = (...locations: string[]): string => `<url>${locations.map((loc) => `<loc>${loc}</loc>`).join("")}</url>`;
const twoPages = urlset(url(pageA) + url(pageB));
const both = [pageA, pageB];

async function read(body: Buffer, headers: IncomingHttpHeaders, chunkLength: number): Promise<SitemapContent | null> {
  const reader = new SitemapReader(headers);
  for (let start = 0; start < body.length; start += chunkLength)
    await reader.read(body.subarray(start, start + chunkLength));
  return reader.end();
}

function toWords(content: SitemapContent | null): string | readonly string[] {
  if (content === null) return "not read to its end";
  if (content.kind !== "broken") return content.locations;
  return content.problem.map((part) => (typeof part === "string" ? part : `«${part.foreign}»`)).join("");
}

/** In one piece and in single bytes: no verdict may depend on how a body is divided. */
async function assertHolds(cases: readonly Case[]): Promise<void> {
  for (const chunkLength of [1, 1000]) {
    const contents = await Promise.all(
      cases.map(({ body, headers = {} }) => read(Buffer.from(body), headers, chunkLength)),
    );
    const found = contents.map((content, at) => ({
      name: cases[at]?.name,
      kind: content?.kind,
      holds: toWords(content),
    }));
    const expected = cases.map(({ name, holds, kind = "pages" }) => ({
      name,
      kind: typeof holds === "string" ? "broken" : kind,
      holds,
    }));
    const wrong = found.filter((one, at) => !isDeepStrictEqual(one, expected[at]));
    assert.deepEqual(
      wrong,
      expected.filter(({ name }) => wrong.some((one) => one.name === name)),
    );
  }
}

test("the pages of a sitemap are the text of each <loc> of its own, in order", async () => {
  await assertHolds([
    { name: "plain", body: twoPages, holds: both },
    { name: "in one line", body: `<urlset>${url(pageA)}</urlset>`, holds: [pageA] },
    { name: "an index", body: index(`<sitemap><loc>${pageA}</loc></sitemap>`), holds: [pageA], kind: "index" },
    { name: "the same page twice", body: urlset(url(pageA) + url(pageA)), holds: [pageA, pageA] },
    { name: "two in an entry", body: urlset(url(pageA, pageB)), holds: both },
    { name: "a relative one", body: urlset(url("/a b")), holds: ["/a b"] },
    { name: "white space around it", body: urlset(url(` \n\t${pageA}\r\n `)), holds: [pageA] },
    { name: "entities", body: urlset(url("/?a=1&amp;b=&lt;&#50;&#x33;&quot;&apos;&gt;")), holds: [`/?a=1&b=<23"'>`] },
    { name: "CDATA", body: urlset(url("<![CDATA[/?a=1&b=]]>2")), holds: ["/?a=1&b=2"] },
    { name: "a comment and an instruction within", body: urlset(url("/a<!-- x --><?y z?>b")), holds: ["/ab"] },
    {
      name: "other elements",
      body: urlset(`<url><lastmod>x</lastmod><loc>/a</loc><priority>1</priority></url>`),
      holds: ["/a"],
    },
    { name: "markup as text", body: urlset(url("::error::&lt;b&gt;")), holds: ["::error::<b>"] },
    { name: "8,192 characters", body: urlset(url(`/${"x".repeat(8191)}`)), holds: [`/${"x".repeat(8191)}`] },
    {
      name: "a style sheet, a comment and a DTD in front",
      body: `<?xml-stylesheet href="x"?><!-- x --><!DOCTYPE urlset [<!ENTITY e "x">]>${urlset(url(pageA)).slice(22)}`,
      holds: [pageA],
    },
  ]);
});

test("<loc> of an extension is no page", async () => {
  const extended = (entry: string): string =>
    `<urlset xmlns="${schema}" xmlns:image="urn:image" xmlns:xhtml="urn:xhtml">${entry}</urlset>`;
  await assertHolds([
    {
      name: "of an image",
      body: extended(`<url><loc>/a</loc><image:image><image:loc>/no</image:loc></image:image></url>`),
      holds: ["/a"],
    },
    {
      name: "directly in the entry",
      body: extended(`<url><image:loc>/no</image:loc><loc>/a</loc></url>`),
      holds: ["/a"],
    },
    {
      name: "under its own default namespace",
      body: extended(`<url><loc>/a</loc><loc xmlns="urn:x">/no</loc></url>`),
      holds: ["/a"],
    },
    { name: "deeper in the entry", body: urlset(`<url><loc>/a</loc><x><loc>/no</loc></x></url>`), holds: ["/a"] },
    { name: "outside an entry", body: urlset(`<loc>/no</loc>${url("/a")}`), holds: ["/a"] },
    { name: "in another element", body: urlset(`<urls><loc>/no</loc></urls>${url("/a")}`), holds: ["/a"] },
    {
      name: "in an entry of an extension",
      body: extended(`<image:url><loc>/no</loc></image:url>${url("/a")}`),
      holds: ["/a"],
    },
    { name: "a link", body: extended(`<url><loc>/a</loc><xhtml:link href="/no"/></url>`), holds: ["/a"] },
  ]);
});

test("a sitemap may be in any namespace that its root is in", async () => {
  await assertHolds([
    { name: "an old one", body: twoPages.replace(schema, "http://www.google.com/schemas/sitemap/0.84"), holds: both },
    { name: "https", body: twoPages.replace("http:", "https:"), holds: both },
    {
      name: "under a prefix",
      body: `<sm:urlset xmlns:sm="${schema}"><sm:url><sm:loc>/a</sm:loc></sm:url></sm:urlset>`,
      holds: ["/a"],
    },
    {
      name: "under two prefixes",
      body: `<a:urlset xmlns:a="${schema}" xmlns:b="${schema}"><b:url><a:loc>/a</a:loc></b:url></a:urlset>`,
      holds: ["/a"],
    },
    {
      name: "its entries in none",
      body: `<a:urlset xmlns:a="${schema}"><url><loc>/a</loc></url></a:urlset>`,
      holds: ["/a"],
    },
  ]);
});

test("a sitemap in gzip is known by its first bytes, whatever the headers say", async () => {
  const gz = gzipSync(twoPages);
  const coded = (coding: string): IncomingHttpHeaders => ({ "content-encoding": coding, "content-type": "text/plain" });
  await assertHolds([
    { name: "a .gz file", body: gz, holds: both },
    { name: "a .gz file as a coding", body: gz, headers: coded("gzip"), holds: both },
    { name: "a .gz file in a coding", body: gzipSync(gz), headers: coded("gzip"), holds: both },
    { name: "XML that is said to be coded", body: twoPages, headers: coded("gzip"), holds: both },
    { name: "br", body: brotliCompressSync(twoPages), headers: coded("br"), holds: both },
    { name: "a .gz file in br", body: brotliCompressSync(gz), headers: coded("br"), holds: both },
    { name: "deflate", body: deflateSync(twoPages), headers: coded("deflate"), holds: both },
    {
      name: "two members",
      body: Buffer.concat([gzipSync(twoPages.slice(0, 99)), gzipSync(twoPages.slice(99))]),
      holds: both,
    },
    { name: "a .gz file that is cut", body: gz.subarray(0, gz.length - 1), holds: "not valid gzip" },
    { name: "a .gz file of nothing", body: gzipSync(""), holds: "an empty body" },
    { name: "only the first bytes", body: Buffer.from([0x1f, 0x8b]), holds: "not valid gzip" },
    { name: "no br", body: twoPages, headers: coded("br"), holds: "not valid br" },
    { name: "zstd", body: twoPages, headers: coded("zstd"), holds: "the body is coded in zstd" },
  ]);
});

test("a sitemap is read in the encoding of its byte order mark or XML declaration, else in UTF-8", async () => {
  const declared = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><urlset>${url("/grün")}</urlset>`;
  const utf16 = Buffer.from(`\ufeff${declared("utf-16")}`, "utf16le");
  const latin1 = Buffer.from(declared("ISO-8859-1"), "latin1");
  await assertHolds([
    { name: "UTF-8", body: `<urlset>${url("/grün")}</urlset>`, holds: ["/grün"] },
    { name: "UTF-8 with a mark", body: `\ufeff${declared("UTF-8")}`, holds: ["/grün"] },
    { name: "UTF-8 with a mark and a wrong declaration", body: `\ufeff${declared("latin1")}`, holds: ["/grün"] },
    { name: "UTF-16LE with a mark", body: utf16, holds: ["/grün"] },
    { name: "UTF-16BE with a mark", body: Buffer.from(utf16).swap16(), holds: ["/grün"] },
    { name: "UTF-8 that says it is UTF-16, as .NET writes it", body: declared("utf-16"), holds: ["/grün"] },
    { name: "latin1", body: latin1, holds: ["/grün"] },
    {
      name: "latin1 behind white space, in gzip",
      body: gzipSync(Buffer.concat([Buffer.from("\n\n"), latin1])),
      holds: ["/grün"],
    },
    {
      name: "latin1 that is not said to be",
      body: Buffer.from(urlset(url("/grün")), "latin1"),
      holds: "a <loc> that is not valid in its encoding in line 3",
    },
    {
      name: "latin1 that is not said to be, elsewhere",
      body: Buffer.from(urlset(`<url><loc>/a</loc><x>ü</x></url>`), "latin1"),
      holds: ["/a"],
    },
    { name: "an unknown encoding", body: declared("klingon"), holds: "an encoding that cannot be read: «klingon»" },
  ]);
});

test("white space and a byte order mark in front of the XML declaration are skipped", async () => {
  await assertHolds([
    { name: "line breaks", body: `\n\r\n \t${twoPages}`, holds: both },
    { name: "a second mark", body: `\ufeff \ufeff\n${twoPages}`, holds: both },
    { name: "more than a chunk", body: `${" ".repeat(2500)}${twoPages}`, holds: both },
    {
      name: "lines are counted with them",
      body: `\n\n${urlset("<url><loc>/a</url>")}`,
      holds: "broken XML in line 5: «unexpected close tag»",
    },
  ]);
});

test("broken XML is named with the line where it breaks", async () => {
  const inLine3 = (entry: string): string => urlset(`${entry}\n${url(pageB)}`);
  const table: readonly (readonly [name: string, body: string, problem: string])[] = [
    ["a lone &", inLine3(url("/?a=1&b=2")) + inLine3(url("/?a=1&amp;b=2")), "line 3: «a lone &»"],
    [
      "a lone & and no semicolon after it",
      urlset(url("/?a=1&b=2")),
      "line 3: «unclosed tag: loc, or a lone & behind it»",
    ],
    ["an HTML entity", inLine3(url("/&nbsp;")), "line 3: «undefined entity»"],
    ["an entity of Object.prototype", inLine3(url("/&constructor;")), "line 3: «undefined entity»"],
    [
      "an entity that is declared",
      `<!DOCTYPE urlset [<!ENTITY e "/e">]>\n<urlset>\n${url("&e;")}</urlset>`,
      "line 3: «undefined entity»",
    ],
    [
      "an external entity",
      `<!DOCTYPE urlset [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<urlset>\n${url("&e;")}</urlset>`,
      "line 3: «undefined entity»",
    ],
    ["a character that XML does not allow", inLine3(url("/\u0001")), "line 3: «disallowed character»"],
    ["NUL by number", inLine3(url("/&#0;")), "line 3: «malformed character entity»"],
    ["the wrong end tag", inLine3("<url><loc>/a</url>"), "line 3: «unexpected close tag»"],
    [
      "a prefix that is not declared",
      inLine3("<url><image:loc>x</image:loc></url>"),
      'line 3: «unbound namespace prefix: "image"»',
    ],
    ["an attribute twice", inLine3('<url a="" a=""/>'), "line 3: «duplicate attribute: a»"],
    ["an end in the middle", twoPages.slice(0, -12), "line 3: «unclosed tag: url, or a lone & behind it»"],
    ["an end in a tag", twoPages.slice(0, -4), "line 3: «unclosed tag: urlset, or a lone & behind it»"],
    [
      "an end in a <loc>",
      urlset("<url>\n<loc>/a").split("\n</urlset>")[0] ?? "",
      "line 4: «unclosed tag: loc, or a lone & behind it»",
    ],
    ["a second root", `${twoPages}<urlset/>`, "line 5: «documents may contain only one root»"],
    ["text behind it", `${twoPages}more`, "line 5: «text data outside of root node»"],
    ["a long name", inLine3(`<${"x".repeat(200)}:y/>`), `line 3: «unbound namespace prefix: "${"x".repeat(200)}"»`],
    ["no root", "<!-- nothing -->\n", "line 2: «document must contain a root element»"],
    ["an early DTD", `<!DOCTYPE urlset [`, "line 1: «document must contain a root element»"],
  ];
  await assertHolds(table.map(([name, body, problem]) => ({ name, body, holds: `broken XML in ${problem}` })));
});

test("what is no sitemap says what it is", async () => {
  const html = "an HTML page, not a sitemap";
  await assertHolds([
    { name: "an HTML page", body: "<!doctype html>\n<html><head><title>x</title><body>Not found", holds: html },
    { name: "an XHTML page", body: '<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><body/></html>', holds: html },
    { name: "an HTML page in capitals", body: "<HTML><BODY>Not found</BODY></HTML>", holds: html },
    { name: "an HTML page behind a comment", body: "<!-- x -- y --> <!DOCTYPE HTML><p>Not found", holds: html },
    {
      name: "a piece of HTML",
      body: "<head><meta charset=utf-8>",
      holds: "neither a urlset nor a sitemapindex, but: «head»",
    },
    { name: "a feed", body: "<rss><channel/></rss>", holds: "neither a urlset nor a sitemapindex, but: «rss»" },
    { name: "a prefix", body: '<a:b xmlns:a="x"/>', holds: "neither a urlset nor a sitemapindex, but: «a:b»" },
    {
      name: "capitals",
      body: `<URLSET>${url("/a")}</URLSET>`,
      holds: "neither a urlset nor a sitemapindex, but: «URLSET»",
    },
    { name: "JSON", body: '{"error": "::error::"}', holds: "not XML" },
    { name: "a list of pages", body: `${pageA}\n${pageB}\n`, holds: "not XML" },
    { name: "an image", body: Buffer.from("89504e470d0a1a0a", "hex"), holds: "not XML" },
    { name: "nothing", body: "", holds: "an empty body" },
    { name: "white space", body: " \n ", holds: "an empty body" },
  ]);
});

test("a sitemap without a page is broken, and so is an entry whose page is not certain", async () => {
  await assertHolds([
    { name: "no entry", body: urlset(""), holds: "no page in it" },
    { name: "an empty root", body: "<urlset/>", holds: "no page in it" },
    { name: "an empty index", body: index(""), holds: "no sitemap in it" },
    {
      name: "entries in another namespace",
      body: `<a:urlset xmlns:a="${schema}" xmlns="x">${url("/a")}</a:urlset>`,
      holds: "no page in it",
    },
    {
      name: "an entry without <loc>",
      body: urlset(`${url("/a")}\n<url>\n</url>`),
      holds: "an entry without <loc> in line 5",
    },
    { name: "an empty <loc>", body: urlset(url(" ")), holds: "an empty <loc> in line 3" },
    { name: "a closed <loc>", body: urlset("<url><loc/></url>"), holds: "an empty <loc> in line 3" },
    { name: "a line break", body: urlset(url("/a\n/b")), holds: "a line break or tab within <loc> in line 4" },
    {
      name: "a line break by number",
      body: urlset(url("/a&#10;/b")),
      holds: "a line break or tab within <loc> in line 3",
    },
    { name: "a tab", body: urlset(url("/a\t/b")), holds: "a line break or tab within <loc> in line 3" },
    { name: "an element", body: urlset(url("/a<b>/c</b>")), holds: "an element within <loc> in line 3" },
    {
      name: "8,193 characters",
      body: urlset(url(`/${"x".repeat(8192)}`)),
      holds: "a <loc> of over 8192 characters in line 3",
    },
    {
      name: "a sitemap among pages",
      body: urlset(`${url("/a")}<sitemap><loc>/b</loc></sitemap>`),
      holds: "<sitemap> within <urlset> in line 3",
    },
    { name: "a page among sitemaps", body: index(url("/a")), holds: "<url> within <sitemapindex> in line 1" },
  ]);
});

test("50,000 entries are read, and one more is too many", async () => {
  const pages = (count: number): Buffer =>
    Buffer.from(urlset(Array.from({ length: count }, (_, at) => url(`/${at}`)).join("\n")));
  const content = await read(pages(50_000), {}, 65_536);
  assert.equal(content?.kind === "pages" && content.locations.length, 50_000);
  assert.equal(content?.kind === "pages" && content.locations.at(-1), "/49999");
  assert.equal(toWords(await read(pages(50_001), {}, 65_536)), "more than 50,000 entries");
});

test("a reader wants no more once the sitemap is known to be broken, and takes what comes all the same", async () => {
  const reader = new SitemapReader({});
  await reader.read(Buffer.from(`<html>${" ".repeat(2000)}`));
  await new Promise(setImmediate);
  assert.equal(reader.wantsMore, false);
  await reader.read(Buffer.from(twoPages));
  assert.equal(toWords(await reader.end()), "an HTML page, not a sitemap");
});

test("what is left to read of a sitemap is given up with the signal of whoever waits for it", async () => {
  const reader = new SitemapReader({}, AbortSignal.abort());
  await reader.read(gzipSync(`<urlset>${"<b/>".repeat(1_000_000)}`));
  assert.equal(toWords(await reader.end()), "not read to its end");
});
