import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBase } from "../../src/inputs/address.ts";
import { parseLine } from "../../src/inputs/line.ts";
import { ok } from "../../src/inputs/status.ts";
import type { Expectation, Target } from "../../src/inputs/target.ts";

const base = parseBase("https://user:s3cretpw@preview.example/app/");
assert.ok(!("problem" in base));
const parse = (line: string): Target =>
  parseLine(line, { file: null, line: 1 }, { expected: { status: ok, text: null, end: null }, base });

function expectationOf(target: Target): Expectation {
  assert.notEqual(target.kind, "mistake", target.kind === "mistake" ? target.problem : "");
  if (target.kind === "uri") return target.expected;
  assert.equal(target.kind, "sitemap");
  return (target as Extract<Target, { kind: "sitemap" }>).pages;
}

/** A line, and the status, the text (with a ! where it must not be there) and the end that it asks for. */
const lines: readonly (readonly [line: string, status: string, text: string | null, end: string | null])[] = [
  ["https://a.example/", "200", null, null],
  ["https://a.example/ 301", "301", null, null],
  ["https://a.example/ -> https://b.example", "200", null, "https://b.example"],
  ["https://a.example/ 200 -> https://b.example/x?y#z", "200", null, "https://b.example/x?y#z"],
  ["https://a.example/\t301\t->\thttps://b.example/", "301", null, "https://b.example/"],
  ["https://a.example/old 301 -> /new", "301", null, "https://a.example/new"],
  ["https://user:pass@a.example:8443/old -> /new", "200", null, "https://a.example:8443/new"],
  ["/old 301 -> /new", "301", null, "https://preview.example/app/new"],
  ["/old -> https://b.example/", "200", null, "https://b.example/"],
  ["https://a.example/ 200 !Application error", "200", "!Application error", null],
  ["https://a.example/ 2xx ! error", "2xx", "!error", null],
  ["https://a.example/ 200 !!", "200", "!!", null],
  ["https://a.example/ 200 !-> x", "200", "!-> x", null],
  ["https://a.example/ 200 it works!", "200", "it works!", null],
  ["https://a.example/ 200 a->b", "200", "a->b", null],
  ["https://a.example/ 200 ->b", "200", "->b", null],
  ["sitemap https://a.example/sitemap.xml", "200", null, null],
  ["sitemap\thttps://a.example/sitemap.xml 2xx", "2xx", null, null],
  ["sitemap https://a.example/sitemap.xml 200 Imprint", "200", "Imprint", null],
  ["sitemap https://a.example/sitemap.xml 200 !Application error", "200", "!Application error", null],
  ["sitemap /sitemap.xml 200", "200", null, null],
];

test("a line says what status, what text and what end of a redirect it expects", () => {
  for (const [line, status, text, end] of lines) {
    const target = parse(line);
    const expected = expectationOf(target);
    const found = expected.text === null ? null : `${expected.text.unwanted ? "!" : ""}${expected.text.text}`;
    assert.deepEqual([expected.status.text, found, expected.end?.shown ?? null], [status, text, end], line);
    assert.equal(target.kind, line.startsWith("sitemap") ? "sitemap" : "uri");
    if (end !== null) assert.equal(expected.end?.address, new URL(end).href);
  }
});

test("lines that say nothing share one expectation", () => {
  const place = { file: null, line: 1 };
  const defaults = { expected: { status: ok, text: null, end: null }, base };
  const [one, other] = ["https://a.example/", "sitemap /b"].map((line) =>
    expectationOf(parseLine(line, place, defaults)),
  );
  assert.equal(one, other);
});

/** Lines in none of these forms, and what is wrong with them. */
const mistakes: readonly (readonly [line: string, problem: RegExp])[] = [
  ["https://a.example/ ->", /no address behind ->/],
  ["https://a.example/ 301 ->", /no address behind ->/],
  ["https://a.example/ -> https://b.example/ 200", /nothing may follow the address behind ->/],
  ["https://a.example/ 301 -> /new text", /nothing may follow the address behind ->/],
  ["https://a.example/ -> new", /address behind ->: not an http\(s\) URI/],
  ["https://a.example/ -> ?x", /address behind ->: not an http\(s\) URI/],
  ["https://a.example/ -> //b.example/", /address behind ->: not an http\(s\) URI/],
  ["https://a.example/ -> ftp://b.example/", /address behind ->: not an http\(s\) URI/],
  ["https://a.example/ -> https://b.example:99999/", /address behind ->: not a valid URI/],
  ["https://a.example/ -> https://user:pass@b.example/", /address behind ->: no redirect leads to a user:password@/],
  ["https://a.example/ 200 text -> https://b.example/", /a text and -> on one line: write two lines/],
  ["https://a.example/ 200 !error -> /b", /a text and -> on one line: write two lines/],
  ["https://a.example/ 200 !", /no text behind the !/],
  ["https://a.example/ 200 ! ", /no text behind the !/],
  ["sitemap", /sitemap URI/],
  ["sitemap sitemap.xml", /not an http\(s\) URI/],
  ["sitemap https://a.example/sitemap.xml -> /x", /-> says where one redirect leads/],
  ["sitemap https://a.example/sitemap.xml 301 -> /x", /-> says where one redirect leads/],
  ["sitemap https://a.example/sitemap.xml up", /second word is not a status/],
  ["sitemaps https://a.example/sitemap.xml", /not an http\(s\) URI/],
  ["//a.example/x", /not an http\(s\) URI/],
  ["sitemap //a.example/x", /not an http\(s\) URI/],
];

test("a line in another form is a mistake that says what is wrong", () => {
  for (const [line, problem] of mistakes) {
    const target = parse(line.trimEnd());
    assert.equal(target.kind, "mistake", line);
    assert.match(target.kind === "mistake" ? target.problem : "", problem, line);
  }
});

test("a sitemap is shown without its word, and is nested only where another one names it", () => {
  const own = parse("sitemap https://user:s3cretpw@a.example/sitemap.xml 200");
  const relative = parse("sitemap /sitemap.xml");
  assert.ok(own.kind === "sitemap" && relative.kind === "sitemap");
  assert.deepEqual([own.shown, own.isRelative, own.isNested], ["https://a.example/sitemap.xml", false, false]);
  assert.deepEqual([relative.shown, relative.isRelative], ["https://preview.example/app/sitemap.xml", true]);
  assert.ok(own.secrets.includes("s3cretpw") && relative.secrets.includes("s3cretpw"));
  assert.equal(own.authorization, `Basic ${Buffer.from("user:s3cretpw").toString("base64")}`);
});
