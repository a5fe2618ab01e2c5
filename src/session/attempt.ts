import type { Socket } from "node:net";
import { Clock } from "./clock.ts";

/** Why an attempt was ended before it had settled: the reason of its signal. */
export const deadlinePassed: unique symbol = Symbol("deadline passed");
export const runCancelled: unique symbol = Symbol("run cancelled");

/** What ends an attempt. The signal has to be aborted at the end of the run: until then a timer keeps the process. */
export interface Limits {
  readonly timeoutMs: number;
  readonly cancelled: AbortSignal;
}

/** One attempt: its clock, and a signal that ends it at its deadline or with the run. */
export class Attempt {
  /** Counts the attempts at its target, from 1. */
  readonly number: number;
  readonly clock: Clock = new Clock();
  /** Connections that answered an earlier hop of this attempt, and so are alive. */
  readonly heardFrom: WeakSet<Socket> = new WeakSet();
  readonly #limits: Limits;
  readonly #onRenewed: () => void;
  /** The elapsed time at which it ends: the timeout, or later once it was renewed. */
  #allowedMs: number;
  #isRenewed = false;
  #controller = new AbortController();

  constructor(number: number, limits: Limits, onRenewed: () => void) {
    this.number = number;
    this.#limits = limits;
    this.#onRenewed = onRenewed;
    this.#allowedMs = limits.timeoutMs;
    if (limits.cancelled.aborted) this.end(runCancelled);
  }

  /** Aborted with `deadlinePassed` or `runCancelled`. An attempt that is renewed after its deadline has another one. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The milliseconds until its deadline, 0 or less once that has passed. */
  get leftMs(): number {
    return this.#allowedMs - this.clock.elapsedMs();
  }

  end(reason: typeof deadlinePassed | typeof runCancelled): void {
    this.#controller.abort(reason);
  }

  /** Whether its timeout was restarted, because a kept connection was silent. */
  get isRenewed(): boolean {
    return this.#isRenewed;
  }

  /** Restarts the timeout, even after the deadline. Does nothing the second time, or once the run is cancelled. */
  renew(): void {
    if (this.#isRenewed || this.#limits.cancelled.aborted) return;
    this.#isRenewed = true;
    this.#allowedMs = this.clock.elapsedMs() + this.#limits.timeoutMs;
    if (this.signal.aborted) this.#controller = new AbortController();
    this.#onRenewed();
  }
}

/** The deadlines of the attempts under way. One timer serves all: one for each costs a list of 3,500 URIs 7 MiB. */
export class Deadlines {
  readonly #limits: Limits;
  readonly #underWay = new Set<Attempt>();
  /** Left running between attempts, so that a list does not set one for each URI. */
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
    limits.cancelled.addEventListener("abort", () => {
      clearTimeout(this.#timer);
      for (const attempt of this.#underWay) attempt.end(runCancelled);
    });
  }

  /** Starts the `number`-th attempt at a target; the caller must pass it to `finish`. */
  begin(number: number): Attempt {
    const watch = (): void => {
      const { timeoutMs, cancelled } = this.#limits;
      if (this.#timer === undefined && !cancelled.aborted) this.#wait(timeoutMs);
    };
    const attempt = new Attempt(number, this.#limits, watch);
    this.#underWay.add(attempt);
    watch();
    return attempt;
  }

  finish(attempt: Attempt): void {
    this.#underWay.delete(attempt);
  }

  #wait(milliseconds: number): void {
    // A plain timer: that of AbortSignal.timeout() does not keep the process, which could end before it. Then one turn
    // of the event loop: Node runs timers before it reads, and after a pause of the machine an answer may lie unread.
    this.#timer = setTimeout(() => setImmediate(() => this.#endOverdue()), milliseconds);
  }

  #endOverdue(): void {
    this.#timer = undefined;
    let nextMs = Number.POSITIVE_INFINITY;
    for (const attempt of this.#underWay) {
      if (attempt.signal.aborted) continue;
      // A timer may be a moment early.
      const { leftMs } = attempt;
      if (leftMs <= 0) attempt.end(deadlinePassed);
      else nextMs = Math.min(nextMs, leftMs);
    }
    if (nextMs !== Number.POSITIVE_INFINITY) this.#wait(Math.ceil(nextMs));
  }
}
