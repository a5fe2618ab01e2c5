import { duration } from "../duration.ts";
import type { Target } from "../inputs/target.ts";
import { hostOf, toUrl } from "../origin.ts";
import { type Checked, connectingMs, type Result, wasRequested } from "../result.ts";
import { chartLabel } from "../text.ts";
import { type Bar, type Piece, renderGantt } from "./gantt.ts";
import { symbols } from "./symbols.ts";

// More rows than this have their axis out of sight.
const maxRows = 30;
const slowestRows = 20;
// In a chart of less nobody would see anything.
const minRows = 3;
const minAxisMs = 100;
// A first request that has to connect takes four round trips, where the others take one.
const outlierFactor = 6;

/** One requested URI, and its number in the list. */
interface Requested {
  readonly number: number;
  readonly checked: Checked;
}

/**
 * The section "Where the time went": a chart in which every request starts at zero; empty where it would say nothing.
 */
export function renderTimes(results: readonly Checked[]): string {
  const requested = results
    .map((checked, index): Requested => ({ number: index + 1, checked }))
    .filter(({ checked }) => checked.judgement.kind !== "cancelled" && wasRequested(checked.result));
  const answered = requested.filter(isAnswered);
  const candidates = answered.length > 0 ? answered : requested;
  const rows = requested.length <= maxRows ? requested : slowest(candidates);
  const axisMs = axisFor((rows.some(isAnswered) ? rows.filter(isAnswered) : rows).map(wholeMs));
  if (rows.length < minRows || axisMs <= minAxisMs) return "";
  const withHost = haveSeveralHosts(results);
  const bars = rows.map((row) => toBar(row, { axisMs, withHost }));
  const chosen =
    rows === requested ? "" : `, for the ${rows.length} slowest ${answered.length > 0 ? "answers" : "requests"}`;
  return `### Where the time went${chosen}\n\n${legend(bars)}\n\n${renderGantt(bars, axisMs)}\n`;
}

function isAnswered({ checked }: Requested): boolean {
  return checked.result.status !== null;
}

function wholeMs({ checked }: Requested): number {
  return Math.max(1, Math.round(checked.result.durationMs));
}

function slowest(rows: readonly Requested[]): Requested[] {
  return [...rows]
    .sort((one, other) => other.checked.result.durationMs - one.checked.result.durationMs)
    .slice(0, slowestRows);
}

/** The slowest time, or the second slowest where the slowest would leave the others no room. */
function axisFor(times: readonly number[]): number {
  const [longest = 0, second = longest] = [...times].sort((one, other) => other - one);
  return longest > outlierFactor * second ? second : longest;
}

function haveSeveralHosts(results: readonly Checked[]): boolean {
  return new Set(results.flatMap(({ target }) => (target.kind === "mistake" ? [] : [hostOf(target.address)]))).size > 1;
}

function toBar(row: Requested, { axisMs, withHost }: { axisMs: number; withHost: boolean }): Bar {
  const { target, result } = row.checked;
  const isDown = result.state !== "OK";
  const isCut = wholeMs(row) > axisMs;
  const endMs = Math.min(wholeMs(row), axisMs);
  return {
    label: `${row.number} ${symbols.dot} ${labelOf(target, withHost)}`,
    pieces: (isDown ? piecesDown(result, endMs) : piecesUp(result, endMs)).filter(({ from, to }) => to > from),
    endMs,
    time: [isDown ? symbols.down : "", isCut ? symbols.arrow : "", duration(result.durationMs)]
      .filter((word) => word !== "")
      .join(" "),
    isDown,
    isCut,
  };
}

/** Made of nothing but what the tables show: a path that is hidden there is hidden here too. */
function labelOf({ shown }: Target, withHost: boolean): string {
  const url = toUrl(shown);
  return url === null ? chartLabel("", shown) : chartLabel(withHost ? url.host : "", url.pathname);
}

/** Time that no phase accounts for goes to the phase after the last one that was measured. */
function piecesUp({ timings, durationMs }: Result, endMs: number): Piece[] {
  if (Math.round(durationMs) < 1) return [{ phase: "waiting", from: 0, to: endMs }];
  const connecting = connectingMs(timings);
  const connected = Math.min(Math.round(connecting), endMs);
  const waited = connecting + Math.max(timings.send, 0) + Math.max(timings.wait, 0);
  const received = timings.wait < 0 ? endMs : Math.min(Math.round(waited), endMs);
  return [
    { phase: "connecting", from: 0, to: connected },
    { phase: "waiting", from: connected, to: received },
    { phase: "receiving", from: received, to: endMs },
  ];
}

/**
 * Down from the connection on, or as a whole where none was made; at least a millisecond of it, or nobody would see it.
 */
function piecesDown({ timings }: Result, endMs: number): Piece[] {
  const connected = timings.send < 0 ? 0 : Math.min(Math.round(connectingMs(timings)), endMs - 1);
  return [
    { phase: "connecting", from: 0, to: connected },
    { phase: "down", from: connected, to: endMs },
  ];
}

// The squares look like the bars in both themes. U+00A0 keeps each with its words.
const squares = [
  { phase: "connecting", words: `${symbols.orange}\u00a0connecting` },
  { phase: "waiting", words: `${symbols.blue}\u00a0waiting` },
  { phase: "receiving", words: `${symbols.white}\u00a0receiving` },
  { phase: "down", words: `${symbols.red}\u00a0down` },
] as const;

/** Only what the chart has. */
function legend(bars: readonly Bar[]): string {
  const phases = new Set(bars.flatMap(({ pieces }) => pieces.map(({ phase }) => phase)));
  const shown: string[] = squares.filter(({ phase }) => phases.has(phase)).map(({ words }) => words);
  if (bars.some(({ isCut }) => isCut)) shown.push(`${symbols.arrow}\u00a0longer\u00a0than\u00a0the\u00a0axis`);
  return shown.join(` ${symbols.dot} `);
}
