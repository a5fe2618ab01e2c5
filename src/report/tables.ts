import { duration } from "../duration.ts";
import { connectingMs, type Result, type Sentence, wasRequested } from "../result.ts";
import { htmlCode, htmlText } from "../text.ts";
import { type Row, remarksOn } from "./reasons.ts";
import { symbols } from "./symbols.ts";

// One endless URI must not push all others out.
const maxRowBytes = 100_000;
const maxOpenRows = 20;
const maxOpenRowsWhenAllIsWell = 10;

const attentionHead = '<tr><th aria-label="Result"></th><th align="left">URI</th><th align="right">Time</th></tr>';
const uncheckedHead = '<tr><th align="right">#</th><th align="left">URI</th></tr>';
const upHead =
  '<tr><th align="right">#</th><th align="left">URI</th><th align="right">Status</th>' +
  '<th align="right">Time</th><th align="left">Connection</th></tr>';

/**
 * The rows of a summary by what they are shown as, each in list order. `attention` is what is down, then what is warned
 * of.
 */
export interface Groups {
  readonly attention: readonly Row[];
  readonly unchecked: readonly Row[];
  readonly up: readonly Row[];
}

/** The tables, in at most about `maxBytes`: what is up is left out first, what needs attention last. */
export function renderTables(groups: Groups, maxBytes: number): string {
  const attention = takeRows(groups.attention, attentionRow, maxBytes);
  const unchecked = takeRows(groups.unchecked, uncheckedRow, maxBytes - attention.bytes);
  const up = takeRows(groups.up, upRow, maxBytes - attention.bytes - unchecked.bytes);
  const total = groups.attention.length + groups.unchecked.length + groups.up.length;
  const note = ({ leftOut }: Taken): string => noteOn(leftOut, total);
  return (
    renderAttention(attention, note(attention)) +
    renderUnchecked(unchecked, groups.unchecked.length, note(unchecked)) +
    renderUp(up, groups, note(up))
  );
}

/** The rows that fit, rendered. */
interface Taken {
  readonly lines: readonly string[];
  readonly bytes: number;
  readonly leftOut: number;
}

/** Takes rows from the beginning of a list until they are too many; a row that is too long by itself is skipped. */
function takeRows(rows: readonly Row[], render: (row: Row) => string, maxBytes: number): Taken {
  const lines: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const line = render(row);
    const size = Buffer.byteLength(line);
    if (size > maxRowBytes) continue;
    if (bytes + size > maxBytes) break;
    bytes += size;
    lines.push(line);
  }
  return { lines, bytes, leftOut: rows.length - lines.length };
}

function noteOn(leftOut: number, total: number): string {
  if (leftOut === 0) return "";
  const rows = leftOut === 1 ? "1 row is" : `${leftOut} rows are`;
  return `${rows} not shown: the log and the report folder have all ${total}.\n\n`;
}

function renderAttention({ lines, leftOut }: Taken, note: string): string {
  const open = table(attentionHead, lines.slice(0, maxOpenRows));
  const more = lines.length - maxOpenRows;
  if (more <= 0) return open + note;
  const all = more + leftOut;
  const label = `${all} more ${all === 1 ? "needs" : "need"} attention`;
  return open + details(label, table(attentionHead, lines.slice(maxOpenRows)) + note);
}

function renderUnchecked({ lines }: Taken, total: number, note: string): string {
  if (total === 0) return "";
  const label = total === 1 ? "1 URI was not checked" : `${total} URIs were not checked`;
  return details(label, table(uncheckedHead, lines) + note);
}

function renderUp({ lines }: Taken, { attention, unchecked, up }: Groups, note: string): string {
  const content = table(upHead, lines) + note;
  const allIsWell = attention.length + unchecked.length === 0;
  if (up.length === 0 || (allIsWell && up.length <= maxOpenRowsWhenAllIsWell)) return content;
  if (allIsWell) return details(`All ${up.length} URIs`, content);
  return details(up.length === 1 ? "The other URI is up" : `The other ${up.length} URIs are up`, content);
}

/** No blank line within: it would end the HTML block, and Markdown would be read again. */
function table(head: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<table>\n<thead>${head}</thead>\n<tbody>\n${lines.join("")}</tbody>\n</table>\n\n`;
}

function details(label: string, content: string): string {
  return `<details>\n<summary>${label}</summary>\n\n${content}</details>\n\n`;
}

/** What is on an origin of the list is a link, but no other address that a server chose, and no hidden one. */
function attentionRow(row: Row): string {
  const { target, result } = row.checked;
  const code = htmlCode(result.uri);
  const isLink = target.kind !== "mistake" && target.getsHeaders && !result.uri.endsWith("***");
  const uri = isLink ? `<a href="${htmlText(result.uri)}">${code}</a>` : code;
  const mark = result.state === "OK" ? symbols.warned : symbols.down;
  return `<tr><td>${mark}</td><td>${uri}<br>${html(remarksOn(row))}</td>${timeCell(result)}</tr>\n`;
}

function uncheckedRow({ number, checked }: Row): string {
  return `<tr><td align="right">${number}</td><td>${htmlCode(checked.result.uri)}</td></tr>\n`;
}

function upRow(row: Row): string {
  const { result } = row.checked;
  const remarks = remarksOn(row);
  const uri = htmlCode(result.uri) + (remarks.length === 0 ? "" : `<br>${html(remarks)}`);
  const status = `<td align="right">${result.status ?? symbols.dash}</td>`;
  const connection = `<td nowrap>${connectionOf(result)}</td>`;
  return `<tr><td align="right">${row.number}</td><td>${uri}</td>${status}${timeCell(result)}${connection}</tr>\n`;
}

function timeCell(result: Result): string {
  return `<td align="right" nowrap>${wasRequested(result) ? htmlText(duration(result.durationMs)) : symbols.dash}</td>`;
}

function connectionOf({ reused, resent, timings }: Result): string {
  if (reused) return "reused";
  return `new, ${htmlText(duration(connectingMs(timings)))}${resent ? ", resent" : ""}`;
}

function html(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === "string" ? htmlText(part) : htmlCode(part.foreign))).join("");
}
