import type { Timings } from "./result.ts";

/** What an attempt is busy with, in the order in which it happens; `proxy` is all that a proxy takes until it is a way to the server. */
export type Stage = "lookup" | "connect" | "proxy" | "tls" | "send" | "wait" | "receive";

// HAR 1.2, "timings": connect includes ssl.
const phasesOf: Readonly<Record<Stage, readonly (keyof Timings)[]>> = {
  lookup: ["dns"],
  connect: ["connect"],
  proxy: ["connect"],
  tls: ["connect", "ssl"],
  send: ["send"],
  wait: ["wait"],
  receive: ["receive"],
};

/**
 * The clock of one attempt. It runs from the first `enter`, so that what Node takes to load is no one's time. `enter` ends the stage under way and begins another; `stop` ends the last one, so that a
 * phase which a failure cut short has the time it had taken. Going through a stage again (redirects, a resend) adds up.
 */
export interface Clock {
  readonly timings: Timings;
  readonly stage: Stage | null;
  enter(stage: Stage): void;
  /** Returns the milliseconds since the first stage began, 0 without any. */
  stop(): number;
}

/** A clock that is in no stage yet. */
export function openClock(): Clock {
  const timings: Timings = { dns: -1, connect: -1, ssl: -1, send: -1, wait: -1, receive: -1 };
  let stage: Stage | null = null;
  let startedAt = Number.NaN;
  let since = Number.NaN;

  const endStage = (): void => {
    const end = now();
    if (stage !== null) for (const phase of phasesOf[stage]) timings[phase] = Math.max(timings[phase], 0) + end - since;
    since = end;
  };
  return {
    timings,
    get stage() {
      return stage;
    },
    enter(next) {
      endStage();
      if (stage === null) startedAt = since;
      stage = next;
    },
    stop() {
      endStage();
      return stage === null ? 0 : since - startedAt;
    },
  };
}

/** The longest delay of a Node timer: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
export const maxTimerMs: number = 2 ** 31 - 1;

/** A monotonic time in milliseconds. Not performance.now(), with which Node loads a tenth more of itself. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The milliseconds that opening connections took: 0 where none was opened. */
export function connectingMs({ dns, connect }: Timings): number {
  return Math.max(dns, 0) + Math.max(connect, 0);
}

/** The same timings to the microsecond, which is what the clock can tell. */
export function roundTimings(timings: Timings): Timings {
  const { dns, connect, ssl, send, wait, receive } = timings;
  return { dns: round(dns), connect: round(connect), ssl: round(ssl), send: round(send), wait: round(wait), receive: round(receive) };
}

/** Milliseconds with three decimals. */
export function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
