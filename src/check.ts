import type { IncomingHttpHeaders } from "node:http";
import { Attempt, deadlinePassed, runCancelled } from "./attempt.ts";
import { toCertificate } from "./certificate.ts";
import type { Exchange } from "./exchange.ts";
import { describeFailure } from "./failure.ts";
import { type Header, type RequestHeaders, sameName } from "./headers.ts";
import { followRedirect } from "./redirect.ts";
import type { Checked, Result } from "./result.ts";
import { openSearch, type Search } from "./search.ts";
import type { Reply, Session } from "./session.ts";
import { isExpected, nameStatus } from "./status.ts";
import { type Checkable, showPlace, type Target } from "./target.ts";
import { count } from "./text.ts";
import { Clock, now } from "./timings.ts";

/** What all checks of a run have in common. */
export interface CheckOptions {
  readonly session: Session;
  readonly headers: RequestHeaders;
  readonly sharedSecrets: readonly string[];
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  /** The attempts under way, for whoever cancels them. */
  readonly underWay: Set<Attempt>;
}

const noRedirects: readonly string[] = [];

/**
 * How one attempt ended: the last reply; why it is not the answer (`problem`); the search of its body; where redirects led,
 * and where one pointed that was not followed (`location`); whether every hop reused a connection, and any was resent.
 */
interface Ending {
  readonly reply: Reply;
  readonly problem: string | null;
  readonly search: Search | null;
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
  const attempt = new Attempt();
  // A plain timer: that of AbortSignal.timeout() does not keep the process, which could end before it.
  let timer = setTimeout(onTime, options.timeoutMs);
  function onTime(): void {
    // The clock may have started a moment after the timer, and a timer may be a moment early.
    const leftMs = options.timeoutMs - attempt.clock.elapsedMs();
    if (leftMs <= 0) attempt.end(deadlinePassed);
    else timer = setTimeout(onTime, Math.ceil(leftMs));
  }
  options.underWay.add(attempt);
  try {
    const ending = await followToTheEnd(target, options, attempt);
    return judge(target, number, ending, attempt.clock);
  } finally {
    clearTimeout(timer);
    options.underWay.delete(attempt);
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
    const { reply, search } = await ask(target, { attempt, url, headers: readable(headers, target) }, options.session);
    reused &&= reply.reused;
    resent ||= reply.resent;
    const ending = { reply, problem: null, search, redirects, location: null, reused, resent };
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

/** One exchange; where a text is expected, its body is searched on the way. */
async function ask({ text }: Checkable, exchange: Omit<Exchange, "openBody">, session: Session): Promise<{ reply: Reply; search: Search | null }> {
  if (text === null) return { reply: await session.exchange(exchange), search: null };
  let search: Search | null = null;
  const openBody = (headers: IncomingHttpHeaders): ((chunk: Buffer) => void) => {
    search = openSearch(text, headers);
    return search.read;
  };
  return { reply: await session.exchange({ ...exchange, openBody }), search };
}

function withCredentials(headers: readonly Header[], { authorization }: Checkable): readonly Header[] {
  if (authorization === null) return headers;
  return [...headers.filter(({ name }) => !sameName(name, "Authorization")), { name: "Authorization", value: authorization }];
}

/** A text can only be found in a body that is not compressed, and by itself a server may choose any coding: RFC 9110, section 12.5.3. */
function readable(headers: readonly Header[], { text }: Checkable): readonly Header[] {
  if (text === null || headers.some(({ name }) => sameName(name, "Accept-Encoding"))) return headers;
  return [...headers, { name: "Accept-Encoding", value: "identity" }];
}

function judge(target: Checkable, attempts: number, ending: Ending, clock: Clock): Checked {
  const { reply, redirects, reused, resent, location } = ending;
  const about = {
    attempts,
    durationMs: clock.stop(),
    redirects,
    reused,
    resent,
    timings: clock.timings,
    certificate: reply.validity ? toCertificate(reply.validity, new Date()) : null,
  };
  const checked = { target, verdict: true, location, retryAt: null, missing: null };
  if (reply.kind === "lost" || ending.problem !== null) {
    const wasCancelled = reply.kind === "lost" && reply.failure.error === runCancelled;
    const result: Result = { uri: target.shown, state: "ERR", status: null, message: ending.problem ?? "no answer", ...about };
    return { ...checked, result, verdict: !wasCancelled };
  }
  const { status, headers } = reply;
  const answered = (state: "OK" | "NOK", message: string): Result => ({ uri: target.shown, state, status, message, ...about });
  const retryAt = retryTime(status, headers["retry-after"]);
  if (!isExpected(status, target.expected)) {
    return { ...checked, result: answered("NOK", `${nameStatus(status)}, expected ${target.expected.text}`), retryAt };
  }
  if (target.text !== null && !ending.search?.found) {
    return { ...checked, result: answered("NOK", `${nameStatus(status)}, text not found`), retryAt, missing: { coding: ending.search?.coding ?? null } };
  }
  return { ...checked, result: answered("OK", "") };
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
  return { target, result, verdict: isMistake, location: null, retryAt: null, missing: null };
}
