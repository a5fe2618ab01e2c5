import { now } from "../duration.ts";
import type { Timings } from "../result.ts";

/** What an attempt is busy with, in order; `proxy` is all that a proxy takes until it is a way to the server. */
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

/** The timings of what never began. */
export const noTimings: Timings = { dns: -1, connect: -1, ssl: -1, send: -1, wait: -1, receive: -1 };

/**
 * The clock of one attempt. It runs from the first `enter`, so that loading Node's modules is not counted. `enter` ends
 * the stage under way and begins another. Going through a stage again (redirects, a resend) adds up.
 */
export class Clock {
  readonly #timings: { -readonly [Phase in keyof Timings]: number } = { ...noTimings };
  #stage: Stage | null = null;
  #startedAt = now();
  #since = 0;

  /** The stage under way; null before the first. */
  get stage(): Stage | null {
    return this.#stage;
  }

  enter(stage: Stage): void {
    this.#endStage();
    if (this.#stage === null) this.#startedAt = this.#since;
    this.#stage = stage;
  }

  /** The request is sent. Its answer may have come before that was known: then nothing changes. */
  enterWait(): void {
    if (this.#stage === "send") this.enter("wait");
  }

  /** The milliseconds since the first stage began, or since the clock was made where none has. */
  elapsedMs(): number {
    return now() - this.#startedAt;
  }

  /**
   * Ends the last stage, so that a phase which a failure cut short has the time it had taken. Returns the milliseconds
   * since the first stage began (0 without any) and those of each phase, rounded to the microsecond.
   */
  stop(): { durationMs: number; timings: Timings } {
    this.#endStage();
    const { dns, connect, ssl, send, wait, receive } = this.#timings;
    return {
      durationMs: this.#stage === null ? 0 : round(this.#since - this.#startedAt),
      timings: {
        dns: round(dns),
        connect: round(connect),
        ssl: round(ssl),
        send: round(send),
        wait: round(wait),
        receive: round(receive),
      },
    };
  }

  #endStage(): void {
    const end = now();
    if (this.#stage !== null) {
      for (const phase of phasesOf[this.#stage]) {
        this.#timings[phase] = Math.max(this.#timings[phase], 0) + end - this.#since;
      }
    }
    this.#since = end;
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
