import assert from "node:assert/strict";

/** A row of a summary's table, its text as a reader sees it. */
export interface PageRow {
  readonly number: number;
  readonly mark: string;
  readonly result: string;
  readonly uri: string;
  readonly link: string | null;
  readonly reasons: readonly string[];
  readonly status: string;
  readonly time: string;
  readonly connection: string;
}

/** One table, and the sentence under it, where there is one. */
export interface PageTable {
  readonly rows: readonly PageRow[];
  readonly note: string | null;
}

/** A bar of the waterfall: its pieces follow each other from 0. */
export interface PageBar {
  readonly label: string;
  readonly time: string;
  readonly pieces: readonly { readonly kind: string; readonly from: number; readonly to: number }[];
}

/** A summary taken apart. `attention` is the table above the closed one, null where there is only one table. */
export interface Page {
  readonly heading: string;
  readonly session: string;
  readonly attention: PageTable | null;
  readonly all: PageTable | null;
  /** The words of the line that opens the table of all URIs; null where it is open. */
  readonly details: string | null;
  readonly waterfall: {
    readonly title: string;
    readonly legend: string;
    readonly unit: string;
    readonly tickMs: number;
    readonly bars: readonly PageBar[];
  } | null;
}

const tableHead =
  '<thead><tr><th>#</th><th align="left">Result</th><th align="left">URI</th><th>Status</th><th>Time</th><th align="left">Connection</th></tr></thead>';
const tag = /<[^>]*>?|>/g;
const ownTags = /^<(?:code|\/code|br|strong|\/strong|\/a|a href="https?:\/\/[^"<>]*")>$/i;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

/** HTML as a reader sees it; fails on any tag or entity that is not the summary's own. */
function readText(html: string): string {
  for (const [found] of html.matchAll(tag)) assert.match(found, ownTags, `a foreign tag in ${html}`);
  return html.replaceAll(tag, "").replace(/&[^;]*;?/g, (entity) => {
    assert.ok(entity in entities, `${entity} in ${html}`);
    return entities[entity] ?? "";
  });
}

const cells = [
  '<tr><td align="right">(?<number>\\d+)</td>',
  "<td nowrap>(?<mark>✅|⚠️|❌) (?<result>OK|NOK|ERR)</td>",
  "<td>(?<uri>.*?)</td>",
  '<td align="right">(?<status>\\d{3}|none)</td>',
  '<td align="right" nowrap>(?<time>none|\\d+ ms|\\d+\\.\\d s|\\d+ min \\d+ s)</td>',
  "<td nowrap>(?<connection>reused|none|<strong>new</strong>, \\d[\\d.a-z ]*?(?:, resent)?)</td></tr>",
];
const rowPattern = new RegExp(`^${cells.join("")}$`);

function readRow(line: string): PageRow {
  const found = rowPattern.exec(line)?.groups;
  assert.ok(found, `not a row of six cells: ${line}`);
  const { number = "", mark = "", result = "", uri = "", status = "", time = "", connection = "" } = found;
  const [first = "", ...reasons] = uri.split("<br>");
  const link = /^<a href="([^"]*)">(<code>.*<\/code>)<\/a>$/.exec(first);
  if (!link) assert.match(first, /^<code>[^<]*<\/code>$/);
  const shown = readText(first);
  if (link) assert.equal(readText(link[1] ?? ""), shown, "a link leads to what it shows");
  return {
    number: Number(number),
    mark,
    result,
    uri: shown,
    link: link ? shown : null,
    reasons: reasons.map(readText),
    status,
    time,
    connection: readText(connection),
  };
}

/** Takes a table and the sentence under it from the beginning of the lines. */
function takeTable(lines: string[]): PageTable {
  assert.deepEqual(lines.splice(0, 3), ["<table>", tableHead, "<tbody>"]);
  const end = lines.indexOf("</tbody>");
  const rows = lines.splice(0, end).map(readRow);
  assert.deepEqual(lines.splice(0, 3), ["</tbody>", "</table>", ""]);
  if (!/^\d/.test(lines[0] ?? "")) return { rows, note: null };
  const [note = "", blank] = lines.splice(0, 2);
  assert.equal(blank, "");
  return { rows, note };
}

function takeAll(lines: string[]): Pick<Page, "all" | "details"> {
  if (lines[0] === "<table>") return { all: takeTable(lines), details: null };
  if (lines[0] !== "<details>") return { all: null, details: null };
  const [, opening = "", blank] = lines.splice(0, 3);
  assert.equal(blank, "");
  const all = takeTable(lines);
  assert.deepEqual(lines.splice(0, 2), ["</details>", ""]);
  return { all, details: /^<summary>([^<]*)<\/summary>$/.exec(opening)?.[1] ?? "" };
}

function readBar(section: string): PageBar {
  const [label = "", ...tasks] = section.trimEnd().split("\n");
  const pieces = tasks.map((task) => {
    const found = /^ {4}(\S.*?) :(active, |done, |)(\d+), (\d+)$/.exec(task);
    assert.ok(found, `not a piece: ${task}`);
    return {
      name: String(found[1]),
      kind: { "active, ": "connecting", "": "waiting", "done, ": "receiving" }[String(found[2])] ?? "",
      from: Number(found[3]),
      to: Number(found[4]),
    };
  });
  assert.ok(pieces.length > 0, `${label} has no piece`);
  for (const [index, { name, from, to }] of pieces.entries()) {
    assert.equal(from, pieces[index - 1]?.to ?? 0, `${label}: the pieces follow each other from 0`);
    assert.ok(to > from, `${label}: a piece has a length`);
    if (index < pieces.length - 1) assert.equal(name, "\u2060");
  }
  assert.match(pieces.at(-1)?.name ?? "", /^(?:→ )?(?:\d+ ms|\d+\.\d s|\d+ min \d+ s)$/);
  return { label, time: pieces.at(-1)?.name ?? "", pieces };
}

function readWaterfall(lines: string[]): Page["waterfall"] {
  if (lines.length <= 1) return null;
  const [title = "", , legend = "", , open, ...rest] = lines;
  assert.match(title, /^### Where the time went(?:, for the \d+ slowest (?:answers|requests))?$/);
  assert.match(legend, /^🟧 [^🟦]+ · 🟦 [^⬜]+ · ⬜ [^→]+?(?: · → longer than the axis)?$/u);
  assert.equal(open, "```mermaid");
  assert.deepEqual(rest.slice(-2), ["```", ""]);
  const diagram = rest.slice(0, -2).join("\n");
  assert.ok(diagram.length < 50_000);
  assert.doesNotMatch(diagram, /```|%%|[<>"`]/);
  const [head = "", ...sections] = diagram.split(/^ {2}section /m);
  const axis = /^ {2}axisFormat (%Q|%s)\n {2}tickInterval (\d+)(millisecond|second)$/m.exec(head);
  assert.ok(axis, head);
  const bars = sections.map(readBar);
  assert.equal(new Set(bars.map(({ label }) => label)).size, bars.length, "labels are unique");
  const tickMs = Number(axis[2]) * (axis[3] === "second" ? 1000 : 1);
  assert.match(String(axis[2]), /^[125]0*$/);
  const longest = Math.max(...bars.map(({ pieces }) => pieces.at(-1)?.to ?? 0));
  assert.ok(longest / tickMs <= 8, `${longest} ms with a tick every ${tickMs} ms`);
  assert.equal(axis[1], longest >= 5000 ? "%s" : "%Q");
  return { title, legend, unit: axis[1] === "%s" ? "s" : "ms", tickMs, bars };
}

/** Takes a summary apart, and fails on anything that is not exactly as it has to be. */
export function readPage(summary: string): Page {
  assert.ok(Buffer.byteLength(summary) < 1_000_000, `${Buffer.byteLength(summary)} bytes`);
  assert.doesNotMatch(
    summary.replaceAll("\n", ""),
    /[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2061-\u2069\ufeff]/u,
    "control or reordering characters",
  );
  const lines = summary.split("\n");
  const [heading = "", , session = "", blank] = lines.splice(0, 4);
  assert.match(heading, /^## (?:✅|❌) [\w :,]+$/u);
  assert.match(session, /^(?:No request was made\.|\*\*\d+\*\* requests? in [^<>]+\.)$/);
  assert.equal(blank, "");
  const first = lines[0] === "<table>" ? takeTable(lines) : null;
  const { all, details } = lines[0] === "<details>" ? takeAll(lines) : { all: first, details: null };
  return {
    heading: heading.slice(3),
    session: session.replaceAll("**", ""),
    attention: details === null ? null : first,
    all,
    details,
    waterfall: readWaterfall(lines),
  };
}
