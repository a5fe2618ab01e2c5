import type { IncomingHttpHeaders } from "node:http";

/** A case-sensitive search for a text in a body that comes in chunks. */
export class Search {
  /** Whether the text was in what has been read. */
  found = false;
  /** The content coding of a body that is compressed, and so cannot be searched; null for a plain one. */
  coding: string | null = null;
  readonly #text: string;
  #decoder: InstanceType<typeof TextDecoder> | null = null;
  // The end of what was read: the text may begin in one chunk and end in the next.
  #tail = "";

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes the headers of the answer: its body is read in the charset that they declare (RFC 9110, section 8.3.2), or in UTF-8. */
  open(headers: IncomingHttpHeaders): void {
    this.#decoder = decoderFor(headers["content-type"] ?? "");
    this.coding = codingOf(headers["content-encoding"]);
  }

  /** Takes the next chunk. */
  read(chunk: Buffer): void {
    if (this.found || this.#decoder === null) return;
    const searched = this.#tail + this.#decoder.decode(chunk, { stream: true });
    this.found = searched.includes(this.#text);
    this.#tail = this.#text.length > 1 ? searched.slice(1 - this.#text.length) : "";
  }
}

function decoderFor(contentType: string): InstanceType<typeof TextDecoder> {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder("utf-8");
  }
}

// RFC 9110, section 8.4.1, and the registry that it points to.
const codings = new Set(["br", "compress", "deflate", "gzip", "zstd"]);

/** The codings in words of ours; null for none. */
function codingOf(declared = ""): string | null {
  const names = declared
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const used = names.filter((name) => name !== "" && name !== "identity").slice(0, 3);
  return used.length === 0 ? null : used.map((name) => (codings.has(name) ? name : "unknown")).join(", ");
}
