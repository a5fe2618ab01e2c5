import type { Socket } from "node:net";
import { Clock } from "./clock.ts";

/** Why an attempt was ended before it had settled: the reason of its signal. */
export const deadlinePassed: unique symbol = Symbol("deadline passed");
export const runCancelled: unique symbol = Symbol("run cancelled");

/** What ends an attempt. */
export interface Limits {
  readonly timeoutMs: number;
  readonly cancelled: AbortSignal;
}

/** One attempt: its clock, and a signal that ends it at its deadline or with the run. Its maker calls `finish`. */
export class Attempt {
  readonly clock: Clock = new Clock();
  /** The connections that brought it an answer, to a redirect: whatever they do later, they are not deaf. */
  readonly heardFrom: WeakSet<Socket> = new WeakSet();
  readonly #limits: Limits;
  /** How much its clock may show: the timeout, and more once it was renewed. */
  #allowedMs: number;
  #isRenewed = false;
  #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#allowedMs = limits.timeoutMs;
    if (limits.cancelled.aborted) this.#cancel();
    limits.cancelled.addEventListener("abort", this.#cancel);
    this.#wait(limits.timeoutMs);
  }

  /** Aborted with `deadlinePassed` or `runCancelled`. An attempt that is renewed after its deadline has another one. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether its timeout began anew, because a kept connection was silent. */
  get isRenewed(): boolean {
    return this.#isRenewed;
  }

  /** Begins its timeout anew, also where its deadline has passed. Changes nothing if that was done before, or if the run is cancelled. */
  renew(): void {
    if (this.#isRenewed || this.#limits.cancelled.aborted) return;
    this.#isRenewed = true;
    this.#allowedMs = this.clock.elapsedMs() + this.#limits.timeoutMs;
    if (this.signal.aborted) this.#controller = new AbortController();
    this.#wait(this.#limits.timeoutMs);
  }

  /** Stops the deadline. */
  finish(): void {
    clearTimeout(this.#timer);
    this.#limits.cancelled.removeEventListener("abort", this.#cancel);
  }

  readonly #cancel = (): void => this.#controller.abort(runCancelled);

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    // A plain timer: that of AbortSignal.timeout() does not keep the process, which could end before it. Then one turn
    // of the event loop: Node runs timers before it reads, and where the machine stood still an answer may lie there.
    this.#timer = setTimeout(() => setImmediate(() => this.#endIfOverdue()), milliseconds);
  }

  #endIfOverdue(): void {
    // A timer may be a moment early.
    const leftMs = this.#allowedMs - this.clock.elapsedMs();
    if (leftMs > 0) this.#wait(Math.ceil(leftMs));
    else this.#controller.abort(deadlinePassed);
  }
}
