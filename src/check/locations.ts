import type { Sentence } from "../result.ts";
import { type XmlElement, XmlError, type XmlListener, XmlReader } from "./xml.ts";

/** The text of each `<loc>` of a sitemap or of an index of sitemaps, trimmed, in order; at least one. */
export interface Locations {
  readonly kind: "pages" | "index";
  readonly locations: readonly string[];
}

/** Why a text is no sitemap that can be checked. */
export class BrokenSitemap extends Error {
  readonly problem: Sentence;

  constructor(problem: Sentence, options?: ErrorOptions) {
    super("broken sitemap", options);
    this.problem = problem;
  }
}

// https://www.sitemaps.org/protocol.html
const maxEntries = 50_000;

// sitemaps.org says 2,048 characters; servers take URIs of 8 KiB.
const maxLocationLength = 8192;

// Enough of a text to tell what it is, if it is not XML.
const headLength = 1024;

const roots = {
  pages: { name: "urlset", entry: "url" },
  index: { name: "sitemapindex", entry: "sitemap" },
} as const;

/** Collects the locations of a sitemap as its text comes in. */
export class LocationReader implements XmlListener {
  readonly #xml = new XmlReader(this);
  readonly #locations: string[] = [];
  #root: { readonly kind: Locations["kind"]; readonly namespace: string } | null = null;
  #head = "";
  #isInEntry = false;
  #entryLocations = 0;
  #location: string | null = null;

  /** Reads the next piece. Throws a `BrokenSitemap`. */
  write(text: string): void {
    if (this.#head.length < headLength) this.#head += text.slice(0, headLength);
    this.#parse(() => this.#xml.write(text));
  }

  /** The text is complete. Throws a `BrokenSitemap`. */
  end(): Locations {
    this.#parse(() => this.#xml.end());
    const kind = this.#root?.kind ?? "pages";
    if (this.#locations.length === 0)
      throw new BrokenSitemap([kind === "pages" ? "no page in it" : "no sitemap in it"]);
    return { kind, locations: this.#locations };
  }

  onOpen({ name, local, namespace, depth }: XmlElement): void {
    if (this.#location !== null) this.#refuse("an element within <loc>");
    this.#root ??= { kind: rootKind(name, local), namespace };
    // sitemaps.org's namespace has an old version and is misspelt: the root's is what counts. Extensions have another.
    if (namespace !== this.#root.namespace && namespace !== "") return;
    if (depth === 2) this.#openEntry(local, this.#root.kind);
    else if (depth === 3 && this.#isInEntry && local === "loc") this.#location = "";
  }

  onText(text: string): void {
    if (this.#location === null) return;
    this.#location += text;
    if (this.#location.length > maxLocationLength) this.#refuse(`a <loc> of over ${maxLocationLength} characters`);
  }

  onClose(depth: number): void {
    if (this.#location !== null) this.#add(this.#location.trim());
    if (depth !== 2 || !this.#isInEntry) return;
    if (this.#entryLocations === 0) this.#refuse("an entry without <loc>");
    this.#isInEntry = false;
  }

  #openEntry(local: string, kind: Locations["kind"]): void {
    const other = roots[kind === "pages" ? "index" : "pages"].entry;
    if (local === other) this.#refuse(`<${other}> within <${roots[kind].name}>`);
    this.#isInEntry = local === roots[kind].entry;
    this.#entryLocations = 0;
  }

  #add(location: string): void {
    if (location === "") this.#refuse("an empty <loc>");
    // `new URL` would take these out, and ask for another address than the one that is written.
    if (/[\t\n\r]/.test(location)) this.#refuse("a line break or tab within <loc>");
    if (location.includes("\ufffd")) this.#refuse("a <loc> that is not valid in its encoding");
    if (this.#locations.length === maxEntries) throw new BrokenSitemap(["more than 50,000 entries"]);
    // A copy: a piece of a string keeps all of it in memory, 34 MiB instead of 3 for 50,000 entries.
    this.#locations.push(Buffer.from(location).toString());
    this.#entryLocations += 1;
    this.#location = null;
  }

  #refuse(what: string): never {
    throw new BrokenSitemap([`${what} in line ${this.#xml.line}`]);
  }

  #parse(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      const other = this.#root === null ? nameOther(this.#head) : null;
      const problem = other ?? [`broken XML in line ${error.line}: `, { foreign: error.reason }];
      throw new BrokenSitemap(problem, { cause: error });
    }
  }
}

function rootKind(name: string, local: string): Locations["kind"] {
  if (local === roots.pages.name) return "pages";
  if (local === roots.index.name) return "index";
  if (/^html$/i.test(local)) throw new BrokenSitemap(htmlPage);
  throw new BrokenSitemap(["neither a urlset nor a sitemapindex, but: ", { foreign: name }]);
}

const htmlPage: Sentence = ["an HTML page, not a sitemap"];

/** What it is that is not even the start of XML; null if it is. */
function nameOther(head: string): Sentence | null {
  const start = head.trimStart();
  if (start === "") return ["an empty body"];
  if (/<(!doctype\s+html|html|head|body)\b/i.test(start)) return htmlPage;
  return start.startsWith("<") ? null : ["not XML"];
}
