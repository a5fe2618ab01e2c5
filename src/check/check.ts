import { count, now } from "../duration.ts";
import { type Header, type RequestHeaders, sameName } from "../inputs/headers.ts";
import { isExpected, nameStatus } from "../inputs/status.ts";
import { type Checkable, type Expectation, showPlace, type Target } from "../inputs/target.ts";
import { type Checked, type Judgement, type Outcome, plain, type Sentence } from "../result.ts";
import { type Attempt, runCancelled, type UnderWay } from "../session/attempt.ts";
import { Clock } from "../session/clock.ts";
import { describeFailure } from "../session/failure.ts";
import type { Reply, Session } from "../session/session.ts";
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
  readonly problem: Sentence | null;
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
    if (reply.kind === "lost") return { ...ending, problem: [describeFailure(reply.failure, timeoutMs)] };
    if (isExpected(reply.status, expectationOf(target).status)) return ending;
    const step = followRedirect(reply, url, [...options.sharedSecrets, ...target.secrets]);
    if (step === null) return ending;
    if (maxRedirects === 0) return { ...ending, location: step.shown };
    if (redirects.length >= maxRedirects)
      return { ...ending, problem: [`more than ${count(maxRedirects, "redirect")}`] };
    if (step.kind === "refused") return { ...ending, problem: [step.problem], location: step.shown };
    redirects = [...redirects, step.shown];
    if (step.url.origin !== url.origin) headers = options.headers.elsewhere;
    url = step.url;
  }
}

/** Null where nothing was searched, or not to the end. */
async function conclude(search: Search | null, reply: Reply): Promise<Verdict | null> {
  return search === null || reply.kind === "lost" ? null : search.end();
}

function searchFor(target: Checkable): Search | null {
  const { text } = expectationOf(target);
  return text === null ? null : new Search(text);
}

function withCredentials(headers: readonly Header[], { authorization }: Checkable): readonly Header[] {
  if (authorization === null) return headers;
  return [
    ...headers.filter(({ name }) => !sameName(name, "Authorization")),
    { name: "Authorization", value: authorization },
  ];
}

/** A text can only be found in a body that is not compressed, and by itself a server may choose any coding: RFC 9110, section 12.5.3. */
function readable(headers: readonly Header[], target: Checkable): readonly Header[] {
  if (expectationOf(target).text === null || headers.some(({ name }) => sameName(name, "Accept-Encoding")))
    return headers;
  return [...headers, { name: "Accept-Encoding", value: "identity" }];
}

function judge(target: Checkable, attempts: number, ending: Ending, clock: Clock): Checked {
  const { reply, redirects, reused, resent, location } = ending;
  const judgement = compare(target, ending);
  const durationMs = clock.stop();
  const { timings } = clock;
  const course = { attempts, durationMs, redirects, reused, resent, timings, certificate: reply.certificate };
  const outcome = outcomeOf(judgement, reply.kind === "answer" ? reply.status : 0);
  const retryAt =
    reply.kind === "answer" && outcome.state === "NOK" ? retryTime(reply.status, reply.headers["retry-after"]) : null;
  return {
    target,
    result: { uri: target.shown, ...outcome, ...course },
    judgement,
    unfollowed: location,
    strayedTo: null,
    pages: null,
    retryAt,
  };
}

function compare(target: Checkable, { reply, problem, verdict }: Ending): Judgement {
  const expected = expectationOf(target);
  if (reply.kind === "lost" && reply.failure.error === runCancelled) return { kind: "cancelled" };
  if (reply.kind === "lost" || problem !== null) return { kind: "no answer", cause: problem ?? ["no answer"] };
  if (!isExpected(reply.status, expected.status)) return { kind: "wrong status", expected: expected.status.text };
  if (expected.text === null || verdict === null || verdict.kind === "proven") return { kind: "as expected" };
  if (verdict.kind === "undecodable") return { kind: "no answer", cause: [`the body is not valid ${verdict.coding}`] };
  return { kind: "wrong text", ...expected.text, obstacle: verdict.obstacle };
}

function outcomeOf(judgement: Judgement, status: number): Outcome {
  switch (judgement.kind) {
    case "as expected":
      return { state: "OK", status, message: "" };
    case "wrong status":
      return { state: "NOK", status, message: `${nameStatus(status)}, expected ${judgement.expected}` };
    case "wrong text":
      return { state: "NOK", status, message: `${nameStatus(status)}, text not found` };
    case "wrong target":
      return { state: "NOK", status, message: `${nameStatus(status)}, leads to ${judgement.leadsTo}` };
    case "no answer":
      return { state: "ERR", status: null, message: plain(judgement.cause) };
    case "mistake":
      return { state: "ERR", status: null, message: judgement.problem };
    case "cancelled":
      return { state: "ERR", status: null, message: "not checked (cancelled)" };
  }
}

const byDefault: Expectation = { status: { text: "200", ranges: [{ from: 200, to: 200 }] }, text: null, end: null };

function expectationOf(target: Checkable): Expectation {
  return target.kind === "uri" ? target.expected : byDefault;
}

/** Retry-After (RFC 9110, section 10.2.3) of a 429 or 503, in seconds or as a date, on the clock of `now`. */
function retryTime(status: number, value: string | undefined): number | null {
  if (value === undefined || (status !== 429 && status !== 503)) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : now() + ms;
}

/** What is said of a target for which no request was made: a line that is a mistake, or what a cancelled run left over. */
export function leaveUnchecked(target: Target): Checked {
  const judgement: Judgement =
    target.kind === "mistake"
      ? { kind: "mistake", problem: `${target.problem} (${showPlace(target.place)})` }
      : { kind: "cancelled" };
  const course = {
    attempts: 0,
    durationMs: 0,
    redirects: noRedirects,
    reused: false,
    resent: false,
    timings: new Clock().timings,
    certificate: null,
  };
  return {
    target,
    result: { uri: target.shown, ...outcomeOf(judgement, 0), ...course },
    judgement,
    unfollowed: null,
    strayedTo: null,
    pages: null,
    retryAt: null,
  };
}
