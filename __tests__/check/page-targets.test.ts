import assert from "node:assert/strict";
import { test } from "node:test";
import { nestedSitemapOf, pageOf, shownOf } from "../../src/check/page.ts";
import { parseLine } from "../../src/inputs/line.ts";
import { ok } from "../../src/inputs/status.ts";
import type { SitemapTarget } from "../../src/inputs/target.ts";

function sitemap(line: string): SitemapTarget {
  const target = parseLine(
    line,
    { file: "list.txt", line: 7 },
    { expected: { status: ok, text: null, end: null }, base: null },
  );
  assert.ok(target.kind === "sitemap", line);
  return target;
}

const own = sitemap("sitemap https://ann:s3cretpw@a.example/sitemap.xml 2xx !error");

test("a page has place, credentials and expectation of its sitemap's line, and shares them", () => {
  const page = pageOf(own, { address: "https://a.example/x", shown: "HTTPS://a.example/x", own: true });
  assert.deepEqual([page.kind, page.shown, page.address], ["uri", "HTTPS://a.example/x", "https://a.example/x"]);
  assert.deepEqual([page.authorization, page.getsHeaders], [own.authorization, true]);
  assert.ok(page.place === own.place && page.secrets === own.secrets && page.expected === own.pages);
});

test("a page on another origin than the listed one gets neither credentials nor headers", () => {
  const address = "https://www.a.example/x";
  const page = pageOf(own, { address, shown: address, own: false });
  assert.deepEqual([page.authorization, page.getsHeaders], [null, false]);
  const nested = nestedSitemapOf(own, { address, shown: address, own: false });
  assert.deepEqual([nested.authorization, nested.getsHeaders], [null, false]);
  const below = pageOf(nested, { address, shown: address, own: true });
  assert.deepEqual([below.authorization, below.getsHeaders], [null, false]);
});

test("a sitemap of an index is like a page, and nested", () => {
  const nested = nestedSitemapOf(own, {
    address: "https://a.example/b.xml",
    shown: "https://a.example/b.xml",
    own: true,
  });
  assert.deepEqual([nested.kind, nested.shown, nested.isNested], ["sitemap", "https://a.example/b.xml", true]);
  assert.ok(nested.place === own.place && nested.pages === own.pages && nested.authorization === own.authorization);
});

/** A `<loc>`, the address that is requested for it, and what is shown. */
const shown = [
  ["https://a.example/caf\u00e9?a b", "https://a.example/caf%C3%A9?a%20b", "https://a.example/caf%C3%A9?a%20b"],
  ["https://a.example/caf\u00e9", "https://a.example/caf%C3%A9", "https://a.example/caf\u00e9"],
  ["HTTPS://A.example", "https://a.example/", "HTTPS://A.example"],
  ["/x", "https://a.example/x", "https://a.example/x"],
  ["x?y", "https://a.example/x?y", "https://a.example/x?y"],
  ["//a.example/x", "https://a.example/x", "https://a.example/x"],
  ["https://production.example/x", "https://preview.example/x", "https://preview.example/x"],
  ["https://eve:G1ft@a.example/x", "https://a.example/x", "https://a.example/x"],
  ["https://eve:G1ft@production.example/x", "https://a.example/x", "https://a.example/x"],
  ["https://a.example/@x", "https://a.example/@x", "https://a.example/@x"],
  ["https://a.example/x\n::error::y", "https://a.example/x::error::y", "https://a.example/x::error::y"],
  ["https://a.example/\u0085x", "https://a.example/%C2%85x", "https://a.example/%C2%85x"],
] as const;

test("a page is shown as its sitemap names it, on one line, resolved, and without user information", () => {
  for (const [location, address, expected] of shown)
    assert.equal(shownOf(location, new URL(address).href), expected, location);
});
