import type { IncomingHttpHeaders } from "node:http";
import { setImmediate } from "node:timers/promises";
import { count } from "../duration.ts";
import type { Echoes } from "../echoes.ts";
import { type Shard, takeShard } from "../inputs/shard.ts";
import { type Checkable, type SitemapTarget, showPlace } from "../inputs/target.ts";
import { originOf, toAddress } from "../origin.ts";
import type { Checked, Judgement, Sentence } from "../result.ts";
import { type NamedAddress, nestedSitemapOf, pageOf } from "./page.ts";
import { fitToShow, LeftOut, type Reading, resolve } from "./resolve.ts";
import { type SitemapContent, SitemapReader } from "./sitemap.ts";

/** A run takes at most this many pages. */
const maxPages = 100_000;

/** What a sitemap adds to a run. */
export interface Taken {
  readonly judgement: Judgement;
  /** Pages or sitemaps to check, in order, that its line has not named before. */
  readonly found: readonly Checkable[];
  readonly named: Checked["named"];
}

/** The answer that a sitemap is. */
export interface Answered {
  readonly answeredAt: string;
  readonly content: SitemapContent;
  /** Taken out of what is shown: a server may put what it was sent into its sitemap. */
  readonly echoes: Echoes;
  readonly signal: AbortSignal;
}

/** What one line of the list has named so far. */
interface Line {
  /** By address, the sitemap that named it first: each page is checked once per line. */
  readonly owners: Map<string, SitemapTarget>;
  /** The origin of the first http(s) URI of its sitemaps, and of its indexes: see `Reading`. */
  readonly standIns: Record<"pages" | "index", string | null>;
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

  openReader(headers: IncomingHttpHeaders, signal: AbortSignal): SitemapReader {
    return new SitemapReader(headers, signal);
  }

  /** Takes what a sitemap holds; null, if the signal was aborted before all was taken. */
  async take(sitemap: SitemapTarget, { answeredAt, content, echoes, signal }: Answered): Promise<Taken | null> {
    if (content.kind === "broken") return broken(fitToShow(content.problem, echoes));
    const { kind, locations } = content;
    const isIndex = kind === "index";
    if (isIndex && sitemap.isNested) return broken(["it is a sitemap index within a sitemap index"]);
    const line = this.#lineOf(sitemap);
    const listed = originOf(sitemap.address);
    line.standIns[kind] ??= firstOrigin(locations, answeredAt);
    const reading = { sitemap, listed, answeredAt, echoes, standIn: line.standIns[kind] };
    const resolved = await toTargets(locations, reading, { toTarget: isIndex ? nestedSitemapOf : pageOf, signal });
    if (resolved === null) return null;
    const { targets, leftOut } = resolved;
    if (!isIndex && !this.#hasRoom(sitemap, targets.length)) {
      return broken([`with its ${count(targets.length, "page")} the run would have over ${maxPages}`]);
    }
    const mine = isIndex || this.#shard === null ? targets : takeShard(targets, this.#shard);
    const { found, named } = own(sitemap, line, mine);
    if (!isIndex) this.#taken += found.length;
    const noun = isIndex ? "sitemap" : "page";
    const problem = leftOut.describe({ total: locations.length, noun });
    const judgement: Judgement = problem === null ? { kind: "as expected" } : noAnswer(fitToShow(problem, echoes));
    return { judgement, found, named: { count: named, noun } };
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
    const line: Line = { owners: new Map(), standIns: { pages: null, index: null } };
    this.#lines.set(key, line);
    return line;
  }

  #hasRoom(sitemap: SitemapTarget, pages: number): boolean {
    const others = [...this.#counts].reduce((sum, [other, number]) => (other === sitemap ? sum : sum + number), 0);
    if (others + pages > maxPages) return false;
    this.#counts.set(sitemap, pages);
    return true;
  }
}

/** Which targets nothing on the line has named before, and how many this sitemap was the first to name. */
function own(sitemap: SitemapTarget, { owners }: Line, targets: readonly Checkable[]) {
  const found = targets.filter(({ address }) => !owners.has(address));
  for (const { address } of found) owners.set(address, sitemap);
  return { found, named: targets.filter(({ address }) => owners.get(address) === sitemap).length };
}

/** The origin of the first location that is an http(s) URI. */
function firstOrigin(locations: readonly string[], base: string): string | null {
  for (const location of locations) {
    const address = toAddress(location, base);
    if (address !== null) return originOf(address);
  }
  return null;
}

interface Locating {
  toTarget(sitemap: SitemapTarget, named: NamedAddress): Checkable;
  readonly signal: AbortSignal;
}

// To look for secrets in one location that a hostile server made takes 10 ms.
const locationsPerTurn = 20;

/**
 * What locations lead to, each address once, and what of them is not asked for; null, if the signal was aborted before
 * all were resolved.
 */
async function toTargets(
  locations: readonly string[],
  reading: Reading,
  { toTarget, signal }: Locating,
): Promise<{ targets: readonly Checkable[]; leftOut: LeftOut } | null> {
  const targets = new Map<string, Checkable>();
  const leftOut = new LeftOut();
  for (const [index, location] of locations.entries()) {
    if (index % locationsPerTurn === 0) await setImmediate();
    if (signal.aborted) return null;
    const resolved = resolve(location, reading);
    if (resolved.kind !== "here") leftOut.add(resolved, location);
    else if (!targets.has(resolved.named.address))
      targets.set(resolved.named.address, toTarget(reading.sitemap, resolved.named));
  }
  return { targets: [...targets.values()], leftOut };
}

function noAnswer(cause: Sentence): Judgement {
  return { kind: "no answer", cause };
}

function broken(problem: Sentence): Taken {
  return { judgement: noAnswer(problem), found: [], named: null };
}
