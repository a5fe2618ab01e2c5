import { now } from "../duration.ts";
import type { Timings } from "../result.ts";

/** What an attempt is busy with, in the order in which it happens; `proxy` is all that a proxy takes until it is a way to the server. */
export type Stage = "lookup" | "connect" | "proxy" | "tls" | "send" | "wait" | "receive";

/** Whether the first hop is not reached yet: the proxy, where the way leads through one, the server otherwise. */
export function isOnTheWay(stage: Stage | null): boolean {
  return stage === "lookup" || stage === "connect" || stage === "proxy";
}

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
 * The clock of one attempt. It runs from the first `enter`, so that what Node takes to load is no one's time; until then
 * `elapsedMs` counts from when it was made, so that a deadline holds all the same. `enter` ends the stage under way and
 * begins another; `stop` ends the last one, so that a phase which a failure cut short has the time it had taken. Going
 * through a stage again (redirects, a resend) adds up.
 */
export class Clock {
  readonly timings: { -readonly [Phase in keyof Timings]: number } = {
    dns: -1,
    connect: -1,
    ssl: -1,
    send: -1,
    wait: -1,
    receive: -1,
  };
  stage: Stage | null = null;
  #startedAt = now();
  #since = 0;

  enter(stage: Stage): void {
    this.#endStage();
    if (this.stage === null) this.#startedAt = this.#since;
    this.stage = stage;
  }

  /** The milliseconds since the first stage began, or since the clock was made where none has. */
  elapsedMs(): number {
    return now() - this.#startedAt;
  }

  /** Rounds the timings to the microsecond and returns the milliseconds since the first stage began, 0 without any. */
  stop(): number {
    this.#endStage();
    const { timings } = this;
    timings.dns = round(timings.dns);
    timings.connect = round(timings.connect);
    timings.ssl = round(timings.ssl);
    timings.send = round(timings.send);
    timings.wait = round(timings.wait);
    timings.receive = round(timings.receive);
    return this.stage === null ? 0 : round(this.#since - this.#startedAt);
  }

  #endStage(): void {
    const end = now();
    if (this.stage !== null)
      for (const phase of phasesOf[this.stage])
        this.timings[phase] = Math.max(this.timings[phase], 0) + end - this.#since;
    this.#since = end;
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
