import type { IncomingHttpHeaders } from "node:http";
import { type Decoder, decoderFor, TextReader } from "./charset.ts";
import { type Coding, CodingError, decode, Inlet, readCodings, TooLongError } from "./decode.ts";

/**
 * What a search came to. `unproven`: the text is not there, or is there and should not be; an `obstacle` says why that
 * is not certain. `undecodable`: the body is not valid in its coding.
 */
export type Verdict =
  | { readonly kind: "proven" }
  | { readonly kind: "unproven"; readonly obstacle: string | null }
  | { readonly kind: "undecodable"; readonly coding: string };

/** At most this much of a body is searched, after decoding. */
const maxBytes = 1024 * 1024;

/** How far a body was searched; `unread`: why not at all; `undecodable`: the coding that it is not valid in. */
type Extent =
  | { readonly kind: "whole" | "first MiB" }
  | { readonly kind: "unread"; readonly obstacle: string }
  | { readonly kind: "undecodable"; readonly coding: string };

const whole: Extent = { kind: "whole" };
const firstMebibyte: Extent = { kind: "first MiB" };

/** A case-sensitive search for a text in the first MiB of a body that comes in chunks. */
export class Search {
  /** A longer body than the first MiB is of no use to a search. */
  readonly wantsMore = false;
  readonly #text: string;
  readonly #unwanted: boolean;
  #found = false;
  readonly #reader: TextReader;
  // Only for a body that is coded.
  readonly #inlet: Inlet<Extent> | null = null;
  readonly #obstacle: string | null = null;
  #extent: Extent = whole;
  #room = maxBytes;
  // The end of what was read: the text may begin in one chunk and end in the next.
  #tail = "";

  /**
   * `unwanted`: the body is to be without the text. It is read in the charset of its byte order mark, else in the one
   * that the headers of the answer declare (RFC 9110, section 8.3.2), else in UTF-8.
   */
  constructor({ text, unwanted }: { readonly text: string; readonly unwanted: boolean }, headers: IncomingHttpHeaders) {
    this.#text = text;
    this.#unwanted = unwanted;
    this.#reader = new TextReader(() => declaredDecoder(headers["content-type"]));
    const codings = readCodings(headers["content-encoding"]);
    if (codings.kind === "unreadable") this.#obstacle = codings.obstacle;
    else if (codings.codings.length > 0) this.#inlet = new Inlet((body) => this.#searchDecoded(body, codings.codings));
  }

  /** Takes the next chunk; what is past 1 MiB is not searched. Wait for a promise before the next one. */
  read(chunk: Buffer): void | Promise<void> {
    if (this.#obstacle !== null) {
      // An empty body is an empty text in any coding.
      if (chunk.length > 0) this.#extent = { kind: "unread", obstacle: this.#obstacle };
      return;
    }
    if (this.#inlet !== null) return this.#inlet.write(chunk);
    if (chunk.length > this.#room) this.#extent = firstMebibyte;
    if (this.#room > 0) this.#look(chunk.length > this.#room ? chunk.subarray(0, this.#room) : chunk);
    this.#room = Math.max(this.#room - chunk.length, 0);
  }

  /** The body is complete, or more of it was sent than is read. */
  async end(): Promise<Verdict> {
    const extent = this.#inlet === null ? this.#extent : await this.#inlet.end();
    if (extent.kind === "undecodable") return extent;
    this.#find(this.#reader.end());
    if (extent.kind === "unread") return { kind: "unproven", obstacle: extent.obstacle };
    if (this.#found) return this.#unwanted ? { kind: "unproven", obstacle: null } : { kind: "proven" };
    if (extent.kind === "first MiB") return { kind: "unproven", obstacle: "only the first MiB was searched" };
    return this.#unwanted ? { kind: "proven" } : { kind: "unproven", obstacle: null };
  }

  /** Reads on after a match: a body that is not valid in its coding is no answer. */
  async #searchDecoded(body: AsyncIterable<Buffer>, codings: readonly Coding[]): Promise<Extent> {
    try {
      for await (const bytes of decode(body, { codings, maxBytes })) this.#look(bytes);
      return whole;
    } catch (error) {
      if (error instanceof TooLongError) return firstMebibyte;
      if (error instanceof CodingError) return { kind: "undecodable", coding: error.coding };
      throw error;
    }
  }

  #look(bytes: Buffer): void {
    if (!this.#found) this.#find(this.#reader.read(bytes));
  }

  #find(text: string): void {
    if (this.#found || text === "") return;
    const searched = this.#tail + text;
    this.#found = searched.includes(this.#text);
    this.#tail = this.#text.length > 1 ? searched.slice(1 - this.#text.length) : "";
  }
}

function declaredDecoder(contentType = ""): Decoder {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
  return (charset === undefined ? null : decoderFor(charset)) ?? new TextDecoder();
}
