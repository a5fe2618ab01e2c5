import type { IncomingHttpHeaders } from "node:http";
import { Echoes } from "../echoes.ts";
import { ok } from "../inputs/status.ts";
import { type Checkable, type SitemapTarget, showPlace, type Target, type UriTarget } from "../inputs/target.ts";
import { originOf } from "../origin.ts";
import type { Checked, Judgement } from "../result.ts";
import type { Attempt } from "../session/attempt.ts";
import { noTimings } from "../session/clock.ts";
import type { Failure } from "../session/failure.ts";
import { type Ending, type FollowOptions, follow, noAnswer } from "./follow.ts";
import { judge, outcomeOf } from "./judge.ts";
import type { Pages, Taken } from "./pages.ts";
import { isForeign } from "./redirect.ts";
import { retryTime } from "./retry-after.ts";
import { Search } from "./search.ts";
import type { SitemapReader } from "./sitemap.ts";

/** What all checks of a run have in common. */
export interface CheckOptions extends FollowOptions {
  /** Secrets that every request may carry, and that a server may echo. */
  readonly sharedSecrets: readonly string[];
}

/** What one attempt came to, and the targets that it found: what a sitemap names. */
export interface Visit {
  readonly checked: Checked;
  readonly found: readonly Checkable[];
}

/**
 * Makes one attempt at a URI. Settles within the timeout (two where a kept connection was silent), or at once when the
 * run is cancelled. Rejects only for a bug.
 */
export async function checkUri(target: UriTarget, attempt: Attempt, options: CheckOptions): Promise<Visit> {
  const { expected } = target;
  const { status, text } = expected;
  const echoes = echoesOf(target, options);
  const openReader = text === null ? null : (headers: IncomingHttpHeaders) => new Search(text, headers);
  const ending = await follow(target, { status, openReader }, { attempt, echoes, options });
  const judgement = await judge(expected, ending, echoes);
  const strayed = judgement.kind === "as expected" && isStrayed(target, ending);
  const strayedTo = strayed ? echoes.hideHost(ending.address) : null;
  const checked = toChecked(target, attempt, { judgement, ending, strayedTo, named: null });
  return { checked, found: [] };
}

export interface SitemapOptions extends CheckOptions {
  /** Takes what sitemaps name. */
  readonly pages: Pages;
}

/** The same for a sitemap. */
export async function checkSitemap(target: SitemapTarget, attempt: Attempt, options: SitemapOptions): Promise<Visit> {
  const echoes = echoesOf(target, options);
  const openReader = (headers: IncomingHttpHeaders): SitemapReader => options.pages.openReader(headers, attempt.signal);
  const ending = await follow(target, { status: ok, openReader }, { attempt, echoes, options });
  const taken = await readSitemap(target, ending, { signal: attempt.signal, echoes, options });
  const checked = toChecked(target, attempt, { ...taken, ending, strayedTo: null });
  return { checked, found: taken.found };
}

async function readSitemap(
  target: SitemapTarget,
  { outcome, address, reader }: Ending<SitemapReader>,
  { signal, echoes, options }: { signal: AbortSignal; echoes: Echoes; options: SitemapOptions },
): Promise<Taken> {
  const nothing = { found: [], named: null };
  if (outcome.kind !== "answer") return { judgement: outcome, ...nothing };
  if (reader === null) return { judgement: { kind: "wrong status", expected: ok.text }, ...nothing };
  const content = await reader.end();
  const taken = content && (await options.pages.take(target, { answeredAt: address, content, echoes, signal }));
  if (taken !== null) return taken;
  // It had come in whole, but there was no time to read all of it.
  const failure: Failure = { kind: "failure", error: signal.reason, stage: "receive", proxy: null, host: "" };
  return { judgement: noAnswer(failure, options.timeoutMs), ...nothing };
}

/** Whether redirects led to a foreign host, though the line does not say that they do. */
function isStrayed(target: UriTarget, { redirects, address }: Ending<unknown>): boolean {
  return redirects.length > 0 && target.expected.end === null && isForeign(address, target.address);
}

/** Finds what a server may have been sent in what it sends back. Pages on an origin that a server chose get nothing. */
function echoesOf(target: Checkable, { sharedSecrets }: CheckOptions): Echoes {
  const secrets = [...sharedSecrets, ...target.secrets];
  return new Echoes(secrets, target.getsHeaders ? originOf(target.address) : null);
}

/** What came of an attempt. */
interface Known extends Pick<Checked, "judgement" | "strayedTo" | "named"> {
  readonly ending: Ending<unknown>;
}

function toChecked(target: Checkable, attempt: Attempt, known: Known): Checked {
  const { judgement, ending, strayedTo, named } = known;
  const { outcome, step, redirects, reused, opened, resent, certificate } = ending;
  const answer = outcome.kind === "answer" ? outcome : null;
  const { durationMs, timings } = attempt.clock.stop();
  const course = { attempts: attempt.number, durationMs, redirects, reused, resent, timings, certificate };
  const isSaidAlready = judgement.kind === "as expected" || judgement.kind === "wrong target";
  return {
    target,
    result: { uri: target.shown, ...outcomeOf(judgement, answer?.status ?? 0), ...course },
    judgement,
    unfollowed: step === null || step.kind === "invalid" || isSaidAlready ? null : step.shown,
    opened,
    strayedTo,
    named,
    retryAt: answer === null || judgement.kind === "as expected" ? null : retryTime(answer.status, answer.headers),
  };
}

/**
 * What is said of a target for which no request was made: a line that is a mistake, or what a cancelled run left over.
 */
export function leaveUnchecked(target: Target): Checked {
  const judgement: Judgement =
    target.kind === "mistake"
      ? { kind: "mistake", problem: `${target.problem} (${showPlace(target.place)})` }
      : { kind: "cancelled", cause: null };
  return {
    target,
    result: {
      uri: target.shown,
      ...outcomeOf(judgement, 0),
      attempts: 0,
      durationMs: 0,
      redirects: [],
      reused: false,
      resent: false,
      timings: noTimings,
      certificate: null,
    },
    judgement,
    unfollowed: null,
    opened: false,
    strayedTo: null,
    named: null,
    retryAt: null,
  };
}
