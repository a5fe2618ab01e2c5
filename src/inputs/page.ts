import { toUrl } from "./address.ts";
import type { Expectation, Place, SitemapTarget, UriTarget } from "./target.ts";

/** An address that a sitemap names. */
export interface NamedAddress {
  /** The address to request, without credentials. */
  readonly address: string;
  readonly shown: string;
  /** Whether it is on the origin that the list names. Nothing else gets credentials or `headers`. */
  readonly own: boolean;
}

/** The target for a page that a sitemap names. */
export function pageOf(sitemap: SitemapTarget, named: NamedAddress): UriTarget {
  return new Page(sitemap, named);
}

/** The target for a sitemap that a sitemap index names. */
export function nestedSitemapOf(sitemap: SitemapTarget, { address, shown, own }: NamedAddress): SitemapTarget {
  const { place, secrets, authorization, getsHeaders, pages, isRelative } = sitemap;
  return {
    kind: "sitemap",
    place,
    shown,
    secrets,
    url: new URL(address),
    authorization: own ? authorization : null,
    getsHeaders: own && getsHeaders,
    pages,
    isRelative,
    isNested: true,
  };
}

/**
 * What is shown of a `<loc>` that leads to `url`: the address as the sitemap names it, unless it is relative, not fit
 * to be shown, or its origin was replaced.
 */
export function shownOf(location: string, { href, origin }: URL): string {
  if (location === href) return href;
  // Without an @ it has no credentials, and without white space and control characters it stays on one line.
  const isFit = /^https?:\/\/[^@\s\p{Cc}]*$/iu.test(location);
  return isFit && toUrl(location)?.origin === origin ? location : href;
}

/** There may be 100,000 of them: with its text alone each takes 260 bytes of the run, as a record with a URL 520. */
class Page implements UriTarget {
  readonly kind = "uri";
  readonly shown: string;
  readonly #sitemap: SitemapTarget;
  readonly #address: string;
  readonly #own: boolean;

  constructor(sitemap: SitemapTarget, { address, shown, own }: NamedAddress) {
    this.#sitemap = sitemap;
    this.#address = address;
    this.shown = shown;
    this.#own = own;
  }

  get url(): URL {
    return new URL(this.#address);
  }

  get place(): Place {
    return this.#sitemap.place;
  }

  get secrets(): readonly string[] {
    return this.#sitemap.secrets;
  }

  get authorization(): string | null {
    return this.#own ? this.#sitemap.authorization : null;
  }

  get getsHeaders(): boolean {
    return this.#own && this.#sitemap.getsHeaders;
  }

  get expected(): Expectation {
    return this.#sitemap.pages;
  }
}
