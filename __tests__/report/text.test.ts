import assert from "node:assert/strict";
import { test } from "node:test";
import { count, duration, span } from "../../src/duration.ts";
import { chartLabel, cut, htmlCode, htmlText, logText, plainText, shortAddress } from "../../src/text.ts";

const every = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

test("control characters and line separators become one space each", () => {
  for (const text of [every(0, 0x1f), every(0x7f, 0x9f), "\u2028\u2029"])
    assert.equal(plainText(text), " ".repeat(text.length));
  assert.equal(plainText("a\r\nb\tc\u001b[31m"), "a  b c [31m");
});

test("invisible and reordering characters are shown as U+FFFD", () => {
  // https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt, Default_Ignorable_Code_Point
  const ranges = [[0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x115f, 0x1160], [0x180b, 0x180f], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0x3164, 0x3164], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0x1d173, 0x1d17a], [0xe0000, 0xe01ef]] as const; // biome-ignore format: a table
  for (const [from, to] of ranges)
    assert.equal(plainText(every(from, to)), "\ufffd".repeat(to - from + 1), from.toString(16));
});

test("all other characters stay, those outside the basic plane too", () => {
  const text = `${every(0x20, 0x7e)}\u00a0\u00fc\u4e2d\u{1f389}e\u0301`;
  assert.equal(plainText(text), text);
});

test("no piece of a log line holds what the runner takes for a command", () => {
  const table = [
    ["##[error]x", "#%23[error]x"],
    ["a ##[group]b ##[endgroup]", "a #%23[group]b #%23[endgroup]"],
    ["###[x]", "##%23[x]"],
    ["####[[x]", "###%23[[x]"],
    ["#\n#[x]", "# #[x]"],
    ["##\u200b[x]", "##\ufffd[x]"],
    ["\n::error::x", " ::error::x"],
    ["\r::set-output name=x::y", " ::set-output name=x::y"],
    ["#[ ## [", "#[ ## ["],
  ] as const;
  for (const [text, expected] of table) assert.equal(logText(text), expected);
});

test("HTML gets exactly the five entities, once, and nothing else is escaped", () => {
  assert.equal(
    htmlText(`<a href="x" title='y'>&amp;</a>`),
    "&lt;a href=&quot;x&quot; title=&apos;y&apos;&gt;&amp;amp;&lt;/a&gt;",
  );
  const markdown = "`|a|b|` \\| **x** _y_ ~~z~~ [l](javascript:alert(1)) @octocat #1 :tada: $x$ ##[error] ::error::";
  assert.equal(htmlText(markdown), markdown);
  assert.equal(htmlCode("a\n\n<b>"), "<code>a  &lt;b&gt;</code>");
});

const labels: readonly (readonly [host: string, path: string, label: string])[] = [
  ["", "/", "/"],
  ["", "/pricing", "/pricing"],
  ["example.com", "/", "example.com"],
  ["example.com:8443", "/a/", "example.com:8443/a/"],
  ["[2001:db8::1]:8443", "/health", "[2001:db8::1]:8443/health"],
  ["", "/a;b\"c`d{e}*f,g%%h#i&j'k(l)m<n>o|p", "/a_b_c_d_e__f_g__h_i_j_k_l_m_n_o_p"],
  ["", "/%3Bb%23c%0A%25%25%7Bx%7D%60", "/_b_c____x__"],
  ["", "/a\nb\r\u2028c", "/a_b__c"],
  ["", "/\u202egnp.exe\u200b\u2066", "/_gnp.exe__"],
  ["", "/%E2%80%AEgnp.exe", "/_gnp.exe"],
  ["", "/%e2%80%a6\u2026", "/__"],
  ["", "/\u{1f389}", "/_"],
  ["", "/%ff%GG%", "/_ff_GG_"],
  ["b\u00fccher.example", "/", "b_cher.example"],
  // What may be a secret: a UUID, or 12 and more letters and digits in a row that are both.
  ["", "/123e4567-e89b-12d3-a456-426614174000/x", "/123e…/x"],
  ["", "/12345678-1234-1234-1234-123456789012", "/1234…"],
  ["", "/B024BE7LE/9f8e7d6c5b4a3f2e1d0c9b8a", "/B024BE7LE/9f8e…"],
  ["", "/abcdefghij1", "/abcdefghij1"],
  ["", "/abcdefghijk1", "/abcd…"],
  ["", "/xabcdefghijk1_abcdefghijk2.html", "/xabc…_abcd….html"],
  ["", "/abcdefghijklmnop/123456789012", "/abcdefghijklmnop/123456789012"],
  ["", "/%39f8e7d6c5b4a3f2e", "/9f8e…"],
  ["", "/9f%38e7d6c5b4a%33f2e", "/9f8e…"],
  ["", "/9f8e7d6c%FF5b4a3f2e1d0c", "/9f8e7d6c_FF5b…"],
  // At most 36 characters, cut in the middle.
  ["", `/${"a".repeat(35)}`, `/${"a".repeat(35)}`],
  ["", `/${"a".repeat(34)}zz`, `/${"a".repeat(17)}…${"a".repeat(15)}zz`],
  ["a".repeat(63), "/", `${"a".repeat(18)}…${"a".repeat(17)}`],
  ["www.example.com", "/blog/2026/how-we-moved-to-one-connection", "www.example.com/bl…to-one-connection"],
];

for (const [host, path, label] of labels) {
  test(`the label of ${JSON.stringify(host + path).slice(0, 60)} in the chart is ${label}`, () => {
    assert.equal(chartLabel(host, path), label);
    assert.match(label, /^[A-Za-z0-9._:[\]/…-]{1,36}$/);
  });
}

test("a text is cut to a number of characters, and not within one", () => {
  assert.equal(cut("abc", 3), "abc");
  assert.equal(cut("abcd", 3), "ab…");
  assert.equal(cut("a\u{1f389}bc", 3), "a…");
  assert.equal(cut("\u{1f389}bc", 3), "\u{1f389}…");
});

test("an address that a server chose is shown without query and fragment, and at most 200 characters of it", () => {
  const table = [
    ["https://a.example/b", "https://a.example/b"],
    ["https://a.example/b?token=x&y=?z#f?g", "https://a.example/b?…#…"],
    ["https://a.example/b#f?token=x", "https://a.example/b#…"],
    ["https://a.example/?", "https://a.example/?…"],
    ["https://a.example/?a#b#c", "https://a.example/?…#…"],
    ["https://a.example/b#x\ny", "https://a.example/b#…"],
  ] as const;
  for (const [address, expected] of table) assert.equal(shortAddress(address), expected);
  assert.equal(shortAddress(`https://a.example/${"x".repeat(182)}`).length, 200);
  assert.match(shortAddress(`https://a.example/${"x".repeat(183)}`), /^.{199}…$/);
});

test("durations are told in ms, from 1 s in seconds, from 1 min in minutes", () => {
  const told: readonly (readonly [ms: number, text: string])[] = [
    [0, "<1 ms"], [0.99, "<1 ms"], [1, "1 ms"], [71.2, "71 ms"], [999.4, "999 ms"], [999.6, "1.0 s"], [1000, "1.0 s"], [2949, "2.9 s"], [10_000, "10.0 s"], [59_949, "59.9 s"],
    [59_950, "1 min 0 s"], [60_000, "1 min 0 s"], [156_000, "2 min 36 s"], [119_600, "2 min 0 s"], [3_600_000, "60 min 0 s"],
  ]; // biome-ignore format: a table
  for (const [ms, text] of told) assert.equal(duration(ms), text, String(ms));
});

test("a duration of an input is told as a user would type it", () => {
  for (const [ms, text] of [
    [500, "500 ms"],
    [1000, "1 s"],
    [1500, "1.5 s"],
    [10_000, "10 s"],
    [90_000, "90 s"],
    [120_000, "2 min"],
  ] as const)
    assert.equal(span(ms), text);
});

test("nouns agree with their numbers", () => {
  assert.deepEqual([count(0, "row"), count(1, "row"), count(2, "row")], ["0 rows", "1 row", "2 rows"]);
});
