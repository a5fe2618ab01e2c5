import { count } from "../duration.ts";
import type { Echoes } from "../echoes.ts";
import { type NamedAddress, nestedSitemapOf, pageOf } from "../inputs/page.ts";
import { type Shard, takeShard } from "../inputs/shard.ts";
import { type Checkable, type SitemapTarget, showPlace } from "../inputs/target.ts";
import { originOf } from "../origin.ts";
import type { Judgement, Sentence } from "../result.ts";
import { type SitemapContent, SitemapReader } from "./sitemap.ts";
import { fitToShow, LeftOut, type Reading, resolve } from "./ways.ts";

/** So many pages a run takes from sitemaps. */
const maxPages = 100_000;

/** What a sitemap adds to a run. */
export interface Taken {
  readonly judgement: Judgement;
  /** Pages or sitemaps to check, in order, that its line has not named before. */
  readonly found: readonly Checkable[];
  /** How many of its pages this run checks; null for an index, and for what is no sitemap. */
  readonly pages: number | null;
  /** How many sitemaps an index names; null for anything else. */
  readonly sitemaps: number | null;
}

/** The answer that a sitemap is. */
export interface Answered {
  readonly answeredAt: string;
  readonly content: SitemapContent;
  /** Taken out of what is shown: a server may put what it was sent into its sitemap. */
  readonly echoes: Echoes;
}

/** What one line of the list has named so far. */
interface Line {
  /** By address, the sitemap that named it first: each page is checked once per line. */
  readonly owners: Map<string, SitemapTarget>;
  readonly standIns: Readonly<Record<"pages" | "index", { origin?: string }>>;
}

/**
 * The pages of a run that sitemaps name. A sitemap is foreign text: it adds nothing from an origin that is not its own.
 */
export class Pages {
  readonly #shard: Shard | null;
  readonly #lines = new Map<string, Line>();
  /** How many pages each sitemap names, before the shard is cut. */
  readonly #counts = new Map<SitemapTarget, number>();
  #taken = 0;

  constructor(shard: Shard | null) {
    this.#shard = shard;
  }

  newReader(): SitemapReader {
    return new SitemapReader();
  }

  /** Takes what a sitemap holds. */
  take(sitemap: SitemapTarget, { answeredAt, content, echoes }: Answered): Taken {
    if (content.kind === "broken") return broken(fitToShow(content.problem, echoes));
    const { kind, locations } = content;
    const isIndex = kind === "index";
    if (isIndex && sitemap.isNested) return broken(["it is a sitemap index within a sitemap index"]);
    const line = this.#lineOf(sitemap);
    const listed = originOf(sitemap.address);
    const reading = { sitemap, listed, base: answeredAt, echoes, standIn: line.standIns[kind] };
    const { targets, leftOut } = toTargets(locations, reading, isIndex ? nestedSitemapOf : pageOf);
    if (!isIndex && !this.#hasRoom(sitemap, targets.size)) {
      return broken([`with its ${count(targets.size, "page")} the run would have over ${maxPages}`]);
    }
    const { found, named } = this.#own(sitemap, line, isIndex ? targets : this.#cut(targets));
    if (!isIndex) this.#taken += found.length;
    const problem = leftOut.describe({ total: locations.length, noun: isIndex ? "sitemap" : "page" });
    const judgement: Judgement = problem === null ? { kind: "as expected" } : noAnswer(fitToShow(problem, echoes));
    return { judgement, found, pages: isIndex ? null : named, sitemaps: isIndex ? named : null };
  }

  /** An empty shard is no failure, but may be a mistake. */
  warnings(): string[] {
    if (this.#shard === null || this.#counts.size === 0 || this.#taken > 0) return [];
    return [`shard: this part (${this.#shard.index}/${this.#shard.count}) has none of the sitemap's pages`];
  }

  #lineOf({ place }: SitemapTarget): Line {
    const key = showPlace(place);
    const known = this.#lines.get(key);
    if (known) return known;
    const line: Line = { owners: new Map(), standIns: { pages: {}, index: {} } };
    this.#lines.set(key, line);
    return line;
  }

  /** The part of the shard. */
  #cut(targets: ReadonlyMap<string, Checkable>): ReadonlyMap<string, Checkable> {
    if (this.#shard === null) return targets;
    const mine = new Set(takeShard([...targets.values()], this.#shard));
    return new Map([...targets].filter(([, target]) => mine.has(target)));
  }

  /** Which targets nothing on the line has named before, and how many this sitemap was the first to name. */
  #own(sitemap: SitemapTarget, { owners }: Line, targets: ReadonlyMap<string, Checkable>) {
    const found: Checkable[] = [];
    let named = 0;
    for (const [address, target] of targets) {
      const owner = owners.get(address);
      if (owner === undefined) {
        owners.set(address, sitemap);
        found.push(target);
      }
      if (owner === undefined || owner === sitemap) named += 1;
    }
    return { found, named };
  }

  #hasRoom(sitemap: SitemapTarget, pages: number): boolean {
    const others = [...this.#counts].reduce((sum, [other, number]) => (other === sitemap ? sum : sum + number), 0);
    if (others + pages > maxPages) return false;
    this.#counts.set(sitemap, pages);
    return true;
  }
}

/** What locations lead to, by address, and what of them is not asked for. */
function toTargets(
  locations: readonly string[],
  reading: Reading,
  toTarget: (sitemap: SitemapTarget, named: NamedAddress) => Checkable,
): { targets: ReadonlyMap<string, Checkable>; leftOut: LeftOut } {
  const targets = new Map<string, Checkable>();
  const leftOut = new LeftOut();
  for (const location of locations) {
    const way = resolve(location, reading);
    if (way.kind !== "here") leftOut.add(way, location);
    else if (!targets.has(way.named.address)) targets.set(way.named.address, toTarget(reading.sitemap, way.named));
  }
  return { targets, leftOut };
}

function noAnswer(cause: Sentence): Judgement {
  return { kind: "no answer", cause };
}

function broken(problem: Sentence): Taken {
  return { judgement: noAnswer(problem), found: [], pages: null, sitemaps: null };
}
