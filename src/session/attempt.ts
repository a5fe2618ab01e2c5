import { Clock } from "./clock.ts";

/** Why an attempt was ended before it had settled: its deadline, or the whole run. */
export type EndReason = typeof deadlinePassed | typeof runCancelled;
export const deadlinePassed: unique symbol = Symbol("deadline passed");
export const runCancelled: unique symbol = Symbol("run cancelled");

/**
 * One attempt: its clock, and the means to end it at any stage. It stands in for an AbortController, of which one for
 * each attempt costs a list of thousands a twentieth of its time; a real `AbortSignal` is made where a connection is opened.
 */
export class Attempt {
  readonly clock: Clock = new Clock();
  /** Why it was ended; null while it was not. */
  endReason: EndReason | null = null;
  #controller: AbortController | null = null;
  #listener: ((reason: EndReason) => void) | null = null;

  /** Ends the attempt, once. */
  end(reason: EndReason): void {
    if (this.endReason !== null) return;
    this.endReason = reason;
    this.#controller?.abort(reason);
    this.#listener?.(reason);
  }

  /** Calls `listener` when the attempt is ended, in place of an earlier one; null: nobody. Of an attempt that has ended already, `endReason` tells. */
  onEnd(listener: ((reason: EndReason) => void) | null): void {
    this.#listener = listener;
  }

  /** A signal that is aborted when the attempt is ended. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.endReason !== null) this.#controller.abort(this.endReason);
    return this.#controller.signal;
  }
}

/**
 * The attempts under way: ends each at its deadline, and all of them when the run is cancelled. One timer serves all,
 * as they have the same time: it is set for the earliest deadline, and looks again when it fires.
 */
export class UnderWay {
  readonly #attempts = new Set<Attempt>();
  readonly #timeoutMs: number;
  #timer: NodeJS.Timeout | null = null;

  constructor({ timeoutMs, cancelled }: { timeoutMs: number; cancelled: AbortSignal }) {
    this.#timeoutMs = timeoutMs;
    cancelled.addEventListener("abort", () => {
      for (const attempt of this.#attempts) attempt.end(runCancelled);
    });
  }

  /** Begins an attempt. Whoever does so says when it is over. */
  begin(): Attempt {
    const attempt = new Attempt();
    this.#attempts.add(attempt);
    if (this.#timer === null) this.#wait(this.#timeoutMs);
    else this.#timer.ref();
    return attempt;
  }

  /** Takes note that an attempt is over. */
  finish(attempt: Attempt): void {
    this.#attempts.delete(attempt);
    // Not cleared: a list that is checked one after the other would set a timer for each URI.
    if (this.#attempts.size === 0) this.#timer?.unref();
  }

  #wait(milliseconds: number): void {
    // A plain timer: that of AbortSignal.timeout() does not keep the process, which could end before it. Then one turn
    // of the event loop: Node runs timers before it reads, and where the machine stood still an answer may lie there.
    this.#timer = setTimeout(() => setImmediate(() => this.#endOverdue()), milliseconds);
  }

  #endOverdue(): void {
    this.#timer = null;
    let nextMs = Number.POSITIVE_INFINITY;
    for (const attempt of this.#attempts) {
      // A timer may be a moment early.
      const leftMs = this.#timeoutMs - attempt.clock.elapsedMs();
      if (leftMs <= 0) attempt.end(deadlinePassed);
      else nextMs = Math.min(nextMs, leftMs);
    }
    if (nextMs !== Number.POSITIVE_INFINITY) this.#wait(Math.ceil(nextMs));
  }
}
