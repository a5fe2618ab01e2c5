import { expiry } from "../certificate.ts";
import { count, duration } from "../duration.ts";
import { nameStatus } from "../inputs/status.ts";
import type { Certificate, Checked, Findings } from "../result.ts";
import { connectingMs } from "../session/clock.ts";
import { htmlCode, htmlText, shortAddress } from "../text.ts";
import { type Numbered, renderWaterfall } from "./times.ts";

// The runner drops a summary of more than 1,048,576 bytes, measured before it masks.
const maxSummaryBytes = 1_000_000;
const maxAttentionBytes = 400_000;
const maxRowBytes = 100_000;
const maxAttentionRows = 50;
const maxRowsInOneTable = 10;

/** How many URIs are up, down and unchecked: the last are what a cancelled run left over. */
export function countStates(results: readonly Checked[]): {
  total: number;
  up: number;
  down: number;
  unchecked: number;
} {
  const up = results.filter(({ result }) => result.state === "OK").length;
  const unchecked = results.filter(({ judgement }) => judgement.kind === "cancelled").length;
  return { total: results.length, up, down: results.length - up - unchecked, unchecked };
}

/** The verdict in words: `2 of 4 URIs are up, 2 are down`. */
export function verdict({ results, cancelled }: Pick<Findings, "results" | "cancelled">): string {
  const { total, up, down, unchecked } = countStates(results);
  const be = (number: number): string => (number === 1 ? "is" : "are");
  const parts = [`${up} of ${count(total, "URI")} ${be(total === 1 ? 1 : up)} up`];
  if (down > 0) parts.push(`${down} ${be(down)} down`);
  if (unchecked > 0) parts.push(`${unchecked} ${unchecked === 1 ? "was" : "were"} not checked`);
  return `${cancelled && up < total ? "Cancelled: " : ""}${parts.join(", ")}`;
}

/** What the session did: requests, connections, and what reuse saved. `strong` marks the numbers. */
export function sessionSentence(
  { stats, durationMs }: Pick<Findings, "stats" | "durationMs">,
  strong: (text: string) => string,
): string {
  const some = (number: number, noun: string): string => `${strong(String(number))} ${noun}${number === 1 ? "" : "s"}`;
  if (stats.requests === 0) return "No request was made.";
  const made = `${some(stats.requests, "request")} in ${duration(durationMs)} over ${some(stats.connections, "connection")} to ${some(stats.origins, "origin")}.`;
  if (stats.reused === 0) return `${made} None of them found a connection already open.`;
  return `${made} ${strong(String(stats.reused))} of them went over a connection that was already open: about ${strong(duration(stats.savedMs))} of DNS, TCP and TLS saved.`;
}

/** The job summary as GitHub-flavoured Markdown: always under 1,000,000 bytes, failures first. */
export function renderSummary(findings: Findings): string {
  const { results, expiring } = findings;
  const rows = results.map((checked, index): Row => {
    const certificate = expiring.get(index) ?? null;
    return { number: index + 1, checked, expiring: certificate, rank: rankOf(checked, certificate) };
  });
  const ordered = [0, 1, 2].flatMap((rank) => rows.filter((row) => row.rank === rank));
  const head = `## ${findings.succeeded ? "✅" : "❌"} ${verdict(findings)}\n\n${sessionSentence(findings, (text) => `**${text}**`)}\n\n`;
  const waterfall = renderWaterfall(rows);
  // Something for the sentences and tags around the rows.
  const room = maxSummaryBytes - bytes(head) - bytes(waterfall) - 1000;
  return head + renderTables(ordered, room) + waterfall;
}

/** `rank`: 0 is down, 1 up with a warning, 2 up. */
type Row = Numbered & { readonly expiring: Certificate | null; readonly rank: 0 | 1 | 2 };

function rankOf({ result }: Checked, expiring: Certificate | null): Row["rank"] {
  if (result.state !== "OK") return 0;
  return result.attempts > 1 || expiring ? 1 : 2;
}

function renderTables(rows: readonly Row[], room: number): string {
  if (rows.length === 0) return "";
  if (rows.length <= maxRowsInOneTable) return renderTable(rows, room, rows.length);
  const attention = rows.filter(({ rank }) => rank < 2);
  const first = attention.length === 0 ? "" : renderAttention(attention);
  const all = renderTable(rows, room - bytes(first), rows.length);
  return `${first}<details>\n<summary>All ${rows.length} URIs</summary>\n\n${all}</details>\n\n`;
}

function renderAttention(rows: readonly Row[]): string {
  const { table, shown } = takeRows(rows.slice(0, maxAttentionRows), maxAttentionBytes);
  const more = rows.length - shown;
  return more === 0
    ? table
    : `${table}${more} more ${more === 1 ? "needs" : "need"} attention: they come first in the table of all URIs.\n\n`;
}

function renderTable(rows: readonly Row[], room: number, total: number): string {
  const { table, shown } = takeRows(rows, room);
  const more = rows.length - shown;
  if (more === 0) return table;
  return `${table}${count(more, "row")} ${more === 1 ? "is" : "are"} not shown: the log and the report folder have all ${total}.\n\n`;
}

/** As many rows as fit into `room` bytes. */
function takeRows(rows: readonly Row[], room: number): { table: string; shown: number } {
  const lines: string[] = [];
  let left = room;
  for (const row of rows) {
    const line = `${renderRow(row)}\n`;
    const size = bytes(line);
    // One endless URI must not push all others out.
    if (size > maxRowBytes) continue;
    left -= size;
    if (left < 0) break;
    lines.push(line);
  }
  const heads =
    '<tr><th>#</th><th align="left">Result</th><th align="left">URI</th><th>Status</th><th>Time</th><th align="left">Connection</th></tr>';
  // No blank line within: it would end the HTML block, and Markdown would be read again.
  const table = `<table>\n<thead>${heads}</thead>\n<tbody>\n${lines.join("")}</tbody>\n</table>\n\n`;
  return { table, shown: lines.length };
}

function renderRow(row: Row): string {
  const { number, checked, rank } = row;
  const { state, status, attempts, durationMs } = checked.result;
  const uri = isPlain(row) ? renderUri(row) : [renderUri(row), ...reasons(row)].join("<br>");
  const time = attempts === 0 ? "none" : duration(durationMs);
  const left = `<tr><td align="right">${number}</td><td nowrap>${marks[rank]} ${state}</td><td>${uri}</td>`;
  return `${left}<td align="right">${status ?? "none"}</td><td align="right" nowrap>${time}</td><td nowrap>${renderConnection(checked)}</td></tr>`;
}

const marks = { 0: "❌", 1: "⚠️", 2: "✅" } as const;

/** Nearly all rows, most of the time: there is nothing to say. */
function isPlain({ checked, rank }: Row): boolean {
  return rank === 2 && checked.result.redirects.length === 0;
}

/** A link where somebody will want to look; only addresses of the list, never one that a server chose. */
function renderUri(row: Row): string {
  const { target, result } = row.checked;
  const code = htmlCode(result.uri);
  return row.rank === 2 || target.kind === "mistake" ? code : `<a href="${htmlText(result.uri)}">${code}</a>`;
}

function renderConnection({ result }: Checked): string {
  if (result.reused) return "reused";
  if (result.timings.send < 0) return "none";
  return `<strong>new</strong>, ${duration(connectingMs(result.timings))}${result.resent ? ", resent" : ""}`;
}

function reasons({ checked, expiring }: Row): string[] {
  const { target, result, unfollowed } = checked;
  const lines: string[] = [];
  if (result.state !== "OK") lines.push(failure(checked));
  if (result.attempts > 1)
    lines.push(result.state === "OK" ? `up on attempt ${result.attempts}` : `after ${result.attempts} attempts`);
  if (target.kind === "mistake")
    lines.push(`line ${target.place.line}${target.place.file === null ? "" : ` of ${htmlCode(target.place.file)}`}`);
  if (expiring) lines.push(`certificate ${expiry(expiring)}`);
  const last = result.redirects.at(-1);
  const times =
    result.redirects.length === 1 ? "redirected to" : `redirected ${result.redirects.length} times, last to`;
  if (last !== undefined) lines.push(`${times} ${htmlCode(shortAddress(last))}`);
  if (unfollowed !== null) lines.push(`redirects to ${htmlCode(shortAddress(unfollowed))}`);
  return lines;
}

function failure({ target, result, judgement }: Checked): string {
  if (target.kind === "mistake") return htmlText(target.problem);
  if (judgement.kind !== "wrong text" || result.status === null) return htmlText(result.message);
  const why = judgement.obstacle === null ? "" : `, ${judgement.obstacle}`;
  return (
    htmlText(`${nameStatus(result.status)}, but the text `) + htmlCode(judgement.text) + htmlText(` is missing${why}`)
  );
}

/** The summary of a step whose inputs were refused. */
export function renderRefusal(problems: readonly string[]): string {
  const items = problems.map((problem) => `<li>${htmlCode(problem)}</li>\n`);
  return `## ❌ Nothing was checked: ${count(problems.length, "input problem")}\n\n<ul>\n${items.join("")}</ul>\n`;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
