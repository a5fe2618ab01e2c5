import { toUrl } from "./address.ts";
import type { SitemapTarget, UriTarget } from "./target.ts";

/**
 * The target for a page that a sitemap names. `location` is the text of its `<loc>`; `url` the address to request:
 * `location` resolved, with the origin of `base-uri` where that stands for its own; `own` says whether it is on the
 * origin that the list names. Nothing else gets credentials or `headers`.
 */
export function pageOf(sitemap: SitemapTarget, location: string, url: URL, own: boolean): UriTarget {
  return { kind: "uri", ...requestOf(sitemap, location, url, own), expected: sitemap.pages };
}

/** The target for a sitemap that a sitemap index names; the rest is as for a page. */
export function nestedSitemapOf(sitemap: SitemapTarget, location: string, url: URL, own: boolean): SitemapTarget {
  const { pages, isRelative } = sitemap;
  return { kind: "sitemap", ...requestOf(sitemap, location, url, own), pages, isRelative, isNested: true };
}

// Pages share what they can with their sitemap: there may be 100,000 of them.
function requestOf({ place, secrets, authorization }: SitemapTarget, location: string, url: URL, own: boolean) {
  const request = withoutCredentials(url);
  return {
    place,
    shown: shownOf(location, request),
    secrets,
    url: request,
    authorization: own ? authorization : null,
    getsHeaders: own,
  };
}

/** Credentials in a sitemap are no user's: they are neither sent nor shown. */
function withoutCredentials(url: URL): URL {
  if (url.username === "" && url.password === "") return url;
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return bare;
}

/** An address as the sitemap names it, unless it is relative, not fit to be shown, or its origin was replaced. */
function shownOf(location: string, { href, origin }: URL): string {
  if (location === href) return href;
  // Without an @ it has no credentials, and without white space and control characters it stays on one line.
  const isFit = /^https?:\/\/[^@\s\p{Cc}]*$/iu.test(location);
  return isFit && toUrl(location)?.origin === origin ? location : href;
}
