import * as core from "@actions/core";
import { duration } from "../duration.ts";
import { type Checked, difference, type Judgement, type Listener, type Progress, type Result } from "../result.ts";
import { cut, logText, shortAddress } from "../text.ts";
import { maxShownText, sitemapWords } from "./reasons.ts";

// Longer lists show how far they are.
const shortList = 5;

// A longer log is folded:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#grouping-log-lines
const maxUnfolded = 100;
// Their titles show the progress. Where all is up, there are at most this many.
const maxFolds = 50;

/** Writes a line to the log for each attempt. In a long log what is up stands in folds, and all else between them. */
export class Log implements Listener {
  #linesInFold = 0;
  #hasEnded = false;

  attempted(checked: Checked, progress: Progress): void {
    // After a bug, attempts under way may still end.
    if (this.#hasEnded) return;
    const { position, total } = progress;
    const isFolded = total > maxUnfolded && position !== null && isPlain(checked);
    if (!isFolded) this.#endFold();
    else if (this.#linesInFold === 0) core.startGroup(`OK from ${position} of ${total}`);
    core.info(logLine(checked, progress));
    if (!isFolded) return;
    this.#linesInFold += 1;
    if (position === total || this.#linesInFold >= Math.max(maxUnfolded, total / maxFolds)) this.#endFold();
  }

  notRetried({ result }: Checked, why: "retry-for is over" | "cancelled"): void {
    this.#endFold();
    core.info(`${logText(result.uri)}: not retried: ${why}`);
  }

  /** What follows is not about single attempts. */
  end(): void {
    this.#endFold();
    this.#hasEnded = true;
  }

  #endFold(): void {
    if (this.#linesInFold > 0) core.endGroup();
    this.#linesInFold = 0;
  }
}

function isPlain({ result, strayedTo }: Checked): boolean {
  return result.state === "OK" && result.attempts === 1 && strayedTo === null;
}

/** The log line of one attempt. */
export function logLine(checked: Checked, progress: Progress): string {
  const notes = details(checked, progress);
  const after = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
  return `[${checked.result.state}] ${logText(checked.result.uri)}${answer(checked)}${after}`;
}

/** What stands behind the URI: nothing, or what is wrong. */
function answer({ result, judgement }: Checked): string {
  if (result.state === "OK") return "";
  if (result.state === "ERR") return `: ${logText(result.message)}`;
  switch (judgement.kind) {
    case "wrong text":
      return `: ${result.status}, ${wrongText(judgement)}`;
    case "wrong target": {
      const where = judgement.leadsTo === null ? "leads nowhere" : `leads to ${address(judgement.leadsTo)}`;
      return `: ${result.status}, ${where}, expected ${logText(judgement.expected)}`;
    }
    default:
      return `: ${result.status}`;
  }
}

function wrongText({ unwanted, obstacle }: { unwanted: boolean; obstacle: string | null }): string {
  if (!unwanted) return "text not found";
  return obstacle === null ? "unwanted text found" : "unwanted text not ruled out";
}

function details(checked: Checked, { position, total, willRetry }: Progress): string[] {
  const { result, judgement, named, strayedTo, unfollowed } = checked;
  const notes: string[] = [];
  if (total > shortList && position !== null) notes.push(`${position}/${total}`);
  if (result.attempts === 0) return notes;
  if (named !== null) notes.push(sitemapWords(named));
  const attempt = attemptOf(result, willRetry);
  if (attempt !== null) notes.push(attempt);
  notes.push(...judgementNotes(judgement), duration(result.durationMs));
  const connection = connectionOf(checked);
  if (connection !== null) notes.push(connection);
  const last = result.redirects.at(-1);
  if (last !== undefined) notes.push(`redirected to ${address(last)}`);
  if (strayedTo !== null) notes.push(`ended on ${logText(strayedTo)}: a login page?`);
  if (unfollowed !== null && judgement.kind !== "wrong target") notes.push(`redirects to ${address(unfollowed)}`);
  return notes;
}

function judgementNotes(judgement: Judgement): string[] {
  switch (judgement.kind) {
    case "wrong status":
      return [`expected ${judgement.expected}`];
    case "wrong text": {
      const text = `"${logText(cut(judgement.text, maxShownText))}"`;
      return judgement.obstacle === null ? [text] : [text, judgement.obstacle];
    }
    case "wrong target":
      return judgement.differsIn === null ? [] : [difference(judgement.differsIn)];
    default:
      return [];
  }
}

function address(shown: string): string {
  return logText(shortAddress(shown));
}

function attemptOf({ state, attempts }: Result, willRetry: boolean): string | null {
  if (willRetry) return `attempt ${attempts}, will retry`;
  if (attempts === 1) return null;
  return state === "OK" ? `up at attempt ${attempts}` : `attempt ${attempts}`;
}

function connectionOf({ result: { reused, resent }, opened }: Checked): string | null {
  if (reused) return "reused";
  const words = [...(opened ? ["new connection"] : []), ...(resent ? ["resent"] : [])];
  return words.length === 0 ? null : words.join(", ");
}
