import type { IncomingHttpHeaders } from "node:http";

/** Looks for a text in a body that comes in chunks. */
export interface Search {
  /** Takes the next chunk. */
  read(chunk: Buffer): void;
  /** Whether the text was in what has been read. */
  readonly found: boolean;
  /** The content coding of a body that is compressed, and so cannot be searched; null for a plain one. */
  readonly coding: string | null;
}

/** Starts a case-sensitive search in the charset that the answer declares (RFC 9110, section 8.3.2), or in UTF-8. */
export function openSearch(text: string, headers: IncomingHttpHeaders): Search {
  const decoder = decoderFor(headers["content-type"] ?? "");
  // The end of what was read: the text may begin in one chunk and end in the next.
  let tail = "";
  let found = false;
  return {
    read(chunk) {
      if (found) return;
      const searched = tail + decoder.decode(chunk, { stream: true });
      found = searched.includes(text);
      tail = text.length > 1 ? searched.slice(1 - text.length) : "";
    },
    get found() {
      return found;
    },
    coding: codingOf(headers["content-encoding"]),
  };
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
