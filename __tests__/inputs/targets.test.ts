import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLine, parseList } from "../../src/inputs/line.ts";
import { isExpected, nameStatus, ok, parseExpectedStatus } from "../../src/inputs/status.ts";
import type { Target, UriTarget } from "../../src/inputs/target.ts";

const defaults = { expected: { status: ok, text: null, end: null }, base: null };
const parse = (line: string): Target => parseLine(line, { file: null, line: 1 }, defaults);

function checkable(line: string): UriTarget {
  const target = parse(line);
  assert.equal(target.kind, "uri", `${line}: ${target.kind === "mistake" ? target.problem : ""}`);
  return target as UriTarget;
}

/** Whether each of these statuses counts as up. */
const statuses: readonly (readonly [expected: string, up: number[], down: number[]])[] = [
  ["200", [200], [199, 201, 100, 0, 999]],
  ["200,204", [200, 204], [201, 202, 203, 205]],
  ["200-299", [200, 250, 299], [199, 300]],
  ["2xx", [200, 299], [199, 300]],
  ["2XX,3xX", [200, 399], [400]],
  ["1xx", [100, 101, 199], [200]],
  ["5xx", [500, 599], [499, 600]],
  ["200-200", [200], [201]],
  [" 200 , 301-303 ", [200, 301, 302, 303], [300, 304]],
  ["100-999", [100, 599, 600, 999], [99, 0]],
  ["999", [999], [998, 1000]],
  ["600,6xx,9XX", [600, 699, 900, 999], [599, 700, 899]],
];

test("a status is expected when it is one of the listed ones, in a range, ends included, or of a class", () => {
  for (const [text, up, down] of statuses) {
    const expected = parseExpectedStatus(text);
    assert.ok(expected, text);
    for (const status of up) assert.ok(isExpected(status, expected), `${status} in ${text}`);
    for (const status of down) assert.ok(!isExpected(status, expected), `${status} not in ${text}`);
  }
});

test("what is no status is not taken for one", () => {
  const bad = [
    "",
    " ",
    ",",
    "200,",
    ",200",
    "20",
    "2000",
    "099",
    "000",
    "0xx",
    "10xx",
    "1000",
    "2x",
    "xxx",
    "2xx-3xx",
    "200-",
    "-299",
    "299-200",
    "200--299",
    "200 204",
    "200;204",
    "+200",
    "2e2",
    "200.0",
    "٢٠٠",
    "any",
    "*",
    "<400",
  ];
  for (const text of bad) assert.equal(parseExpectedStatus(text), undefined, JSON.stringify(text));
});

test("a status has its registered words, whatever the server says", () => {
  assert.deepEqual(
    [nameStatus(404), nameStatus(200), nameStatus(599), nameStatus(999)],
    ["404 Not Found", "200 OK", "599", "999"],
  );
});

/** A line, and the address, expected status and text that it asks for. */
const lines: readonly (readonly [line: string, address: string, expected?: string, text?: string | null])[] = [
  ["https://example.com", "https://example.com/"],
  ["HTTPS://EXAMPLE.com/A?B#C", "https://example.com/A?B#C"],
  ["http://example.com:80/", "http://example.com/"],
  ["https://example.com/admin 401", "https://example.com/admin", "401"],
  ["https://example.com/\t200-299,404", "https://example.com/", "200-299,404"],
  ["https://example.com/version 200 1f3a9c7", "https://example.com/version", "200", "1f3a9c7"],
  ["https://example.com/ 2xx  two  words ", "https://example.com/", "2xx", "two  words "],
  ["https://example.com/ 999", "https://example.com/", "999"],
  ["https://example.com/ 200 https://b.example/ is up", "https://example.com/", "200", "https://b.example/ is up"],
  ["https://example.com/ 200 # 7", "https://example.com/", "200", "# 7"],
  ["https://example.com/?next=https://b.example/", "https://example.com/?next=https://b.example/"],
  ["https://web.example/https://b.example/", "https://web.example/https://b.example/"],
  ["https://example.com/a,b?c,d", "https://example.com/a,b?c,d"],
  ["http://[::1]:8080/x", "http://[::1]:8080/x"],
  ["https://b\u00fccher.example/\u00fc", "https://xn--bcher-kva.example/%C3%BC"],
  ["https://example.com/<b>|x?`y`", "https://example.com/%3Cb%3E|x?`y`"],
  ["http://2130706433/", "http://127.0.0.1/"],
];

test("a line is a URI, then a status, then a text", () => {
  for (const [line, address, expected = "200", text = null] of lines) {
    const target = checkable(line);
    assert.deepEqual(
      [target.address, target.expected.status.text, target.expected.text?.text ?? null],
      [address, expected, text],
      line,
    );
    assert.equal(target.shown, line.split(/\s/)[0], "shown as it was typed");
    assert.deepEqual([target.authorization, target.secrets], [null, []]);
  }
});

/** A line with credentials, what is shown of it, and what they decode to. */
const credentials: readonly (readonly [line: string, shown: string, pair: string])[] = [
  ["https://user:password@example.com/x 204", "https://example.com/x", "user:password"],
  ["HTTP://user:password@example.com", "HTTP://example.com", "user:password"],
  ["https://user@example.com/", "https://example.com/", "user:"],
  ["https://:password@example.com/", "https://example.com/", ":password"],
  ["https://user:p%40ss%3Aword@example.com/", "https://example.com/", "user:p@ss:word"],
  ["https://user:100%@example.com/", "https://example.com/", "user:100%"],
  ["https://us@er:pass@word@example.com/b", "https://example.com/b", "us@er:pass@word"],
  ["https://user:a:bc@[::1]:8443/", "https://[::1]:8443/", "user:a:bc"],
  ["https:///user:password@example.com/", "https:///example.com/", "user:password"],
  ["https://user:caf\u00e9@example.com/", "https://example.com/", "user:caf\u00e9"],
];

test("credentials of a URI become Basic authentication and are not shown", () => {
  for (const [line, shown, pair] of credentials) {
    const target = checkable(line);
    assert.equal(target.shown, shown);
    assert.equal(target.authorization, `Basic ${Buffer.from(pair).toString("base64")}`, line);
    const { username, password } = new URL(target.address);
    assert.deepEqual([username, password], ["", ""]);
    const secret = pair.slice(pair.indexOf(":") + 1) || pair.slice(0, -1);
    assert.ok(target.secrets.includes(secret), `${secret} is masked`);
    assert.ok(target.secrets.includes(Buffer.from(pair).toString("base64")), "the Base64 form is masked");
  }
});

test("a long line is read at once, whatever it is made of", () => {
  const parts = [
    "a",
    "a:",
    "a://",
    "a@",
    "/:",
    "https://a:b ",
    "a://b:x ",
    "%",
    "//",
    "@",
    "%40",
    "a ",
    "200,",
    "->",
    '"',
    "<",
    "[",
    "#",
  ];
  const starts = ["", "https://a.example/", "https://a.example/ ", "https://a.example/ 200 ", "sitemap ", "- ", "/"];
  for (const part of starts.flatMap((start) => parts.map((one) => [start, one] as const))) {
    const startedAt = performance.now();
    const [start, one] = part;
    parse(start + one.repeat(100_000 / one.length));
    assert.ok(performance.now() - startedAt < 1000, `${start}${one} took ${performance.now() - startedAt} ms`);
  }
});

test("lines are trimmed, numbered from 1 whatever ends them, and blank ones and comments are skipped", () => {
  const text =
    "\ufeffhttps://a.example/\r\n\r\n  # c\n\u00a0https://b.example/ 204\t\r# d\rhttps://c.example/\n\ufeff\n\ufeffhttps://d.example/\n\n";
  const found = parseList(text, "list.txt", defaults).targets.map(
    ({ place, shown }) => `${place.file}:${place.line} ${shown}`,
  );
  assert.deepEqual(found, [
    "list.txt:1 https://a.example/",
    "list.txt:4 https://b.example/",
    "list.txt:6 https://c.example/",
    "list.txt:8 https://d.example/",
  ]);
  for (const nothing of ["", "\n", "\r\n\r\n", "  \t", "# a", "\ufeff#a"])
    assert.deepEqual(parseList(nothing, null, defaults).targets, []);
});
