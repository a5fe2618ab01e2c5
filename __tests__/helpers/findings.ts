import type { Target } from "../../src/inputs/target.ts";
import type { Certificate, Checked, Findings, Judgement, Outcome, Timings } from "../../src/result.ts";

/** What a test says of one URI; the rest has a default. Times in milliseconds. */
export interface Given {
  readonly uri: string;
  readonly file?: string;
  readonly line?: number;
  /** What is wrong with the line; then no request was made. */
  readonly mistake?: string;
  /** Why it is not up; without it (and a mistake), it is. */
  readonly judgement?: Judgement;
  readonly status?: number;
  readonly message?: string;
  /** Connecting, waiting, receiving: 0 for a phase that did not happen. */
  readonly ms?: readonly [connecting: number, waiting: number, receiving: number];
  readonly durationMs?: number;
  readonly attempts?: number;
  readonly redirects?: readonly string[];
  readonly resent?: boolean;
  readonly unfollowed?: string;
  readonly strayedTo?: string;
  readonly pages?: number;
}

const never = { dns: -1, connect: -1, ssl: -1, send: -1, wait: -1, receive: -1 };

function timingsOf([connecting, waiting, receiving]: NonNullable<Given["ms"]>): Timings {
  return {
    ...never,
    connect: connecting > 0 ? connecting : -1,
    send: waiting > 0 ? 0 : -1,
    wait: waiting > 0 ? waiting : -1,
    receive: receiving > 0 ? receiving : -1,
  };
}

function outcomeOf(judgement: Judgement, { status = 200, message = "why" }: Given): Outcome {
  if (judgement.kind === "as expected") return { state: "OK", status, message: "" };
  if (judgement.kind === "no answer" || judgement.kind === "mistake" || judgement.kind === "cancelled")
    return { state: "ERR", status: null, message };
  return { state: "NOK", status, message };
}

function targetOf({ uri, mistake, file, line = 1 }: Given): Target {
  const common = { place: { file: file ?? null, line }, shown: uri, secrets: [] };
  if (mistake !== undefined) return { kind: "mistake", problem: mistake, ...common };
  const status = { text: "200", ranges: [{ from: 200, to: 200 }] };
  const expected = { status, text: null, end: null };
  return { kind: "uri", address: new URL(uri).href, authorization: null, getsHeaders: true, expected, ...common };
}

function judgementOf({ judgement, mistake }: Given): Judgement {
  if (mistake !== undefined) return { kind: "mistake", problem: `${mistake} (where it stands)` };
  return judgement ?? { kind: "as expected" };
}

/** A result as check/ makes it. */
export function checkedOf(given: Given): Checked {
  const judgement = judgementOf(given);
  const wasMade = judgement.kind !== "mistake" && judgement.kind !== "cancelled";
  const { ms = [0, wasMade ? 10 : 0, 0], attempts = wasMade ? 1 : 0 } = given;
  const { durationMs = ms[0] + ms[1] + ms[2], redirects = [], resent = false } = given;
  const { unfollowed = null, strayedTo = null, pages = null } = given;
  const course = { attempts, durationMs, redirects, reused: ms[0] === 0 && wasMade, resent };
  return {
    target: targetOf(given),
    result: { uri: given.uri, ...outcomeOf(judgement, given), ...course, timings: timingsOf(ms), certificate: null },
    judgement,
    unfollowed,
    opened: wasMade && ms[0] > 0 && ms[1] > 0,
    strayedTo,
    named: pages === null ? null : { count: pages, noun: "page" },
    retryAt: null,
  };
}

/** The findings of a run with these results. */
export function findingsOf(
  given: readonly Given[],
  rest: Partial<Omit<Findings, "results" | "expiring">> & {
    expiring?: readonly (readonly [number, Certificate])[];
  } = {},
): Findings {
  const results = given.map(checkedOf);
  return {
    stats: { requests: results.length, connections: 1, reused: results.length - 1, origins: 1, savedMs: 0 },
    durationMs: 1000,
    concurrency: 1,
    cancelled: false,
    succeeded: results.every(({ result }) => result.state === "OK"),
    finishedAt: new Date("2026-11-25T12:20:59.999Z"),
    ...rest,
    results,
    expiring: new Map(rest.expiring),
  };
}
