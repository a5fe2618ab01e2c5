import type { RequestListener } from "node:http";

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap of these pages. */
export function urlset(pages: readonly string[]): string {
  const entries = pages.map((page) => `<url><loc>${toXml(page)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${namespace}">\n${entries.join("\n")}\n</urlset>\n`;
}

/** A sitemap index of these sitemaps. */
export function sitemapIndex(sitemaps: readonly string[]): string {
  const entries = sitemaps.map((sitemap) => `<sitemap><loc>${toXml(sitemap)}</loc></sitemap>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${namespace}">\n${entries.join("\n")}\n</sitemapindex>\n`;
}

/** An answer by path: a body, or the address that a redirect leads to. */
export type Site = Readonly<Record<string, string | Buffer | { readonly location: string }>>;

/** Answers with what `site` (looked at for each request) has for a path, and `ok` for all other paths. */
export function serving(site: () => Site): RequestListener {
  return ({ url = "" }, answer) => {
    const found = site()[url] ?? "ok";
    if (typeof found === "string" || Buffer.isBuffer(found)) answer.end(found);
    else answer.writeHead(302, { Location: found.location }).end();
  };
}

function toXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
