import { Clock } from "./timings.ts";

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
