import type { SitemapTarget, UriTarget } from "../inputs/target.ts";
import { originOf, toAddress } from "../origin.ts";

/** An address that a sitemap names. */
export interface NamedAddress {
  readonly address: string;
  readonly shown: string;
  /** Whether it is on the origin that the list names. Nothing else gets credentials or `headers`. */
  readonly own: boolean;
}

/** The target for a page that a sitemap names. */
export function pageOf(sitemap: SitemapTarget, named: NamedAddress): UriTarget {
  return { kind: "uri", ...requestFor(sitemap, named), expected: sitemap.pages };
}

/** The target for a sitemap that a sitemap index names. */
export function nestedSitemapOf(sitemap: SitemapTarget, named: NamedAddress): SitemapTarget {
  const { pages, isRelative } = sitemap;
  return { kind: "sitemap", ...requestFor(sitemap, named), pages, isRelative, isNested: true };
}

function requestFor(
  { place, secrets, authorization, getsHeaders }: SitemapTarget,
  { address, shown, own }: NamedAddress,
): Omit<UriTarget, "kind" | "expected"> {
  return { place, shown, secrets, address, authorization: own ? authorization : null, getsHeaders: own && getsHeaders };
}

/**
 * What is shown of a `<loc>` that leads to `address`: the text of the sitemap, unless it is relative, not fit to be
 * shown, or its origin was replaced.
 */
export function shownOf(location: string, address: string): string {
  if (location === address) return address;
  // Without an @ it has no credentials, and without white space and control characters it stays on one line.
  const isFit = /^https?:\/\/[^@\s\p{Cc}]*$/iu.test(location);
  const named = isFit ? toAddress(location, address) : null;
  return named !== null && originOf(named) === originOf(address) ? location : address;
}
