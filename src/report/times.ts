import { duration } from "../duration.ts";
import type { Checked } from "../result.ts";
import { connectingMs } from "../session/clock.ts";
import { mermaidLabel } from "../text.ts";

/** One row of the waterfall: a result and its number in the list, from 1. */
export interface Numbered {
  readonly number: number;
  readonly checked: Checked;
}

// More rows than this have their axis out of sight.
const maxRows = 30;
const slowestRows = 20;
// From here on the axis counts seconds.
const secondsFromMs = 5000;
// A piece must have a name, and a space is a parse error in Mermaid's gantt: U+2060 WORD JOINER.
const noName = "\u2060";

/** The section "Where the time went": a Mermaid gantt in which every request starts at zero; empty when there was no request. */
export function renderWaterfall(all: readonly Numbered[]): string {
  const begun = all.filter(({ checked }) => checked.result.durationMs > 0);
  if (begun.length === 0) return "";
  const answered = begun.filter(isAnswered);
  const rows = begun.length <= maxRows ? begun : slowest(answered.length > 0 ? answered : begun);
  const axisMs = Math.max(1, ...(rows.some(isAnswered) ? rows.filter(isAnswered) : rows).map(wholeMs));
  const labels = rows.map(label);
  const chosen =
    begun.length <= maxRows ? "" : `, for the ${rows.length} slowest ${answered.length > 0 ? "answers" : "requests"}`;
  const cut = rows.some((row) => wholeMs(row) > axisMs) ? " · → longer than the axis" : "";
  const sections = rows.flatMap((row, index) => [`  section ${labels[index]}`, ...pieces(row, axisMs)]);
  return [
    `### Where the time went${chosen}`,
    "",
    `🟧 connecting (DNS, TCP, TLS), on a new connection only · 🟦 waiting for the answer · ⬜ receiving it${cut}`,
    "",
    "```mermaid",
    ...frontMatter(labels),
    ...axis(axisMs),
    ...sections,
    "```",
    "",
  ].join("\n");
}

function isAnswered({ checked }: Numbered): boolean {
  return checked.result.status !== null;
}

function slowest(rows: readonly Numbered[]): Numbered[] {
  return [...rows]
    .sort((one, other) => other.checked.result.durationMs - one.checked.result.durationMs)
    .slice(0, slowestRows);
}

function wholeMs({ checked }: Numbered): number {
  return Math.max(1, Math.round(checked.result.durationMs));
}

/** Only our number and a host in harmless characters: a URI could hold anything. */
function label({ number, checked }: Numbered): string {
  const host = checked.target.kind === "mistake" ? "" : checked.target.url.host;
  return `${checked.result.state === "OK" ? "" : "❌ "}${number} · ${mermaidLabel(host)}`;
}

/** Connecting, waiting, receiving, each where it took time; the last one carries the label, and all end within the axis. */
function pieces(row: Numbered, axisMs: number): string[] {
  const { timings, durationMs } = row.checked.result;
  const end = Math.min(wholeMs(row), axisMs);
  const connected = Math.min(Math.round(connectingMs(timings)), end);
  const received =
    timings.receive > 0 ? Math.max(connected, Math.min(Math.round(durationMs - timings.receive), end)) : end;
  const spans = [
    { tag: "active, ", from: 0, to: timings.send < 0 ? end : connected },
    { tag: "", from: connected, to: received },
    { tag: "done, ", from: received, to: end },
  ].filter(({ from, to }) => to > from);
  const visible = timings.send < 0 ? spans.slice(0, 1) : spans;
  const time = `${wholeMs(row) > axisMs ? "→ " : ""}${duration(durationMs)}`;
  return visible.map(
    ({ tag, from, to }, index) => `    ${index === visible.length - 1 ? time : noName} :${tag}${from}, ${to}`,
  );
}

/** Ticks every 1, 2 or 5 times a power of ten, at most eight of them. */
function axis(axisMs: number): string[] {
  const inSeconds = axisMs >= secondsFromMs;
  const length = inSeconds ? axisMs / 1000 : axisMs;
  const power = 10 ** Math.floor(Math.log10(Math.max(length / 8, 1)));
  const tick = [1, 2, 5, 10].map((factor) => factor * power).find((step) => length / step <= 8) ?? 10 * power;
  return [
    "gantt",
    "  accTitle: Time per request, by phase",
    "  accDescr: One bar per request. The table above has the same times as text.",
    `  title ${inSeconds ? "seconds" : "milliseconds"} since the start of each request`,
    "  dateFormat x",
    `  axisFormat ${inSeconds ? "%s" : "%Q"}`,
    `  tickInterval ${tick}${inSeconds ? "second" : "millisecond"}`,
    "  todayMarker off",
  ];
}

// A time within a bar is dark on any of the three colours. Beside the bar it has the theme's colour: after an orange bar
// Mermaid itself would print it dark, and on a dark page nobody would see it.
const css = [
  ".grid .tick line { stroke: #8b949e; opacity: 0.4 }",
  ".titleText { font-size: 13px }",
  ".taskText { fill: #1f2328 !important }",
  ".taskTextOutsideRight, .taskTextOutsideLeft { fill: inherit !important }",
].join(" ");

/** As front matter, which Mermaid 10.9 to 12 read alike. The paddings hold the longest label and the times behind the bars. */
function frontMatter(labels: readonly string[]): string[] {
  const longest = Math.max(...labels.map((text) => [...text].length));
  const left = Math.min(300, Math.round(24 + 6.6 * longest));
  const right = Math.round(64 + left / 2);
  const [orange, blue, grey] = ["'#db6d28'", "'#4493f8'", "'#8b949e'"];
  return [
    "---",
    "displayMode: compact",
    "config:",
    `  themeCSS: '${css}'`,
    `  gantt: { useWidth: 900, leftPadding: ${left}, rightPadding: ${right}, topPadding: 50, barHeight: 16, barGap: 6, fontSize: 11, sectionFontSize: 12, numberSectionStyles: 2, gridLineStartPadding: 44 }`,
    `  themeVariables: { activeTaskBkgColor: ${orange}, activeTaskBorderColor: ${orange}, taskBkgColor: ${blue}, taskBorderColor: ${blue}, doneTaskBkgColor: ${grey}, doneTaskBorderColor: ${grey}, sectionBkgColor: ${grey}, altSectionBkgColor: 'transparent' }`,
    "---",
  ];
}
