import { acceptedDurations, durationAdvice, parseDuration } from "../duration.ts";
import { quote } from "./quote.ts";
import { parseShard, type Shard } from "./shard.ts";
import { acceptedStatuses, type ExpectedStatus, ok, parseExpectedStatus } from "./status.ts";

/** The inputs that are one value each; times in milliseconds. */
export interface Settings {
  readonly expectedStatus: ExpectedStatus;
  readonly timeoutMs: number;
  readonly retryForMs: number;
  readonly retryDelayMs: number;
  readonly maxRedirects: number;
  readonly concurrency: number;
  readonly certificateWarningDays: number;
  readonly shard: Shard | null;
}

/** What an input may be. */
interface Kind<T> {
  readonly accepted: string;
  /** undefined for what is not accepted. */
  parse(text: string): T | undefined;
  /** What to write instead of a likely mistake. */
  advise?(text: string): string | null;
}

const aStatus: Kind<ExpectedStatus> = { accepted: acceptedStatuses, parse: parseExpectedStatus };
const aDuration: Kind<number> = { accepted: acceptedDurations, parse: parseDuration, advise: durationAdvice };
const aTimeout: Kind<number> = {
  accepted: `${acceptedDurations}, and not 0`,
  parse: (text) => {
    const ms = parseDuration(text);
    return ms === undefined || ms < 1 ? undefined : ms;
  },
  advise: durationAdvice,
};
const aShard: Kind<Shard | null> = { accepted: "i/n with 1 <= i <= n, such as 2/4", parse: parseShard };

function aNumberFrom(least: number, noun = "a whole number"): Kind<number> {
  return {
    accepted: `${noun} from ${least} up`,
    parse: (text) => {
      const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return Number.isSafeInteger(number) && number >= least ? number : undefined;
    },
  };
}

/**
 * Reads the inputs that are one value each; `given` gets the text of an input by its name. An empty text means the
 * default, and so does one that is not accepted, so that the other inputs can still be read.
 */
export function readSettings(given: (name: string) => string): { settings: Settings; problems: string[] } {
  const read = <T>(name: string, kind: Kind<T>, byDefault: T): { value: T; problem: string | null } => {
    const text = given(name);
    if (text === "") return { value: byDefault, problem: null };
    const value = kind.parse(text);
    if (value !== undefined) return { value, problem: null };
    const advice = kind.advise?.(text) ?? null;
    const why = advice === null ? "" : `: ${advice}`;
    return { value: byDefault, problem: `${name}: ${quote(text)} is not accepted${why}; accepted: ${kind.accepted}` };
  };
  const expectedStatus = read("expected-status", aStatus, ok);
  const timeout = read("timeout", aTimeout, 10_000);
  const retryFor = read("retry-for", aDuration, 0);
  const retryDelay = read("retry-delay", aDuration, 5000);
  const maxRedirects = read("max-redirects", aNumberFrom(0), 10);
  const concurrency = read("concurrency", aNumberFrom(1), 1);
  const certificateDays = read("certificate-warning-days", aNumberFrom(0, "a whole number of days"), 14);
  const shard = read("shard", aShard, null);
  const all = [expectedStatus, timeout, retryFor, retryDelay, maxRedirects, concurrency, certificateDays, shard];
  return {
    settings: {
      expectedStatus: expectedStatus.value,
      timeoutMs: timeout.value,
      retryForMs: retryFor.value,
      retryDelayMs: retryDelay.value,
      maxRedirects: maxRedirects.value,
      concurrency: concurrency.value,
      certificateWarningDays: certificateDays.value,
      shard: shard.value,
    },
    problems: all.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}
