import { count } from "../duration.ts";
import type { Findings } from "../result.ts";
import { htmlCode } from "../text.ts";
import { version } from "../version.ts";
import type { Row } from "./reasons.ts";
import { symbols } from "./symbols.ts";
import { type Groups, renderTables } from "./tables.ts";
import { renderTimes } from "./times.ts";
import { sessionSentence, verdict, withStepId } from "./verdict.ts";

// The runner drops a summary of more than 1,048,576 bytes, measured before it masks.
const maxSummaryBytes = 1_000_000;
// For the tags and the sentences around the rows.
const frameBytes = 5000;

/** The job summary as GitHub-flavoured Markdown: always under 1,000,000 bytes, what needs attention first. */
export function renderSummary(findings: Findings, stepId: string | null): string {
  const rows = findings.results.map(
    (checked, index): Row => ({ number: index + 1, checked, expiring: findings.expiring.get(index) ?? null }),
  );
  const head = `## ${findings.succeeded ? symbols.up : symbols.down} ${verdict(findings, stepId)}\n\n`;
  const end = `${renderTimes(findings.results)}${sessionSentence(findings)}\n\n${foot(findings.finishedAt)}`;
  return head + renderTables(group(rows), maxSummaryBytes - frameBytes - Buffer.byteLength(head + end)) + end;
}

/** The summary of a step whose inputs were refused. */
export function renderRefusal(
  { problems, finishedAt }: { problems: readonly string[]; finishedAt: Date },
  stepId: string | null,
): string {
  const words = withStepId(`Nothing was checked: ${count(problems.length, "input problem")}`, stepId);
  const items = problems.map((problem) => `<li>${htmlCode(problem)}</li>\n`);
  return `## ${symbols.down} ${words}\n\n<ul>\n${items.join("")}</ul>\n\n${foot(finishedAt)}`;
}

function group(rows: readonly Row[]): Groups {
  const those = (wanted: Standing): Row[] => rows.filter((row) => standing(row) === wanted);
  return { attention: [...those("down"), ...those("warned")], unchecked: those("unchecked"), up: those("up") };
}

type Standing = "down" | "warned" | "unchecked" | "up";

function standing({ checked, expiring }: Row): Standing {
  const { result, judgement, strayedTo } = checked;
  if (judgement.kind === "cancelled") return "unchecked";
  if (result.state !== "OK") return "down";
  return result.attempts > 1 || strayedTo !== null || expiring !== null ? "warned" : "up";
}

/** An issue or a comment that is made of the summary has no other date. */
function foot(finishedAt: Date): string {
  const [date, time = ""] = finishedAt.toISOString().split("T");
  return `<sub>uptimemon ${version} ${symbols.dot} ${date} ${time.slice(0, 5)} UTC</sub>\n`;
}
