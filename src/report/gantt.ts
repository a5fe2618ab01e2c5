// Tried with Mermaid 10.9, 11.3, 11.17 and 12.3, which draw this alike: https://mermaid.js.org/syntax/gantt.html

/** A row of the chart: one URI, its pieces one behind the other from 0. */
export interface Bar {
  readonly label: string;
  readonly pieces: readonly Piece[];
  /** Where the last piece ends; in whole milliseconds, as all of them. */
  readonly endMs: number;
  /** What stands beside the bar. */
  readonly time: string;
  readonly isDown: boolean;
  /** It took longer than the axis. */
  readonly isCut: boolean;
}

export interface Piece {
  readonly phase: "connecting" | "waiting" | "receiving" | "down";
  readonly from: number;
  readonly to: number;
}

// From here on the axis counts seconds.
const secondsFromMs = 5000;
// A task must have a name, and a space is a parse error: U+2060 WORD JOINER.
const noName = "\u2060";
// A piece's look, and `crit` is red.
const tags: Readonly<Record<Piece["phase"], string>> = {
  connecting: "active, ",
  waiting: "",
  receiving: "done, ",
  down: "crit, ",
};

/** The bars as a fenced Mermaid gantt, one below the other. */
export function renderGantt(bars: readonly Bar[], axisMs: number): string {
  return ["```mermaid", ...frontMatter(bars), ...axis(axisMs), ...bars.flatMap(section), "```", ""].join("\n");
}

/** Compact mode puts all that a section has in one row. The time stands beside the bar, as the name of a milestone. */
function section({ label, pieces, endMs, time }: Bar): string[] {
  return [
    `  section ${label}`,
    ...pieces.map(({ phase, from, to }) => `    ${noName} :${tags[phase]}${from}, ${to}`),
    `    ${time} :milestone, ${endMs}, ${endMs}`,
  ];
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
    "  accDescr: One bar per request. The tables above have the same times as text.",
    `  title ${inSeconds ? "seconds" : "milliseconds"} since the start of each request`,
    "  dateFormat x",
    `  axisFormat ${inSeconds ? "%s" : "%Q"}`,
    `  tickInterval ${tick}${inSeconds ? "second" : "millisecond"}`,
    "  todayMarker off",
  ];
}

// The milestones are invisible, and so small that their names stand beside them, in the colour of the theme.
const css = [
  ".grid .tick line { stroke: #8b949e; opacity: 0.4 }",
  ".titleText { font-size: 13px }",
  ".sectionTitle tspan { alignment-baseline: alphabetic }",
  ".task { stroke-width: 1 }",
  ".milestone { opacity: 0 }",
  ".milestoneText { font-style: normal }",
].join(" ");

// Without a width Mermaid takes that of the moment, which is 0 in a closed <details>.
const layout = [
  "topPadding: 50, titleTopMargin: 30, barHeight: 16, barGap: 6",
  "fontSize: 11, sectionFontSize: 12, numberSectionStyles: 1, gridLineStartPadding: 44",
].join(", ");

const [orange, blue, light, grey, red] = ["'#db6d28'", "'#388bfd'", "'#d0d7de'", "'#8b949e'", "'#da3633'"];
const colours = [
  `activeTaskBkgColor: ${orange}, activeTaskBorderColor: ${orange}`,
  `taskBkgColor: ${blue}, taskBorderColor: ${blue}`,
  `doneTaskBkgColor: ${light}, doneTaskBorderColor: ${grey}`,
  `critBkgColor: ${red}, critBorderColor: ${red}`,
  "sectionBkgColor: 'transparent'",
].join(", ");

// Of a character of a label or a time, at these font sizes.
const characterPx = 6.6;

/** The configuration. The paddings hold the longest label, and the times behind the bars. */
function frontMatter(bars: readonly Bar[]): string[] {
  const longestLabel = Math.max(...bars.map(({ label }) => [...label].length));
  // The cross is as wide as two.
  const longestTime = Math.max(...bars.map(({ time, isDown }) => [...time].length + (isDown ? 1 : 0)));
  const left = Math.min(300, Math.round(24 + characterPx * longestLabel));
  const right = Math.round(30 + characterPx * longestTime + left / 2);
  return [
    "---",
    "displayMode: compact",
    "config:",
    `  themeCSS: '${css}'`,
    `  gantt: { useWidth: 900, leftPadding: ${left}, rightPadding: ${right}, ${layout} }`,
    `  themeVariables: { ${colours} }`,
    "---",
  ];
}
