import type { SitemapTarget, UriTarget } from "./target.ts";

/** The target for a page that a sitemap names. */
export function pageOf(sitemap: SitemapTarget, location: string, url: URL, own: boolean): UriTarget {
  const { place, secrets, authorization, pages } = sitemap;
  return {
    kind: "uri",
    place,
    shown: location,
    secrets,
    url,
    authorization: own ? authorization : null,
    getsHeaders: own,
    expected: pages,
  };
}

/** The target for a sitemap that a sitemap index names. */
export function nestedSitemapOf(sitemap: SitemapTarget, location: string, url: URL, own: boolean): SitemapTarget {
  return {
    ...sitemap,
    shown: location,
    url,
    authorization: own ? sitemap.authorization : null,
    getsHeaders: own,
    isNested: true,
  };
}
