import type { IncomingHttpHeaders } from "node:http";
import type { Sentence } from "../result.ts";
import { type Decoder, decoderFor, TextReader } from "./charset.ts";
import { type Coding, CodingError, decode, Inlet, readCodings, TooLongError } from "./decode.ts";
import { BrokenSitemap, LocationReader, type Locations } from "./locations.ts";

/** What a sitemap holds, or why it is none that can be checked. */
export type SitemapContent = Locations | { readonly kind: "broken"; readonly problem: Sentence };

// https://www.sitemaps.org/protocol.html. A limit also for what is still coded.
const maxBytes = 50 * 1024 * 1024;

// The XML declaration is looked for in this much.
const headBytes = 1024;

/** Reads the body of a sitemap while it comes in. */
export class SitemapReader {
  readonly #inlet: Inlet<SitemapContent | null>;

  /** Whether more of the body is of use: not once the sitemap is known to be broken. */
  get wantsMore(): boolean {
    return !this.#inlet.isDone;
  }

  /** Once `signal` is aborted, nobody waits for what is left to read. */
  constructor(headers: IncomingHttpHeaders, signal?: AbortSignal) {
    this.#inlet = new Inlet((body) => readBody(body, headers["content-encoding"], signal));
  }

  /** Takes the next chunk. Wait for the promise before the next one; it never rejects. */
  read(chunk: Buffer): Promise<void> {
    return this.#inlet.write(chunk);
  }

  /**
   * The body is complete, or no more of it is wanted. A short one may unpack to 50 MiB, which takes seconds: null, if
   * the signal was aborted before all was read.
   */
  end(): Promise<SitemapContent | null> {
    return this.#inlet.end();
  }
}

async function readBody(
  body: AsyncIterable<Buffer>,
  contentEncoding: string | undefined,
  signal?: AbortSignal,
): Promise<SitemapContent | null> {
  const text = new TextReader(chooseDecoder, headBytes);
  const locations = new LocationReader();
  try {
    const decoded = decode(body, { codings: sitemapCodings(contentEncoding), maxBytes });
    for await (const bytes of decoded) {
      if (signal?.aborted) return null;
      locations.write(text.read(bytes));
    }
    locations.write(text.end());
    return locations.end();
  } catch (error) {
    return { kind: "broken", problem: explain(error) };
  }
}

function explain(error: unknown): Sentence {
  if (error instanceof BrokenSitemap) return error.problem;
  if (error instanceof TooLongError) return ["over 50 MiB"];
  if (error instanceof CodingError) return [`not valid ${error.coding}`];
  throw error;
}

/** gzip is known by its first bytes, whatever Content-Encoding says: as its coding, as the file itself, or as both. */
function sitemapCodings(contentEncoding: string | undefined): readonly Coding[] {
  const declared = readCodings(contentEncoding);
  if (declared.kind === "unreadable") throw new BrokenSitemap([declared.obstacle]);
  return [...declared.codings.map((coding) => (coding === "gzip" ? "maybe gzip" : coding)), "maybe gzip"];
}

/** A decoder for the encoding that the XML declaration names: XML 1.0, section 4.3.3. */
function chooseDecoder(head: Buffer): Decoder {
  const start = head.toString("latin1", 0, headBytes);
  const name = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'<>]*)["']/.exec(start)?.[1];
  // What can be read here is not UTF-16, whatever it says; .NET says so of its strings.
  if (name === undefined || /^(utf-?16|ucs-?2|iso-10646)/i.test(name)) return new TextDecoder();
  const decoder = decoderFor(name);
  if (decoder === null) throw new BrokenSitemap(["an encoding that cannot be read: ", { foreign: name }]);
  return decoder;
}
