import type { IncomingHttpHeaders } from "node:http";
import { count } from "../duration.ts";
import type { Echoes } from "../echoes.ts";
import { type Header, type RequestHeaders, sameName } from "../inputs/headers.ts";
import { type ExpectedStatus, isExpected } from "../inputs/status.ts";
import type { Checkable } from "../inputs/target.ts";
import { originOf } from "../origin.ts";
import type { Certificate, Judgement } from "../result.ts";
import { type Attempt, runCancelled } from "../session/attempt.ts";
import type { Answer, BodyReader } from "../session/exchange.ts";
import { describeFailure, type Failure } from "../session/failure.ts";
import type { Session } from "../session/session.ts";
import { describeRefusal, readRedirect, type Step } from "./redirect.ts";

/** What all checks of a run follow redirects with. */
export interface FollowOptions {
  readonly session: Session;
  readonly headers: RequestHeaders;
  readonly timeoutMs: number;
  readonly maxRedirects: number;
}

/** What one attempt follows redirects with. */
export interface FollowContext {
  readonly attempt: Attempt;
  /** Taken out of addresses that a server chose. */
  readonly echoes: Echoes;
  readonly options: FollowOptions;
}

/** What an attempt asks for. */
export interface Wanted<Reader extends BodyReader> {
  readonly status: ExpectedStatus;
  /** Opens what reads the body of an answer with this status; null: nobody has a use for it. */
  readonly openReader: ((headers: IncomingHttpHeaders) => Reader) | null;
}

export type NoAnswer = Extract<Judgement, { readonly kind: "no answer" | "cancelled" }>;

/** Where and how the hops of one attempt ended. */
export interface Ending<Reader> {
  readonly outcome: Answer | NoAnswer;
  /** null: no answer of the wanted status, or nobody reads its body. */
  readonly reader: Reader | null;
  /** That of the last hop. */
  readonly address: string;
  /** The redirect that the last answer asks for, and that was not followed. */
  readonly step: Step | null;
  /** Where redirects led, fit to be shown. */
  readonly redirects: readonly string[];
  /** Whether every hop used an open connection. */
  readonly reused: boolean;
  /** Whether any hop went over a connection that was opened for it. */
  readonly opened: boolean;
  /** Whether any hop was resent. */
  readonly resent: boolean;
  readonly certificate: Certificate | null;
}

const noRedirects: readonly string[] = [];

/** Asks for a target and follows redirects, until there is an answer of the wanted status or nothing more to follow. */
export async function follow<Reader extends BodyReader>(
  target: Checkable,
  wanted: Wanted<Reader>,
  { attempt, echoes, options }: FollowContext,
): Promise<Ending<Reader>> {
  const { session, maxRedirects, timeoutMs } = options;
  let redirects: readonly string[] = noRedirects;
  let { address } = target;
  let headers = headersFor(target, options.headers);
  let reader: Reader | null = null;
  let reused = true;
  let opened = false;
  let resent = false;
  for (;;) {
    const reply = await session.send(
      {
        address,
        headers: wanted.openReader === null ? headers : plainly(headers),
        expects408: isExpected(408, wanted.status),
        readerFor: (answer) => {
          if (isExpected(answer.status, wanted.status)) reader = wanted.openReader?.(answer.headers) ?? null;
          return reader;
        },
      },
      attempt,
    );
    reused &&= reply.reused;
    opened ||= reply.opened;
    resent ||= reply.resent;
    const { outcome, certificate } = reply;
    const end = (how: Answer | NoAnswer, step: Step | null): Ending<Reader> => {
      return { outcome: how, reader, address, step, redirects, reused, opened, resent, certificate };
    };
    if (outcome.kind === "failure") return end(noAnswer(fitToShow(outcome, address, echoes), timeoutMs), null);
    const step = readRedirect(outcome, address, echoes);
    if (step === null || maxRedirects === 0 || isExpected(outcome.status, wanted.status)) return end(outcome, step);
    if (redirects.length >= maxRedirects) {
      return end({ kind: "no answer", cause: [`more than ${count(maxRedirects, "redirect")}`] }, null);
    }
    if (step.kind !== "follow") return end({ kind: "no answer", cause: describeRefusal(step) }, step);
    redirects = [...redirects, step.shown];
    // Another origin gets nothing that was meant for the first one, and the first one does not get it back.
    if (originOf(step.address) !== originOf(address)) headers = options.headers.elsewhere;
    address = step.address;
  }
}

/** A failure without the host where a server has put a secret into that. */
function fitToShow(failure: Failure, address: string, echoes: Echoes): Failure {
  return echoes.isInHost(address) ? { ...failure, host: "***" } : failure;
}

/** What is to be said of a failure. */
export function noAnswer(failure: Failure, timeoutMs: number): NoAnswer {
  const kind = failure.error === runCancelled ? "cancelled" : "no answer";
  return { kind, cause: describeFailure(failure, timeoutMs) };
}

function headersFor({ authorization, getsHeaders }: Checkable, { own, elsewhere }: RequestHeaders): readonly Header[] {
  const headers = getsHeaders ? own : elsewhere;
  if (authorization === null) return headers;
  return [
    ...headers.filter(({ name }) => !sameName(name, "Authorization")),
    { name: "Authorization", value: authorization },
  ];
}

/** By itself a server may choose any coding for a body that is to be read: RFC 9110, section 12.5.3. */
function plainly(headers: readonly Header[]): readonly Header[] {
  if (headers.some(({ name }) => sameName(name, "Accept-Encoding"))) return headers;
  return [...headers, { name: "Accept-Encoding", value: "identity" }];
}
