import { count, duration } from "../duration.ts";
import type { Checked, Findings } from "../result.ts";

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

/** The verdict in words, with the step's id in front where it has one: `gate: 2 of 4 URIs are down`. */
export function verdict(
  findings: Pick<Findings, "results" | "cancelled" | "succeeded">,
  stepId: string | null,
): string {
  return withStepId(verdictWords(findings), stepId);
}

/** A heading's words behind the id of the step, so that two steps of a job can be told apart. */
export function withStepId(words: string, stepId: string | null): string {
  return stepId === null ? words : `${stepId}: ${words}`;
}

function verdictWords({
  results,
  cancelled,
  succeeded,
}: Pick<Findings, "results" | "cancelled" | "succeeded">): string {
  const { total, down, unchecked } = countStates(results);
  if (down + unchecked > 0) {
    const words = wrongWords({ total, down, unchecked });
    return cancelled ? `Cancelled: ${words}` : capitalized(words);
  }
  const words = total === 0 ? "Nothing to check" : total === 1 ? "The URI is up" : `All ${total} URIs are up`;
  return succeeded ? words : `${words}, but uptimemon itself failed`;
}

/** What is down, and what was not checked; begins with a small letter. */
function wrongWords({ total, down, unchecked }: { total: number; down: number; unchecked: number }): string {
  const notChecked = `${unchecked === 1 ? "was" : "were"} not checked`;
  if (total === 1) return down === 1 ? "the URI is down" : `the URI ${notChecked}`;
  if (down === 0) return `${unchecked} of ${total} URIs ${notChecked}`;
  const isDown = `${down} of ${total} URIs ${down === 1 ? "is" : "are"} down`;
  return unchecked === 0 ? isDown : `${isDown}, ${unchecked} ${notChecked}`;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * What the session did, in numbers that add up: each request opened a connection, went over an open one, or got none.
 * What reuse saved is left out with several checks at once, where it could be more than the whole run took.
 */
export function sessionSentence({
  stats,
  durationMs,
  concurrency,
}: Pick<Findings, "stats" | "durationMs" | "concurrency">): string {
  const { requests, connections, reused, origins, savedMs } = stats;
  if (requests === 0) return "No request was made.";
  const ways = [
    { number: connections, words: "opened a connection" },
    { number: reused, words: "used an open one" },
    { number: Math.max(0, requests - connections - reused), words: "got none" },
  ];
  const used = ways.filter(({ number }) => number > 0).map(({ number, words }) => `${number} ${words}`);
  const made = `${count(requests, "request")} to ${count(origins, "origin")} in ${duration(durationMs)}`;
  const saved = savedMs >= 1 && concurrency === 1 ? ` Reuse saved about ${duration(savedMs)}.` : "";
  return `${made}: ${used.join(", ")}.${saved}`;
}
