import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { renderRefusal, renderSummary } from "../../src/report/summary.ts";
import type { Findings, Judgement, Sentence } from "../../src/result.ts";
import { version } from "../../src/version.ts";
import { findingsOf, type Given } from "../helpers/findings.ts";
import { needingAttention, type Page, readPage } from "../helpers/page.ts";

const wrongStatus: Judgement = { kind: "wrong status", expected: "200" };
const cancelled: Judgement = { kind: "cancelled", cause: null };

/** Compares a page to one of __tests__/fixtures/summaries, and prints no more than the lines that differ. */
function assertSame(findings: Findings, name: string): void {
  const wanted = readFileSync(new URL(`../fixtures/summaries/${name}.md`, import.meta.url), "utf8");
  const expected = wanted.replace("VERSION", version).split("\n");
  const lines = renderSummary(findings, null).split("\n");
  const different = lines.flatMap((line, index) =>
    line === expected[index] ? [] : [{ line, expected: expected[index] }],
  );
  assert.deepEqual([different.slice(0, 3), lines.length], [[], expected.length]);
}

const pageOf = (given: readonly Given[], rest: Parameters<typeof findingsOf>[1] = {}): Page =>
  readPage(renderSummary(findingsOf(given, rest), null));

const site = "https://www.example.com";
const api = "https://api.example.com";

test("12 URIs, with all that can be wrong with them: the page is this one, byte for byte", () => {
  const given: Given[] = [
    { uri: `${site}/`, ms: [74, 58, 6] },
    {
      uri: `${site}/version.txt`,
      judgement: { kind: "wrong text", text: "1f3a9c7", unwanted: false, obstacle: null },
      ms: [0, 25, 0],
    },
    { uri: `${site}/pricing`, ms: [0, 71, 9] },
    { uri: `${site}/blog/2026/how-we-moved-to-one-connection`, ms: [0, 112, 21] },
    {
      uri: `${site}/old-pricing`,
      judgement: { kind: "wrong target", leadsTo: `${site}/`, expected: `${site}/pricing`, differsIn: null },
      status: 301,
      ms: [0, 24, 0],
    },
    {
      uri: `${site}/account`,
      ms: [0, 96, 7],
      redirects: ["https://login.example.net/"],
      strayedTo: "login.example.net",
    },
    { uri: `${api}/v1/status`, ms: [66, 48, 2] },
    { uri: `${api}/v1/users?limit=1`, judgement: wrongStatus, status: 404, attempts: 2, ms: [69, 39, 0] },
    { uri: `${api}/v1/search?q=uptime`, attempts: 2, ms: [0, 187, 12] },
    { uri: "https://docs.example.org/", ms: [81, 39, 5], redirects: ["https://docs.example.org/guide/"] },
    { uri: "https://docs.example.org/guide/", ms: [0, 33, 8] },
    {
      uri: "https://old.example.net/",
      judgement: { kind: "no answer", cause: ["no such host: ", { foreign: "old.example.net" }, " (ENOTFOUND)"] },
      attempts: 2,
      ms: [21, 0, 0],
    },
  ];
  const certificate = { validFrom: "2026-09-05T00:00:00.000Z", validTo: "2026-12-04T23:59:59.000Z", daysLeft: 9 };
  const stats = { requests: 17, connections: 5, reused: 10, origins: 5, savedMs: 730 };
  assertSame(findingsOf(given, { stats, durationMs: 6500, expiring: [[0, certificate]] }), "12-uris");
});

test("foreign text that tries to be more than text: the page is this one, byte for byte", () => {
  const root = "https://example.com";
  const long = "/a-very-long-path-of-a-page".repeat(9);
  const given: Given[] = [
    {
      uri: `${root}/</code></td></table><img src=x onerror=alert(1)>`,
      judgement: wrongStatus,
      status: 500,
      ms: [45, 382, 0],
    },
    {
      uri: `${root}/\`|a|b|\`\\|**x**_y_~~z~~[l](javascript:alert(1))`,
      judgement: {
        kind: "wrong text",
        text: "</code><script>alert(1)</script> | `x` @octocat #1 :tada:",
        unwanted: false,
        obstacle: null,
      },
      ms: [0, 34, 0],
    },
    {
      uri: `${root}/?q= # heading - list ::error::boom`,
      judgement: {
        kind: "wrong target",
        leadsTo: 'http://evil.example/"><img src=x>/[l](javascript:alert(1))?token=x',
        expected: `${root}/new`,
        differsIn: null,
      },
      status: 301,
      ms: [0, 47, 0],
    },
    { uri: `${root}/##[add-mask]e ##[stop-commands]x`, ms: [0, 63, 3] },
    {
      uri: `${root}/@octocat/#1 :tada: &lt;b&gt; &#124; <!-- x --> <![CDATA[`,
      ms: [0, 38, 9],
      strayedTo: "login.example.net",
    },
    { uri: `${root}/\u202egnp.exe \u200b`, ms: [0, 93, 6], redirects: [`${root}/%E2%80%AE\u200b~~*x*~~`] },
    { uri: "http://[2001:db8::1]:8443/health", ms: [31, 48, 2] },
    { uri: 'http://a;b"c`d{e}*f.example/%%{init:{}}%%', mistake: "not a valid URI", line: 8 },
    { uri: "https://xn--bcher-kva.example/ü/a;b:c#d", ms: [52, 66, 11] },
    {
      uri: "https://hooks.example.net/services/T024BE7LD/B024BE7LE/9f8e7d6c5b4a3f2e1d0c9b8a",
      judgement: wrongStatus,
      status: 405,
      ms: [70, 42, 0],
    },
    { uri: "https://hooks.example.net/123e4567-e89b-12d3-a456-426614174000", ms: [0, 60, 3] },
    { uri: `${root}${long}/end?token=${"x".repeat(40)}`, ms: [0, 30, 12] },
  ];
  const stats = { requests: 11, connections: 4, reused: 7, origins: 4, savedMs: 340 };
  assertSame(findingsOf(given, { stats, durationMs: 1200 }), "hostile");
});

const code = (foreign: string): Sentence => [{ foreign }];
const addresses = { leadsTo: "https://a.example/x?t=1#f", expected: "https://a.example/y?t=2" };
const reasons: readonly { given: Omit<Given, "uri">; reason: string }[] = [
  { given: { judgement: wrongStatus, status: 599 }, reason: "599, expected 200" },
  {
    given: { judgement: wrongStatus, status: 302, unfollowed: "https://b.example/?x" },
    reason: "302 Found, expected 200, redirects to https://b.example/?…",
  },
  {
    given: { judgement: wrongStatus, status: 503, redirects: ["https://b.example/"], attempts: 3 },
    reason: "503 Service Unavailable, expected 200, redirected to https://b.example/, after 3 attempts",
  },
  {
    given: { judgement: { kind: "wrong text", text: "Fatal", unwanted: true, obstacle: null } },
    reason: "200 OK, but the text Fatal is there",
  },
  {
    given: {
      judgement: { kind: "wrong text", text: "a", unwanted: false, obstacle: "only the first MiB was searched" },
    },
    reason: "200 OK, but the text a was not found (only the first MiB was searched)",
  },
  {
    given: {
      judgement: { kind: "wrong text", text: "a", unwanted: true, obstacle: "only the first MiB was searched" },
    },
    reason: "200 OK, but the text a may be there (only the first MiB was searched)",
  },
  {
    given: { judgement: { kind: "wrong text", text: "x".repeat(201), unwanted: false, obstacle: null } },
    reason: `200 OK, but the text ${"x".repeat(199)}… is missing`,
  },
  {
    given: { judgement: { kind: "wrong target", ...addresses, differsIn: null }, status: 301 },
    reason: "301 to https://a.example/x?…#…, expected https://a.example/y?t=2",
  },
  {
    given: { judgement: { kind: "wrong target", ...addresses, differsIn: "query" }, status: 308 },
    reason: "308 to https://a.example/x?…#…, expected https://a.example/y?t=2 (only the query differs)",
  },
  {
    given: { judgement: { kind: "wrong target", ...addresses, differsIn: "query and fragment" }, attempts: 2 },
    reason:
      "200 OK, ended on https://a.example/x?…#…, expected https://a.example/y?t=2 (only query and fragment differ), after 2 attempts",
  },
  {
    given: { judgement: { kind: "wrong target", ...addresses, leadsTo: null, differsIn: null }, status: 301 },
    reason: "301 Moved Permanently, leads nowhere, expected https://a.example/y?t=2",
  },
  {
    given: { judgement: { kind: "no answer", cause: ["it broke on ", ...code("<b>"), " (EX)"] }, attempts: 2 },
    reason: "it broke on <b> (EX), after 2 attempts",
  },
  { given: { mistake: "not a valid URI", line: 3 }, reason: "not a valid URI (line 3)" },
  {
    given: { mistake: "not a valid URI", line: 3, file: "<i>.txt" },
    reason: "not a valid URI (line 3 of <i>.txt)",
  },
  { given: { attempts: 2 }, reason: "up at attempt 2" },
  {
    given: { attempts: 2, redirects: ["https://a.example/next#x"] },
    reason: "up at attempt 2; redirected to https://a.example/next#…",
  },
  {
    given: { attempts: 3, strayedTo: "login.example.net", redirects: ["https://login.example.net/"], pages: 1 },
    reason: "sitemap, 1 page; ended on login.example.net: a login page?; up at attempt 3",
  },
];

for (const { given, reason } of reasons) {
  test(`the reason is said on one line: ${reason.slice(0, 100)}`, () => {
    const [row, ...more] = needingAttention(pageOf([{ uri: "https://a.example/", ...given }]));
    assert.deepEqual([row?.reason, more], [reason, []]);
    assert.equal(row?.mark, "judgement" in given || "mistake" in given ? "❌" : "⚠️");
    assert.equal(row?.link, "mistake" in given ? null : "https://a.example/");
  });
}

test("foreign text in a reason stands in <code>, and our own words do not", () => {
  const judgement: Judgement = { kind: "no answer", cause: ["no such host: ", { foreign: "<b>" }, " (ENOTFOUND)"] };
  const page = renderSummary(findingsOf([{ uri: "https://a.example/", judgement }]), null);
  assert.ok(page.includes("<br>no such host: <code>&lt;b&gt;</code> (ENOTFOUND)</td>"));
});

test("a certificate that expires soon is said of a URI that is down too", () => {
  const certificate = { validFrom: "2026-09-05T00:00:00.000Z", validTo: "2026-12-04T00:00:00.000Z", daysLeft: 9 };
  const page = pageOf([{ uri: "https://a.example/", judgement: wrongStatus, status: 500 }], {
    expiring: [[0, certificate]],
  });
  assert.equal(
    page.attention.open[0]?.reason,
    "500 Internal Server Error, expected 200; certificate expires in 9 days, on 2026-12-04",
  );
});

test("a sitemap and its pages stand in list order, and the sitemap says how many there are", () => {
  const page = pageOf([
    { uri: `${site}/sitemap.xml`, ms: [70, 40, 2], pages: 2 },
    { uri: `${site}/`, ms: [0, 20, 2] },
    { uri: `${site}/about`, ms: [0, 20, 2] },
  ]);
  assert.deepEqual(
    page.up?.rows.map(({ number, remark }) => [number, remark]),
    [
      [1, "sitemap, 2 pages"],
      [2, null],
      [3, null],
    ],
  );
});

test("what is up says how it was reached: new, reused, resent, redirected", () => {
  const page = pageOf([
    { uri: `${site}/1`, ms: [71.4, 20, 2] },
    { uri: `${site}/2`, ms: [0, 0.4, 0.1] },
    { uri: `${site}/3`, ms: [0.2, 20, 2], resent: true },
    { uri: `${site}/4`, redirects: [`${site}/5`, `${site}/6?token=1`] },
  ]);
  assert.deepEqual(
    page.up?.rows.map(({ time, connection, remark }) => [time, connection, remark]),
    [
      ["93 ms", "new, 71 ms", null],
      ["<1 ms", "reused", null],
      ["22 ms", "new, <1 ms, resent", null],
      ["10 ms", "reused", `redirected to ${site}/6?…`],
    ],
  );
});

const many = (count: number, given: Omit<Given, "uri"> = {}): Given[] =>
  Array.from({ length: count }, (_, index) => ({ uri: `${site}/${index}`, ...given }));
const down = { judgement: wrongStatus, status: 500 };

test("up to ten rows are open where all is well, and more are closed", () => {
  assert.deepEqual([pageOf(many(10)).up?.label, pageOf(many(11)).up?.label], [null, "All 11 URIs"]);
});

test("what is up is closed where anything needs attention, and counts the others", () => {
  assert.equal(pageOf([...many(1, down), ...many(2)]).up?.label, "The other 2 URIs are up");
  assert.equal(pageOf([...many(1, { attempts: 2 }), ...many(1)]).up?.label, "The other URI is up");
  assert.equal(pageOf(many(2, down)).up, null);
});

test("20 rows that need attention are open, and more are closed: down before warned, list order within", () => {
  assert.equal(pageOf(many(20, down)).attention.label, null);
  assert.equal(pageOf(many(21, down)).attention.label, "1 more needs attention");
  const page = pageOf([...many(15, { attempts: 2 }), ...many(15, down)]);
  assert.deepEqual([page.attention.open.length, page.attention.label], [20, "10 more need attention"]);
  assert.deepEqual(
    needingAttention(page).map(({ mark, uri }) => `${mark} ${uri.split("/").at(-1)}`),
    ["❌", "⚠️"].flatMap((mark) => many(15).map(({ uri }) => `${mark} ${uri.split("/").at(-1)}`)),
  );
});

test("what was not checked has a table of its own, with nothing but number and URI", () => {
  const page = pageOf([...many(1), ...many(1, down), ...many(3, { judgement: cancelled })], { cancelled: true });
  assert.equal(page.heading, "❌ Cancelled: 1 of 5 URIs is down, 3 were not checked");
  assert.equal(page.unchecked?.label, "3 URIs were not checked");
  assert.deepEqual(
    page.unchecked?.rows.map(({ number }) => number),
    [3, 4, 5],
  );
  assert.equal(page.up?.label, "The other URI is up");
  assert.equal(
    pageOf(many(1, { judgement: cancelled }), { cancelled: true }).unchecked?.label,
    "1 URI was not checked",
  );
});

test("no row stands twice, whatever the URIs are", () => {
  const given = [...many(3), ...many(30, down), ...many(5, { attempts: 2 }), ...many(9, { judgement: cancelled })];
  const page = pageOf(given, { cancelled: true });
  const rows = needingAttention(page).length + (page.unchecked?.rows.length ?? 0) + (page.up?.rows.length ?? 0);
  assert.equal(rows, given.length);
});

test("what is up is left out first, then what was not checked, then what needs attention", () => {
  const long = "x".repeat(2000);
  const list = (count: number, rest: Omit<Given, "uri">): Given[] =>
    many(count, rest).map((given) => ({ ...given, uri: `${given.uri}/${long}` }));
  const shownOf = (given: Given[]): (number | undefined)[] => {
    const page = pageOf(given, { cancelled: true });
    const rows = [needingAttention(page).length, page.unchecked?.rows.length, page.up?.rows.length];
    const notes = [page.attention.note, page.unchecked?.note, page.up?.note].map((note) =>
      Number.parseInt(note ?? "0", 10),
    );
    assert.equal(
      [...rows, ...notes].reduce<number>((sum, number) => sum + (number ?? 0), 0),
      given.length,
    );
    return rows;
  };
  const unchecked = { judgement: cancelled };
  const first = shownOf([...list(100, down), ...list(100, unchecked), ...list(300, {})]);
  assert.deepEqual(first.slice(0, 2), [100, 100]);
  assert.ok(Number(first[2]) > 50 && Number(first[2]) < 300, String(first));
  const second = shownOf([...list(100, down), ...list(400, unchecked), ...list(10, {})]);
  assert.deepEqual([second[0], second[2]], [100, 0]);
  const third = shownOf([...list(400, down), ...list(10, unchecked), ...list(10, {})]);
  assert.deepEqual(third.slice(1), [0, 0]);
});

test("a row over 100,000 bytes is left out and counted, in every table", () => {
  const uri = `${site}/${"x".repeat(100_000)}`;
  const page = pageOf([{ uri, ...down }, { uri, judgement: cancelled }, { uri }, ...many(1)], { cancelled: true });
  const note = "1 row is not shown: the log and the report folder have all 4.";
  assert.deepEqual([page.attention.note, page.unchecked?.note, page.up?.note], [note, note, note]);
  assert.deepEqual([needingAttention(page), page.unchecked?.rows, page.up?.rows.length], [[], [], 1]);
});

test("refused inputs are a list of what is wrong with them, each in <code>", () => {
  const finishedAt = new Date("2026-01-02T03:04:05Z");
  const page = renderRefusal(
    { problems: ['timeout: "<b>" is not accepted', "headers: line 2\nhas no colon"], finishedAt },
    "gate",
  );
  assert.deepEqual(page.split("\n"), [
    "## ❌ gate: Nothing was checked: 2 input problems",
    "",
    "<ul>",
    "<li><code>timeout: &quot;&lt;b&gt;&quot; is not accepted</code></li>",
    "<li><code>headers: line 2 has no colon</code></li>",
    "</ul>",
    "",
    `<sub>uptimemon ${version} · 2026-01-02 03:04 UTC</sub>`,
    "",
  ]);
});
