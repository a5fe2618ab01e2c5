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
 * The targets of one shard, in list order. The list is laid out origin by origin and cut into `count` pieces whose
 * sizes differ by at most one: together they are the whole list, and only the n - 1 cuts can split an origin over two
 * shards, so that the connections of all shards are at most n - 1 more than without splitting.
 */
export function takeShard<T extends Target>(targets: readonly T[], { index, count }: Shard): T[] {
  const byOrigin = new Map<string, number[]>();
  for (const [position, target] of targets.entries()) {
    const origin = target.kind === "mistake" ? "" : target.url.origin;
    const positions = byOrigin.get(origin);
    if (positions) positions.push(position);
    else byOrigin.set(origin, [position]);
  }
  const grouped = [...byOrigin.values()].flat();
  const cut = (piece: number): number => Math.ceil((grouped.length * piece) / count);
  const chosen = new Set(grouped.slice(cut(index - 1), cut(index)));
  return targets.filter((_, position) => chosen.has(position));
}
