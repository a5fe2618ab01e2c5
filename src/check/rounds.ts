import { setTimeout } from "node:timers/promises";
import { maxTimerMs, now } from "../duration.ts";
import type { Shard } from "../inputs/shard.ts";
import type { Target } from "../inputs/target.ts";
import type { Checked, Listener } from "../result.ts";
import { Deadlines } from "../session/attempt.ts";
import { type CheckOptions, checkSitemap, checkUri, leaveUnchecked, type Visit } from "./check.ts";
import type { Pages } from "./pages.ts";

/** How to go through a list; times in milliseconds. */
export interface RoundsOptions extends CheckOptions {
  readonly cancelled: AbortSignal;
  readonly targets: readonly Target[];
  readonly concurrency: number;
  readonly retryForMs: number;
  readonly retryDelayMs: number;
  readonly shard: Shard | null;
  readonly listener: Listener;
}

/** A target and what is known of it. */
interface Entry {
  readonly target: Target;
  last: Checked | null;
  /** Its last attempt was announced as one that will be repeated. */
  willRetry: boolean;
  /** What a sitemap has named. */
  named: readonly Entry[];
}

/** The rounds of a run: the first checks every target, each later one what is not up yet. */
export class Rounds {
  readonly #options: RoundsOptions;
  readonly #deadlines: Deadlines;
  readonly #entries: readonly Entry[];
  #pages: Pages | null = null;
  #total: number;
  #begun = 0;
  #retryUntil = Number.POSITIVE_INFINITY;

  constructor(options: RoundsOptions) {
    this.#options = options;
    this.#deadlines = new Deadlines(options);
    this.#entries = options.targets.map(toEntry);
    this.#total = this.#entries.length;
  }

  /** What is known of every target, in list order and at any time, so that nothing is lost on the way. */
  results(): Checked[] {
    return this.#everyEntry().map(({ target, last }) => last ?? leaveUnchecked(target));
  }

  /** Checks each target, and what it names right after it. Settles early when the run is cancelled. */
  async checkEach(): Promise<void> {
    // Before kept connections can have taken the descriptor that reading its file needs.
    if (this.#entries.some(({ target }) => target.kind === "sitemap")) await this.#loadPages();
    await this.#makeRound(this.#entries);
  }

  /** What may be wrong with the list, now that all is checked. */
  warnings(): string[] {
    return this.#pages?.warnings() ?? [];
  }

  /** Checks again what is not up, in rounds, until all is up or `retryForMs` is over. */
  async recheck(): Promise<void> {
    const { retryForMs, retryDelayMs, cancelled, session } = this.#options;
    let roundEnd = now();
    this.#retryUntil = roundEnd + retryForMs;
    while (retryForMs > 0) {
      const down = this.#everyEntry().filter((entry) => this.#mayRetry(entry));
      const earliest = down.reduce((time, entry) => Math.min(time, this.#dueTime(entry)), Number.POSITIVE_INFINITY);
      const start = Math.max(roundEnd + retryDelayMs, earliest);
      if (start > this.#retryUntil) break;
      await pause(start - now(), cancelled);
      if (cancelled.aborted) break;
      // Behind a load balancer an open connection may still lead to the old backend.
      session.freshen();
      await this.#makeRound(down.filter((entry) => this.#dueTime(entry) <= start));
      roundEnd = now();
    }
    this.#tellRest();
  }

  /**
   * Up to `concurrency` attempts at once; each worker takes the next target when it is free, so that a slow one holds
   * nobody up.
   */
  async #makeRound(entries: readonly Entry[]): Promise<void> {
    const { concurrency, timeoutMs, cancelled } = this.#options;
    // A stack: what a sitemap names comes right behind it.
    const waiting = entries.toReversed();
    const workers = new Set<Promise<void>>();
    const work = async (): Promise<void> => {
      for (let entry = waiting.pop(); entry !== undefined && !cancelled.aborted; entry = waiting.pop()) {
        // A round may run one timeout past retry-for. A target whose last attempt took longer than what is left is
        // skipped, but never one that was not checked yet.
        if (entry.last !== null && now() + entry.last.result.durationMs > this.#retryUntil + timeoutMs) continue;
        for (const found of (await this.#attempt(entry)).toReversed()) waiting.push(found);
        employ();
      }
    };
    const employ = (): void => {
      while (workers.size < concurrency && waiting.length > 0) {
        const worker = work().finally(() => workers.delete(worker));
        workers.add(worker);
      }
    };
    employ();
    while (workers.size > 0) await Promise.all(workers);
  }

  /** Makes one attempt at a target, and returns what it named for the first time. */
  async #attempt(entry: Entry): Promise<Entry[]> {
    const visit = await this.#visit(entry);
    const found = visit.found.map(toEntry);
    if (found.length > 0) entry.named = [...entry.named, ...found];
    this.#total += found.length;
    this.#settle(entry, visit.checked);
    return found;
  }

  async #visit({ target, last }: Entry): Promise<Visit> {
    if (target.kind === "mistake") return { checked: leaveUnchecked(target), found: [] };
    const attempt = this.#deadlines.begin((last?.result.attempts ?? 0) + 1);
    try {
      if (target.kind === "uri") return await checkUri(target, attempt, this.#options);
      return await checkSitemap(target, attempt, { ...this.#options, pages: await this.#loadPages() });
    } finally {
      this.#deadlines.finish(attempt);
    }
  }

  /**
   * Loads what reads sitemaps, with its XML parser; from the second time on it is there. In dist/ it is a file of its
   * own, which is read only for a list with a sitemap.
   */
  async #loadPages(): Promise<Pages> {
    const { Pages: Loaded } = await import("./pages.ts");
    this.#pages ??= new Loaded(this.#options.shard);
    return this.#pages;
  }

  #settle(entry: Entry, checked: Checked): void {
    const isFirst = entry.last === null;
    // An attempt that was cancelled tells nothing: what an earlier one found stands.
    if (!isFirst && checked.judgement.kind === "cancelled") return;
    if (isFirst) this.#begun += 1;
    entry.last = checked;
    entry.willRetry = this.#willRetry(entry);
    const position = isFirst ? this.#begun : null;
    this.#options.listener.attempted(checked, { position, total: this.#total, willRetry: entry.willRetry });
  }

  #willRetry(entry: Entry): boolean {
    const { retryForMs, retryDelayMs } = this.#options;
    if (retryForMs === 0 || retryDelayMs > retryForMs || !this.#mayRetry(entry)) return false;
    return Math.max(now() + retryDelayMs, this.#dueTime(entry)) <= this.#retryUntil;
  }

  #mayRetry({ target, last }: Entry): boolean {
    return target.kind !== "mistake" && last?.result.state !== "OK" && !this.#options.cancelled.aborted;
  }

  /**
   * When a target may be asked again. A Retry-After later than `retryUntil` is ignored; otherwise it would never be.
   */
  #dueTime({ last }: Entry): number {
    const retryAt = last?.retryAt ?? 0;
    return retryAt <= this.#retryUntil ? retryAt : 0;
  }

  /** Says what was left unchecked, and which announced attempts were not made. */
  #tellRest(): void {
    const { cancelled, listener } = this.#options;
    for (const entry of this.#everyEntry()) {
      if (entry.last === null) this.#settle(entry, leaveUnchecked(entry.target));
      else if (entry.willRetry) listener.notRetried(entry.last, cancelled.aborted ? "cancelled" : "retry-for is over");
    }
  }

  /** All entries in list order, each followed by what it names. */
  #everyEntry(): Entry[] {
    const withNamed = (entry: Entry): Entry[] => [entry, ...entry.named.flatMap(withNamed)];
    return this.#entries.flatMap(withNamed);
  }
}

const none: readonly Entry[] = [];

function toEntry(target: Target): Entry {
  return { target, last: null, willRetry: false, named: none };
}

/** Waits, but not past an abort. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Rounded up: a timer may fire within the millisecond before its time.
  const atLeast = Math.ceil(Math.max(milliseconds, 0)) + 1;
  await setTimeout(Math.min(atLeast, maxTimerMs), undefined, { signal }).catch(() => {});
}
