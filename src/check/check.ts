import { type Header, type RequestHeaders, sameName } from "../inputs/headers.ts";
import { isExpected, nameStatus } from "../inputs/status.ts";
import { type Checkable, showPlace, type Target } from "../inputs/target.ts";
import type { Checked, Result } from "../result.ts";
import { type Attempt, runCancelled, type UnderWay } from "../session/attempt.ts";
import { Clock, now } from "../session/clock.ts";
import { describeFailure } from "../session/failure.ts";
import type { Reply, Session } from "../session/session.ts";
import { count } from "../text.ts";
import { followRedirect } from "./redirect.ts";
import { Search, type Verdict } from "./search.ts";

/** What all checks of a run have in common. */
export interface CheckOptions {
  readonly session: Session;
  readonly headers: RequestHeaders;
  readonly sharedSecrets: readonly string[];
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  readonly underWay: UnderWay;
}

const noRedirects: readonly string[] = [];

/**
 * How one attempt ended: the last reply; why it is not the answer (`problem`); what the search came to; where redirects led,
 * and where one pointed that was not followed (`location`); whether every hop reused a connection, and any was resent.
 */
interface Ending {
  readonly reply: Reply;
  readonly problem: string | null;
  readonly verdict: Verdict | null;
  readonly redirects: readonly string[];
  readonly location: string | null;
  readonly reused: boolean;
  readonly resent: boolean;
}

/**
 * Makes one attempt at a target; `number` counts from 1. Settles within the timeout, or at once when it is ended, and
 * never rejects for what a network or a server does.
 */
export async function check(target: Checkable, number: number, options: CheckOptions): Promise<Checked> {
  const attempt = options.underWay.begin();
  try {
    const ending = await followToTheEnd(target, options, attempt);
    return judge(target, number, ending, attempt.clock);
  } finally {
    options.underWay.finish(attempt);
  }
}

async function followToTheEnd(target: Checkable, options: CheckOptions, attempt: Attempt): Promise<Ending> {
  const { maxRedirects, timeoutMs } = options;
  let redirects = noRedirects;
  let { url } = target;
  let headers = withCredentials(options.headers.own, target);
  let reused = true;
  let resent = false;
  for (;;) {
    const search = searchFor(target);
    const reply = await options.session.exchange({ attempt, url, headers: readable(headers, target), reader: search });
    const verdict = await conclude(search, reply);
    reused &&= reply.reused;
    resent ||= reply.resent;
    const ending = { reply, problem: null, verdict, redirects, location: null, reused, resent };
    if (reply.kind === "lost") return { ...ending, problem: describeFailure(reply.failure, timeoutMs) };
    if (isExpected(reply.status, target.expected)) return ending;
    const step = followRedirect(reply, url, [...options.sharedSecrets, ...target.secrets]);
    if (step === null) return ending;
    if (maxRedirects === 0) return { ...ending, location: step.shown };
    if (redirects.length >= maxRedirects) return { ...ending, problem: `more than ${count(maxRedirects, "redirect")}` };
    if (step.kind === "refused") return { ...ending, problem: step.problem, location: step.shown };
    redirects = [...redirects, step.shown];
    if (step.url.origin !== url.origin) headers = options.headers.elsewhere;
    url = step.url;
  }
}

/** Null where nothing was searched, or not to the end. */
async function conclude(search: Search | null, reply: Reply): Promise<Verdict | null> {
  return search === null || reply.kind === "lost" ? null : search.end();
}

function searchFor({ text }: Checkable): Search | null {
  return text === null ? null : new Search({ text, unwanted: false });
}

function withCredentials(headers: readonly Header[], { authorization }: Checkable): readonly Header[] {
  if (authorization === null) return headers;
  return [
    ...headers.filter(({ name }) => !sameName(name, "Authorization")),
    { name: "Authorization", value: authorization },
  ];
}

/** A text can only be found in a body that is not compressed, and by itself a server may choose any coding: RFC 9110, section 12.5.3. */
function readable(headers: readonly Header[], { text }: Checkable): readonly Header[] {
  if (text === null || headers.some(({ name }) => sameName(name, "Accept-Encoding"))) return headers;
  return [...headers, { name: "Accept-Encoding", value: "identity" }];
}

function judge(target: Checkable, attempts: number, ending: Ending, clock: Clock): Checked {
  const { reply, redirects, reused, resent, location } = ending;
  const { state, status, message, missing } = compare(target, ending);
  const result: Result = {
    uri: target.shown,
    state,
    status,
    message,
    attempts,
    durationMs: clock.stop(),
    redirects,
    reused,
    resent,
    timings: clock.timings,
    certificate: reply.certificate,
  };
  const isFinal = reply.kind === "answer" || reply.failure.error !== runCancelled;
  const retryAt =
    reply.kind === "answer" && state === "NOK" ? retryTime(reply.status, reply.headers["retry-after"]) : null;
  return { target, result, isFinal, location, retryAt, missing };
}

type Outcome = Pick<Result, "state" | "status" | "message"> & Pick<Checked, "missing">;

function compare({ expected }: Checkable, { reply, problem, verdict }: Ending): Outcome {
  if (reply.kind === "lost" || problem !== null)
    return { state: "ERR", status: null, message: problem ?? "no answer", missing: null };
  const { status } = reply;
  if (!isExpected(status, expected))
    return { state: "NOK", status, message: `${nameStatus(status)}, expected ${expected.text}`, missing: null };
  if (verdict === null || verdict.kind === "proven") return { state: "OK", status, message: "", missing: null };
  if (verdict.kind === "undecodable")
    return { state: "ERR", status: null, message: `the body is not valid ${verdict.coding}`, missing: null };
  return { state: "NOK", status, message: `${nameStatus(status)}, text not found`, missing: { coding: null } };
}

/** Retry-After (RFC 9110, section 10.2.3) of a 429 or 503, in seconds or as a date, on the clock of `now`. */
function retryTime(status: number, value: string | undefined): number | null {
  if (value === undefined || (status !== 429 && status !== 503)) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : now() + ms;
}

/** What is said of a target for which no request was made: a line that is a mistake, or what a cancelled run left over. */
export function leaveUnchecked(target: Target): Checked {
  const isMistake = target.kind === "mistake";
  const result: Result = {
    uri: target.shown,
    state: "ERR",
    status: null,
    message: isMistake ? `${target.problem} (${showPlace(target.place)})` : "not checked (cancelled)",
    attempts: 0,
    durationMs: 0,
    redirects: noRedirects,
    reused: false,
    resent: false,
    timings: new Clock().timings,
    certificate: null,
  };
  return { target, result, isFinal: isMistake, location: null, retryAt: null, missing: null };
}
