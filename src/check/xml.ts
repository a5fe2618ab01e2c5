import { SaxesParser, type SaxesTagNS } from "saxes";

/** A piece of XML that is not well-formed, or larger than any sitemap needs. `reason` may hold words of the text. */
export class XmlError extends Error {
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
    this.reason = reason;
  }
}

/** An element by its name and namespace; `depth` is 1 for the root. */
export interface XmlElement {
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly depth: number;
}

/** What is told of a document, in order. Text comes decoded and in pieces. What it throws ends the reading. */
export interface XmlListener {
  onOpen(element: XmlElement): void;
  onText(text: string): void;
  onClose(depth: number): void;
}

// Far beyond any sitemap; without limits the work would grow with the square of the size.
const maxDepth = 100;
const maxAttributes = 100;
const maxNamespaceLength = 256;
/** Characters between two tags. */
const maxMarkupLength = 1024 * 1024;

/** Reads a document that comes in pieces, in memory that does not grow with it. Throws an `XmlError`. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  readonly #listener: XmlListener;
  #depth = 0;
  #attributes = 0;
  #isStarted = false;
  #skippedLines = 0;
  #lineOfTag = 1;
  #sinceTag = 0;

  constructor(listener: XmlListener) {
    this.#listener = listener;
    this.#parser.on("opentag", (tag) => this.#open(tag));
    this.#parser.on("closetag", () => this.#close());
    this.#parser.on("text", (text) => listener.onText(text));
    this.#parser.on("cdata", (text) => listener.onText(text));
    this.#parser.on("attribute", ({ prefix, value }) => {
      this.#attributes += 1;
      if (this.#attributes > maxAttributes) throw new XmlError(this.line, "too many attributes");
      if (prefix === "xmlns" && value.length > maxNamespaceLength)
        throw new XmlError(this.line, "the name of a namespace is too long");
    });
    this.#parser.on("error", ({ message }) => {
      throw this.#explain(message.replace(/\.$/, ""));
    });
  }

  /** The line that is being read, from 1. */
  get line(): number {
    return this.#skippedLines + this.#parser.line;
  }

  /** Reads the next piece. White space in front of the XML declaration is skipped, as search engines do. */
  write(text: string): void {
    const piece = this.#isStarted ? text : this.#skipSpace(text);
    if (piece === "") return;
    this.#isStarted = true;
    if (this.#sinceTag > maxMarkupLength) throw new XmlError(this.line, "over 1 MiB without a tag");
    this.#sinceTag += piece.length;
    this.#parser.write(piece);
  }

  /** The text is complete; so has to be the document. */
  end(): void {
    this.#parser.close();
  }

  /** The parser takes all up to the next semicolon for the name of an entity: a lone `&` is close to the last tag. */
  #explain(reason: string): XmlError {
    if (/^unclosed tag/.test(reason)) return new XmlError(this.#lineOfTag, `${reason}, or a lone & behind it`);
    if (reason === "disallowed character in entity name") return new XmlError(this.#lineOfTag, "a lone &");
    return new XmlError(/^[a-z ]+ entity$/.test(reason) ? this.#lineOfTag : this.line, reason);
  }

  #skipSpace(text: string): string {
    const piece = text.replace(/^[\s\ufeff]+/, "");
    this.#skippedLines += text.slice(0, text.length - piece.length).split("\n").length - 1;
    return piece;
  }

  #open({ name, local, uri }: SaxesTagNS): void {
    this.#meetTag();
    this.#attributes = 0;
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new XmlError(this.line, `elements nested deeper than ${maxDepth}`);
    this.#listener.onOpen({ name, local, namespace: uri, depth: this.#depth });
  }

  #close(): void {
    this.#meetTag();
    this.#listener.onClose(this.#depth);
    this.#depth -= 1;
  }

  #meetTag(): void {
    this.#sinceTag = 0;
    this.#lineOfTag = this.line;
  }
}
