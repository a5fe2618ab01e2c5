import { originOf } from "../origin.ts";
import type { Target } from "./target.ts";

/** The `index`-th (from 1) of `count` parts of the list. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `i/n` with 1 <= i <= n; undefined for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index <= shard.count ? shard : undefined;
}

/**
 * The targets of one shard, in list order: all sitemaps, because each shard checks its part of their pages, and a part
 * of the rest. That is laid out origin by origin and cut into `count` pieces whose sizes differ by one at most.
 * Together they are the whole list, and only the n - 1 cuts can split an origin over two shards, so that all shards
 * open at most n - 1 connections more than one step would.
 */
export function takeShard<T extends Target>(targets: readonly T[], { index, count }: Shard): T[] {
  const byOrigin = new Map<string, T[]>();
  for (const target of targets) {
    if (target.kind === "sitemap") continue;
    const origin = target.kind === "mistake" ? "" : originOf(target.address);
    const others = byOrigin.get(origin);
    if (others) others.push(target);
    else byOrigin.set(origin, [target]);
  }
  const grouped = [...byOrigin.values()].flat();
  const cut = (piece: number): number => Math.ceil((grouped.length * piece) / count);
  const chosen = new Set<T>(grouped.slice(cut(index - 1), cut(index)));
  return targets.filter((target) => target.kind === "sitemap" || chosen.has(target));
}
