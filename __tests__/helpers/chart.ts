import assert from "node:assert/strict";

/** A bar of the chart: its pieces follow each other from 0, and its time stands at their end. */
export interface PageBar {
  readonly number: number;
  /** What the label says behind the number. */
  readonly address: string;
  readonly time: string;
  readonly pieces: readonly { readonly phase: string; readonly from: number; readonly to: number }[];
  readonly endMs: number;
}

export interface PageChart {
  readonly title: string;
  readonly legend: readonly string[];
  readonly unit: "ms" | "s";
  readonly tickMs: number;
  readonly leftPx: number;
  readonly rightPx: number;
  readonly bars: readonly PageBar[];
}

const phases: Readonly<Record<string, string>> = {
  "active, ": "connecting",
  "": "waiting",
  "done, ": "receiving",
  "crit, ": "down",
};

function readBar(section: string): PageBar {
  const [label = "", ...tasks] = section.trimEnd().split("\n");
  const [, number, address = ""] = /^(\d+) · (…?[\w.:[\]/…-]*)$/.exec(label) ?? [];
  assert.ok(number, `not a label: ${label}`);
  assert.ok(address.length <= 36, label);
  const milestone = /^ {4}((?:❌ )?(?:→ )?(?:<1 ms|\d+ ms|\d+\.\d s|\d+ min \d+ s)) :milestone, (\d+), \2$/.exec(
    tasks.pop() ?? "",
  );
  assert.ok(milestone, `no time at the end of ${label}`);
  const pieces = tasks.map((task) => {
    const found = /^ {4}\u2060 :(active, |done, |crit, |)(\d+), (\d+)$/.exec(task);
    assert.ok(found, `not a piece: ${task}`);
    return { phase: phases[String(found[1])] ?? "", from: Number(found[2]), to: Number(found[3]) };
  });
  assert.ok(pieces.length > 0, `${label} has no piece`);
  for (const [index, { from, to }] of pieces.entries()) {
    assert.equal(from, pieces[index - 1]?.to ?? 0, `${label}: the pieces follow each other from 0`);
    assert.ok(to > from, `${label}: a piece has a length`);
  }
  const endMs = Number(milestone[2]);
  assert.equal(endMs, pieces.at(-1)?.to, `${label}: the time stands at the end of the bar`);
  const time = String(milestone[1]);
  assert.equal(time.startsWith("❌"), pieces.at(-1)?.phase === "down", `${label}: never colour alone`);
  return { number: Number(number), address, time, pieces, endMs };
}

/** What the legend has to say for these bars. */
function legendFor(bars: readonly PageBar[]): string[] {
  const words = { connecting: "🟧 connecting", waiting: "🟦 waiting", receiving: "⬜ receiving", down: "🟥 down" };
  const shown = Object.entries(words).filter(([phase]) =>
    bars.some(({ pieces }) => pieces.some((one) => one.phase === phase)),
  );
  return [
    ...shown.map(([, word]) => word.replace(" ", "\u00a0")),
    ...(bars.some(({ time }) => time.includes("→")) ? ["→ longer than the axis".replaceAll(" ", "\u00a0")] : []),
  ];
}

/** Takes the chart from the beginning of the lines of a summary; null where there is none. */
export function readChart(lines: string[]): PageChart | null {
  if (!lines[0]?.startsWith("###")) return null;
  const [title = "", , legend = "", , open] = lines.splice(0, 5);
  assert.match(title, /^### Where the time went(?:, for the \d+ slowest (?:answers|requests))?$/);
  assert.equal(open, "```mermaid");
  const diagram = lines.splice(0, lines.indexOf("```")).join("\n");
  assert.deepEqual(lines.splice(0, 2), ["```", ""]);
  assert.ok(diagram.length < 50_000);
  const [head = "", ...sections] = diagram.split(/^ {2}section /m);
  const axis = /^ {2}axisFormat (%Q|%s)\n {2}tickInterval ([125]0*)(millisecond|second)$/m.exec(head);
  assert.ok(axis, "no axis");
  const bars = sections.map(readBar);
  assert.equal(new Set(bars.map(({ number }) => number)).size, bars.length, "labels are unique");
  assert.deepEqual(legend.split(" · "), legendFor(bars));
  const longest = Math.max(...bars.map(({ endMs }) => endMs));
  assert.ok(longest > 100, "a chart of less says nothing");
  const tickMs = Number(axis[2]) * (axis[3] === "second" ? 1000 : 1);
  assert.ok(longest / tickMs <= 8, `${longest} ms with a tick every ${tickMs} ms`);
  assert.equal(axis[1], longest >= 5000 ? "%s" : "%Q");
  const padding = (side: string): number => Number(new RegExp(`${side}Padding: (\\d+),`).exec(head)?.[1]);
  return {
    title,
    legend: legend.split(" · "),
    unit: axis[1] === "%s" ? "s" : "ms",
    tickMs,
    leftPx: padding("left"),
    rightPx: padding("right"),
    bars,
  };
}
