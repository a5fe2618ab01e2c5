import { duration } from "../duration.ts";
import { showPlace } from "../inputs/target.ts";
import type { Checked, Result } from "../result.ts";
import { logText, shortAddress } from "../text.ts";

// With more than a handful of URIs a reader wants to know how far it is.
const handful = 5;

/** Writes the log line of one attempt. `position` counts the targets from 1, in the order in which they were first checked. */
export function logLine(
  checked: Checked,
  about: { position: number | null; total: number; willRepeat: boolean },
): string {
  const { result, judgement } = checked;
  const notes = details(checked, about);
  const after = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
  const uri = logText(result.uri);
  if (result.state === "OK") return `[OK] ${uri}${after}`;
  if (result.state === "NOK")
    return `[NOK] ${uri}: ${result.status}${judgement.kind === "wrong text" ? ", text not found" : ""}${after}`;
  return `[ERR] ${uri}: ${logText(result.message)}${after}`;
}

function details(
  { target, result, unfollowed, judgement }: Checked,
  { position, total, willRepeat }: { position: number | null; total: number; willRepeat: boolean },
): string[] {
  const notes: string[] = [];
  if (total > handful && position !== null) notes.push(`${position}/${total}`);
  if (result.attempts === 0) return notes;
  const attempt = describeAttempt(result, willRepeat);
  if (attempt !== null) notes.push(attempt);
  if (judgement.kind === "wrong status") notes.push(`expected ${judgement.expected}`);
  // Several lines may want several texts of one URI.
  if (judgement.kind === "wrong text") notes.push(logText(showPlace(target.place)));
  if (judgement.kind === "wrong text" && judgement.obstacle !== null) notes.push(judgement.obstacle);
  notes.push(duration(result.durationMs));
  const connection = describeConnection(result);
  if (connection !== null) notes.push(connection);
  const last = result.redirects.at(-1);
  if (last !== undefined) notes.push(`redirected to ${logText(shortAddress(last))}`);
  if (unfollowed !== null) notes.push(`redirects to ${logText(shortAddress(unfollowed))}`);
  return notes;
}

function describeAttempt({ state, attempts }: Result, willRepeat: boolean): string | null {
  if (willRepeat) return `attempt ${attempts}, to be repeated`;
  if (attempts === 1) return null;
  return state === "OK" ? `up at attempt ${attempts}` : `attempt ${attempts}`;
}

function describeConnection({ reused, resent, timings }: Result): string | null {
  if (reused) return "reused";
  if (timings.send < 0) return null;
  return resent ? "new connection, resent" : "new connection";
}
