// Runs to Markdown: a table a case, a row a contender.

const heads = [
  "Contender",
  "Connections",
  "TLS handshakes",
  "Time",
  "CPU",
  "Peak memory",
  "After the last answer",
  "time ÷",
  "CPU ÷",
  "memory ÷",
  "Asked",
];

/** What is measured of a run, and how it is said. */
const measures = {
  connections: { name: "connections", show: String },
  handshakes: { name: "TLS handshakes", show: String },
  time: { name: "time", show: milliseconds },
  cpu: { name: "CPU", show: milliseconds },
  memory: { name: "memory", show: mebibytes },
  endMs: { name: "end", show: milliseconds },
};

/** What a limit can be about. */
const limited = { ...measures, moreMemory: { name: "memory", show: (more) => `${mebibytes(more)} more` } };

/**
 * The table of one case; `rows` null: its server is not installed. The first row is the subject; for the others the
 * columns with a ÷ say what share of their cost it has: the median of the ratios within each round.
 */
export function renderCase({ title, asks, server }, rows) {
  if (rows === null) return `### ${title}\n\nSkipped: ${server} is not installed.\n`;
  const [subject] = rows;
  const body = rows.map((row) => {
    const own = forEachMeasure((measure) => median(row.runs.map((run) => run[measure])));
    const ratios = forEachMeasure((measure) =>
      row === subject ? null : median(row.runs.map((run, round) => divide(subject.runs[round][measure], run[measure]))),
    );
    const moreMemory =
      row === subject ? null : median(row.runs.map((run, round) => subtract(subject.runs[round].memory, run.memory)));
    const shown = Object.entries(measures).map(([measure, { show }]) =>
      own[measure] === null ? "" : show(own[measure]),
    );
    const shares = ["time", "cpu", "memory"].map((measure) => ratios[measure]?.toFixed(2) ?? "");
    return [
      row.contender.name,
      ...shown,
      ...shares,
      judge(asks[row.contender.name] ?? {}, row === subject ? own : { ...ratios, moreMemory }, row === subject),
    ];
  });
  const isUsed = heads.map((_, index) => body.some((cells) => cells[index] !== ""));
  const line = (cells) => `| ${cells.filter((_, index) => isUsed[index]).join(" | ")} |`;
  const rule = heads.map((head) => (head === "Contender" || head === "Asked" ? "---" : "---:"));
  return `### ${title}\n\n${[heads, rule, ...body].map(line).join("\n")}\n`;
}

/** `CPU at most 0.9: yes`, for each limit. */
function judge(limits, measured, isSubject) {
  const answers = Object.entries(limits).map(([measure, limit]) => {
    const { name, show } = limited[measure];
    const isPlain = isSubject || measure === "moreMemory";
    return `${name} at most ${isPlain ? show(limit) : limit}: ${measured[measure] <= limit ? "yes" : "**no**"}`;
  });
  return answers.join("; ");
}

function forEachMeasure(of) {
  return Object.fromEntries(Object.keys(measures).map((measure) => [measure, of(measure)]));
}

/** Null where something was not measured. */
function median(numbers) {
  if (numbers.includes(null)) return null;
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

function divide(one, other) {
  return one === null || other === null ? null : one / other;
}

function subtract(one, other) {
  return one === null || other === null ? null : one - other;
}

function mebibytes(memory) {
  return `${Math.round(memory)} MiB`;
}

function milliseconds(time) {
  return time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(2)} s`;
}
