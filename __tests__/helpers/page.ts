import assert from "node:assert/strict";
import { type PageChart, readChart } from "./chart.ts";

/** A row of the table of what needs attention, its text as a reader sees it. */
export interface AttentionRow {
  readonly mark: string;
  readonly uri: string;
  readonly link: string | null;
  readonly reason: string;
  readonly time: string;
}

/** A row of what is up. `remark` stands under the URI. */
export interface UpRow {
  readonly number: number;
  readonly uri: string;
  readonly remark: string | null;
  readonly status: string;
  readonly time: string;
  readonly connection: string;
}

export interface UncheckedRow {
  readonly number: number;
  readonly uri: string;
}

/** A summary taken apart. A `label` is the line that opens a closed table (null: it is open), a `note` says what is left out. */
export interface Page {
  readonly heading: string;
  readonly attention: {
    readonly open: readonly AttentionRow[];
    readonly more: readonly AttentionRow[];
    readonly label: string | null;
    readonly note: string | null;
  };
  readonly unchecked: PageTable<UncheckedRow> | null;
  readonly up: PageTable<UpRow> | null;
  readonly chart: PageChart | null;
  readonly session: string;
  readonly foot: string;
}

export interface PageTable<Row> {
  readonly label: string | null;
  readonly rows: readonly Row[];
  readonly note: string | null;
}

/** Every row of what needs attention, open or not. */
export function needingAttention({ attention }: Page): AttentionRow[] {
  return [...attention.open, ...attention.more];
}

const heads = {
  attention: '<tr><th aria-label="Result"></th><th align="left">URI</th><th align="right">Time</th></tr>',
  unchecked: '<tr><th align="right">#</th><th align="left">URI</th></tr>',
  up: '<tr><th align="right">#</th><th align="left">URI</th><th align="right">Status</th><th align="right">Time</th><th align="left">Connection</th></tr>',
} as const;

const tag = /<[^>]*>?|>/g;
const ownTags = /^<(?:code|\/code|br)>$/;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

/** HTML as a reader sees it; fails on any tag or entity that is not the summary's own. */
function readText(html: string): string {
  for (const [found] of html.matchAll(tag)) assert.match(found, ownTags, `a foreign tag in ${html.slice(0, 500)}`);
  return html.replaceAll(tag, "").replace(/&[^;]*;?/g, (entity) => {
    assert.ok(entity in entities, `${entity} in ${html.slice(0, 500)}`);
    return entities[entity] ?? "";
  });
}

const time = "–|&lt;1 ms|\\d+ ms|\\d+\\.\\d s|\\d+ min \\d+ s";
const patterns = {
  attention: new RegExp(
    `^<tr><td>(?<mark>❌|⚠️)</td><td>(?<uri>.*?)<br>(?<reason>.+)</td><td align="right" nowrap>(?<time>${time})</td></tr>$`,
  ),
  unchecked: /^<tr><td align="right">(?<number>\d+)<\/td><td><code>(?<uri>[^<]*)<\/code><\/td><\/tr>$/,
  up: new RegExp(
    `^<tr><td align="right">(?<number>\\d+)</td><td><code>(?<uri>[^<]*)</code>(?:<br>(?<remark>.+))?</td><td align="right">(?<status>\\d{3})</td>` +
      `<td align="right" nowrap>(?<time>${time})</td><td nowrap>(?<connection>reused|new, (?:${time})(?:, resent)?)</td></tr>$`,
  ),
};

function groupsOf(kind: keyof typeof patterns, line: string): Record<string, string | undefined> {
  const found = patterns[kind].exec(line)?.groups;
  assert.ok(found, `not a row of the table "${kind}": ${line.slice(0, 500)}`);
  return found;
}

function readAttention(line: string): AttentionRow {
  const { mark = "", uri = "", reason = "", time: shown = "" } = groupsOf("attention", line);
  const link = /^<a href="([^"<>]*)">(<code>[^<]*<\/code>)<\/a>$/.exec(uri);
  if (!link) assert.match(uri, /^<code>[^<]*<\/code>$/);
  const text = readText(link?.[2] ?? uri);
  if (link) assert.equal(readText(link[1] ?? ""), text, "a link leads to what it shows");
  return { mark, uri: text, link: link ? text : null, reason: readText(reason), time: readText(shown) };
}

function readUnchecked(line: string): UncheckedRow {
  const { number = "", uri = "" } = groupsOf("unchecked", line);
  return { number: Number(number), uri: readText(uri) };
}

function readUp(line: string): UpRow {
  const { number = "", uri = "", remark, status = "", time: shown = "", connection = "" } = groupsOf("up", line);
  return {
    number: Number(number),
    uri: readText(uri),
    remark: remark === undefined ? null : readText(remark),
    status,
    time: readText(shown),
    connection: readText(connection),
  };
}

/** Takes a table with this head from the beginning of the lines, and the sentence under it. */
function takeTable<Row>(
  lines: string[],
  head: keyof typeof heads,
  read: (line: string) => Row,
): { rows: Row[]; note: string | null } {
  let rows: Row[] = [];
  if (lines[0] === "<table>") {
    assert.deepEqual(lines.splice(0, 3), ["<table>", `<thead>${heads[head]}</thead>`, "<tbody>"]);
    rows = lines.splice(0, lines.indexOf("</tbody>")).map(read);
    assert.deepEqual(lines.splice(0, 3), ["</tbody>", "</table>", ""]);
  }
  return { rows, note: takeNote(lines) };
}

function takeNote(lines: string[]): string | null {
  const isNote = / not shown: the log and the report folder have all \d+\.$/.test(lines[0] ?? "");
  const [note = null] = isNote ? lines.splice(0, 2) : [];
  return note;
}

/** Takes a table, open or closed, where its head is this one; null where something else comes first. */
function takePart<Row>(lines: string[], head: keyof typeof heads, read: (line: string) => Row): PageTable<Row> | null {
  const isClosed = lines[0] === "<details>";
  const first = isClosed ? lines.slice(3) : lines;
  const isThis =
    first[0] === "<table>" ? first[1] === `<thead>${heads[head]}</thead>` : isClosed && isLabelOf(head, lines[1] ?? "");
  if (!isThis) return null;
  if (!isClosed) return { label: null, ...takeTable(lines, head, read) };
  const [, opening = "", blank] = lines.splice(0, 3);
  assert.equal(blank, "");
  const table = takeTable(lines, head, read);
  assert.deepEqual(lines.splice(0, 2), ["</details>", ""]);
  return { label: /^<summary>([^<]*)<\/summary>$/.exec(opening)?.[1] ?? "", ...table };
}

/** Which table a label belongs to, where all of its rows are left out. */
function isLabelOf(head: keyof typeof heads, line: string): boolean {
  const words = { attention: / need/, unchecked: / not checked</, up: /The other |>All \d/ };
  return words[head].test(line);
}

/** Takes a summary apart, and fails on anything that is not exactly as it has to be. */
export function readPage(summary: string): Page {
  assert.ok(Buffer.byteLength(summary) < 1_000_000, `${Buffer.byteLength(summary)} bytes`);
  assert.doesNotMatch(
    summary.replaceAll("\n", "").replaceAll("    \u2060 :", ""),
    /[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u,
    "control or reordering characters",
  );
  const lines = summary.split("\n");
  const [heading = "", blank] = lines.splice(0, 2);
  assert.match(heading, /^## (?:✅|❌) [\w :,-]+$/u);
  assert.equal(blank, "");
  const open = takePart(lines, "attention", readAttention);
  const more = open !== null && lines[0] === "<details>" ? takePart(lines, "attention", readAttention) : null;
  if (open !== null) assert.equal(open.label, null, "the first rows that need attention are open");
  // Where none of them is short enough to be shown.
  const alone = takeNote(lines);
  const unchecked = takePart(lines, "unchecked", readUnchecked);
  const up = takePart(lines, "up", readUp);
  const chart = readChart(lines);
  const [session = "", empty, foot = "", last, ...rest] = lines;
  assert.match(
    session,
    /^(?:No request was made\.|\d+ requests? to \d+ origins? in [\w .<]+: [\w ,]+\.(?: Reuse saved about [\w .]+\.)?)$/,
  );
  assert.match(foot, /^<sub>uptimemon \d+\.\d+\.\d+ · \d{4}-\d\d-\d\d \d\d:\d\d UTC<\/sub>$/);
  assert.deepEqual([empty, last, rest], ["", "", []]);
  return {
    heading: heading.slice(3),
    attention: {
      open: open?.rows ?? [],
      more: more?.rows ?? [],
      label: more?.label ?? null,
      note: more?.note ?? open?.note ?? alone,
    },
    unchecked,
    up,
    chart,
    session,
    foot,
  };
}
