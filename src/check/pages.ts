import { count } from "../duration.ts";
import { Echoes } from "../echoes.ts";
import { nestedSitemapOf, pageOf } from "../inputs/page.ts";
import { type Shard, takeShard } from "../inputs/shard.ts";
import { type Checkable, type SitemapTarget, showPlace } from "../inputs/target.ts";
import type { Judgement, Sentence } from "../result.ts";
import { hideCredentials } from "../secrets.ts";
import { cut, plainText } from "../text.ts";
import type { SitemapContent } from "./sitemap.ts";

/** So many pages a run takes from sitemaps. */
const maxPages = 100_000;

// Of the words of a sitemap that are shown.
const maxForeign = 200;

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
  readonly answeredAt: URL;
  readonly content: SitemapContent;
  /** Taken out of what is shown: a server may put what it was sent into its sitemap. */
  readonly secrets: readonly string[];
}

type Locations = Exclude<SitemapContent, { kind: "broken" }>;

/** Where a location leads. `own`: to the listed origin, which may get headers and credentials. */
type Way =
  | { readonly kind: "here"; readonly url: URL; readonly own: boolean; readonly location: string }
  | { readonly kind: "foreign"; readonly origin: string }
  | { readonly kind: "invalid"; readonly location: string };

/** What one line of the list has named so far. */
interface Line {
  /** By address, the sitemap that named it first: each page is checked once per line. */
  readonly owners: Map<string, SitemapTarget>;
  /** For a relative line: the origin of the first page, and that of the first sitemap, which stand for its own. */
  readonly standIns: { pages?: string; index?: string };
}

/** The pages of a run that sitemaps name. A sitemap is foreign text: it adds nothing from an origin that is not its own. */
export class Pages {
  readonly #shard: Shard | null;
  readonly #lines = new Map<string, Line>();
  /** How many pages each sitemap names, before the shard is cut. */
  readonly #counts = new Map<SitemapTarget, number>();
  #taken = 0;

  constructor(shard: Shard | null) {
    this.#shard = shard;
  }

  /** Takes what a sitemap holds. */
  take(sitemap: SitemapTarget, { answeredAt, content, secrets }: Answered): Taken {
    const echoes = new Echoes(secrets);
    if (content.kind === "broken") return broken(fitToShow(content.problem, echoes));
    if (content.kind === "index" && sitemap.isNested) return broken(["it is a sitemap index within a sitemap index"]);
    const line = this.#lineOf(sitemap);
    const ways = content.locations.map((location) => resolve(location, { sitemap, answeredAt, line, content }));
    const targets = toTargets(sitemap, ways, { content, echoes });
    if (content.kind === "pages" && !this.#hasRoom(sitemap, targets.length)) {
      return broken([`with its ${count(targets.length, "page")} the run would have over ${maxPages}`]);
    }
    const mine = content.kind === "pages" && this.#shard !== null ? takeShard(targets, this.#shard) : targets;
    const found = mine.filter(({ url }) => !line.owners.has(url.href));
    for (const { url } of found) line.owners.set(url.href, sitemap);
    const named = mine.filter(({ url }) => line.owners.get(url.href) === sitemap).length;
    if (content.kind === "pages") this.#taken += found.length;
    const problem = describeLeftOut(ways);
    const judgement: Judgement =
      problem === null ? { kind: "as expected" } : { kind: "no answer", cause: fitToShow(problem, echoes) };
    const isIndex = content.kind === "index";
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
    const line: Line = { owners: new Map(), standIns: {} };
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

function broken(problem: Sentence): Taken {
  return { judgement: { kind: "no answer", cause: problem }, found: [], pages: null, sitemaps: null };
}

function resolve(
  location: string,
  context: {
    readonly sitemap: SitemapTarget;
    readonly answeredAt: URL;
    readonly line: Line;
    readonly content: Locations;
  },
): Way {
  const { sitemap, answeredAt, line, content } = context;
  if (!URL.canParse(location, answeredAt.href)) return { kind: "invalid", location };
  const url = new URL(location, answeredAt);
  if (!/^https?:$/.test(url.protocol)) return { kind: "invalid", location };
  const { origin } = url;
  const listed = sitemap.url.origin;
  line.standIns[content.kind] ??= origin;
  if (origin === listed) return { kind: "here", url, own: true, location };
  if (sitemap.isRelative && origin === line.standIns[content.kind]) {
    const replaced = new URL(url.href.slice(origin.length), listed);
    return { kind: "here", url: replaced, own: true, location: replaced.href };
  }
  if (origin === answeredAt.origin) return { kind: "here", url, own: false, location };
  return { kind: "foreign", origin };
}

/** Each address once. */
function toTargets(
  sitemap: SitemapTarget,
  ways: readonly Way[],
  { content, echoes }: { readonly content: Locations; readonly echoes: Echoes },
): Checkable[] {
  const byAddress = new Map<string, Checkable>();
  const toTarget = content.kind === "pages" ? pageOf : nestedSitemapOf;
  for (const way of ways) {
    if (way.kind !== "here" || byAddress.has(way.url.href)) continue;
    const target = toTarget(sitemap, way.location, way.url, way.own);
    const shown = echoes.hide(way.url);
    byAddress.set(way.url.href, shown === way.url.href ? target : { ...target, shown });
  }
  return [...byAddress.values()];
}

/** What a sitemap names that is not asked for; null: nothing. */
function describeLeftOut(ways: readonly Way[]): Sentence | null {
  const foreign = ways.filter((way) => way.kind === "foreign").map(({ origin }) => origin);
  const [first] = foreign;
  if (first !== undefined) {
    const more = new Set(foreign).size - 1;
    const others = more === 0 ? "" : ` and ${count(more, "more")}`;
    return [
      `it names ${foreign.length} of ${ways.length} on another origin, not asked for: `,
      { foreign: first },
      others,
    ];
  }
  const invalid = ways.find((way) => way.kind === "invalid");
  if (invalid === undefined) return null;
  return ["it names what is no http(s) URI: ", { foreign: hideCredentials(invalid.location).shown }];
}

/** A sentence without what a server must not get into it. */
function fitToShow(sentence: Sentence, echoes: Echoes): Sentence {
  return sentence.map((part) => {
    if (typeof part === "string") return part;
    return { foreign: echoes.isIn(part.foreign) ? "***" : cut(plainText(part.foreign), maxForeign) };
  });
}
