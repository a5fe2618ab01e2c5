import { maxTimerMs, now } from "../duration.ts";
import type { Checkable, Target } from "../inputs/target.ts";
import type { Checked, Listener } from "../result.ts";

/** How to go through a list; times in milliseconds. `check` makes one attempt (`number` counts from 1), `freshen` makes the next connections fresh ones. */
export interface Plan {
  readonly targets: readonly Target[];
  readonly concurrency: number;
  readonly retryForMs: number;
  readonly retryDelayMs: number;
  readonly timeoutMs: number;
  readonly cancelled: AbortSignal;
  check(target: Checkable, number: number): Promise<Checked>;
  leaveUnchecked(target: Target): Checked;
  freshen(): void;
  readonly listener: Listener;
}

/** The rounds of a run. */
export interface Rounds {
  /** What is known of every target, in list order and at any time, so that nothing is lost on the way. */
  results(): Checked[];
  /** Makes all rounds. Settles when everything is up, when time is over, or soon after `cancelled`. */
  run(): Promise<void>;
}

/** Prepares the rounds: the first checks every target, each later one what is not up yet, until `retryForMs` after the first. */
export function planRounds(plan: Plan): Rounds {
  const { targets, concurrency, retryForMs, retryDelayMs, timeoutMs, cancelled } = plan;
  const known: (Checked | undefined)[] = [];
  // Positions whose last word was that they will be repeated.
  const announced = new Set<number>();
  let retryUntil = Number.POSITIVE_INFINITY;
  let met = 0;

  function tell(checked: Checked, isFirst: boolean, willRetry: boolean): void {
    if (isFirst) met += 1;
    plan.listener.attempted(checked, { position: isFirst ? met : null, total: targets.length, willRetry });
  }

  /** When a failed target may be asked again: a Retry-After past `retryUntil` binds nobody, or its server would never be asked. */
  const dueTime = ({ retryAt }: Checked): number => (retryAt !== null && retryAt <= retryUntil ? retryAt : 0);
  const mayRepeat = ({ target, result }: Checked): boolean =>
    target.kind !== "mistake" && result.state !== "OK" && !cancelled.aborted;

  function settle(position: number, checked: Checked): void {
    // An attempt that was cancelled tells nothing: what an earlier one found stands.
    const wasCancelled = checked.judgement.kind === "cancelled";
    if (wasCancelled && checked.result.attempts > 1) return;
    const isFirst = known[position] === undefined;
    known[position] = checked;
    const willRepeat =
      mayRepeat(checked) &&
      retryForMs > 0 &&
      retryDelayMs <= retryForMs &&
      Math.max(now() + retryDelayMs, dueTime(checked)) <= retryUntil;
    if (willRepeat) announced.add(position);
    else announced.delete(position);
    tell(checked, isFirst, willRepeat);
  }

  async function attempt(position: number): Promise<void> {
    const target = targets[position];
    if (target === undefined) return;
    const attempts = known[position]?.result.attempts ?? 0;
    settle(position, target.kind !== "mistake" ? await plan.check(target, attempts + 1) : plan.leaveUnchecked(target));
  }

  /** Up to `concurrency` attempts at once; each takes the next target as soon as it is free, so that a slow one holds nobody up. */
  async function makeRound(positions: readonly number[]): Promise<void> {
    const queue = positions.values();
    const work = async (): Promise<void> => {
      for (const position of queue) {
        if (cancelled.aborted) return;
        await attempt(position);
        // A round that began in time may run over `retryUntil`, but begins nothing more one timeout after it.
        if (now() > retryUntil + timeoutMs) return;
      }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, positions.length) }, work));
  }

  async function retry(): Promise<void> {
    let roundEnd = now();
    retryUntil = roundEnd + retryForMs;
    while (retryForMs > 0) {
      const open = [...results().entries()].filter(([, checked]) => mayRepeat(checked));
      const earliest = open.reduce((time, [, checked]) => Math.min(time, dueTime(checked)), Number.POSITIVE_INFINITY);
      const start = Math.max(roundEnd + retryDelayMs, earliest);
      if (start > retryUntil) return;
      await pause(start - now(), cancelled);
      if (cancelled.aborted) return;
      plan.freshen();
      await makeRound(open.filter(([, checked]) => dueTime(checked) <= start).map(([position]) => position));
      roundEnd = now();
    }
  }

  const results = (): Checked[] => targets.map((target, position) => known[position] ?? plan.leaveUnchecked(target));

  return {
    results,
    async run() {
      await makeRound([...targets.keys()]);
      await retry();
      for (const [position, checked] of results().entries()) {
        if (known[position] === undefined) tell(checked, true, false);
        else if (announced.has(position))
          plan.listener.notRetried(checked, cancelled.aborted ? "cancelled" : "retry-for is over");
      }
    },
  };
}

/** Waits, but not past an abort. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    // Rounded up: a timer may fire within the millisecond before its time.
    const timer = setTimeout(end, Math.min(Math.ceil(Math.max(milliseconds, 0)) + 1, maxTimerMs));
    signal.addEventListener("abort", end);
  });
}
