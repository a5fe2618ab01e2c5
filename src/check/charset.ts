/** A decoder as `new TextDecoder()` makes it. */
export type Decoder = InstanceType<typeof TextDecoder>;

/** A decoder for a charset of the Encoding Standard, by any of its labels; null for an unknown one. */
export function decoderFor(label: string): Decoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

// https://encoding.spec.whatwg.org/#bom-sniff
function markedCharset(head: Buffer): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return null;
}

/** Turns bytes that come in pieces into text. A byte order mark decides the charset, else whoever asks does. */
export class TextReader {
  readonly #choose: (head: Buffer) => Decoder;
  readonly #headBytes: number;
  #head: Buffer | null = null;
  #decoder: Decoder | null = null;

  /** `choose` gets the first `headBytes` (at least 3) of a text without a byte order mark, or all of a shorter one. */
  constructor(choose: (head: Buffer) => Decoder, headBytes = 3) {
    this.#choose = choose;
    this.#headBytes = headBytes;
  }

  /** The text of the next bytes: none until there are enough to choose a charset. */
  read(bytes: Buffer): string {
    if (this.#decoder !== null) return this.#decoder.decode(bytes, { stream: true });
    const head = this.#head === null ? bytes : Buffer.concat([this.#head, bytes]);
    this.#head = head;
    return head.length < this.#headBytes ? "" : this.#start(head);
  }

  /** What is left of the text. */
  end(): string {
    const start = this.#decoder === null && this.#head !== null ? this.#start(this.#head) : "";
    return start + (this.#decoder?.decode() ?? "");
  }

  #start(head: Buffer): string {
    const marked = markedCharset(head);
    this.#decoder = marked === null ? this.#choose(head) : new TextDecoder(marked);
    this.#head = null;
    return this.#decoder.decode(head, { stream: true });
  }
}
