import { domainToUnicode } from "node:url";
import { hostOf, isOn, originOf } from "./origin.ts";

/** Shorter secrets would be found in any text. */
const minSecretLength = 4;
const minPieceLength = 6;

// A text with more layers, or with more in them, was made to hide something.
const maxLayers = 16;
const maxCharacters = 4 * 1024 * 1024;

/** Finds secrets in what a server chose: it can put what it was sent into an address or a sitemap, in any encoding. */
export class Echoes {
  readonly #secrets: readonly string[];
  readonly #listed: string | null;
  #wanted: readonly string[] | null = null;

  /** `listed` is the origin that is the user's own word, whatever is in it; null: none is. */
  constructor(secrets: readonly string[], listed: string | null) {
    this.#secrets = secrets;
    this.#listed = listed;
  }

  /** Whether a secret is in a text, however often it is percent-encoded, or in Base64, hexadecimal or JSON. */
  isIn(text: string): boolean {
    if (this.#secrets.length === 0) return false;
    // Few checks meet anything to look at.
    this.#wanted ??= [...new Set(this.#secrets.filter(isLong).flatMap(formsOf))];
    const wanted = this.#wanted;
    const seen = new Set<string>();
    let characters = 0;
    let layer = [toBytes(text)];
    for (let depth = 0; layer.length > 0; depth += 1) {
      if (layer.map(normalize).some((form) => wanted.some((secret) => form.includes(secret)))) return true;
      for (const form of layer) {
        seen.add(form);
        characters += form.length;
      }
      if (depth === maxLayers || characters > maxCharacters) return true;
      layer = [...new Set(layer.flatMap(unwrap))].filter((form) => !seen.has(form));
    }
    return false;
  }

  /** The same for an address, of which a listed origin is no part that a server chose. */
  isInAddress(address: string): boolean {
    const listed = this.#listed;
    return this.isIn(listed !== null && isOn(address, listed) ? address.slice(listed.length) : address);
  }

  /** An address, fit to be shown: with a secret in it, only its origin is left, or nothing. */
  hide(address: string): string {
    if (!this.isInAddress(address)) return address;
    const origin = originOf(address);
    return this.isInHost(address) ? "***" : `${origin}/***`;
  }

  /** The host of an address, fit to be shown. */
  hideHost(address: string): string {
    return this.isInHost(address) ? "***" : hostOf(address);
  }

  isInHost(address: string): boolean {
    return this.isInAddress(`${originOf(address)}/`);
  }
}

function isLong({ length }: string): boolean {
  return length >= minSecretLength;
}

// All texts are compared as bytes, one a character, because nobody says in which charset a server encodes.

function toBytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/**
 * A secret as a server may have read it, ready to be compared; pieces of its Base64 as well, whose case a host loses.
 */
function formsOf(secret: string): string[] {
  const read = [secret, toBytes(secret)].flatMap(decodings);
  const bytes = [Buffer.from(secret, "utf8"), Buffer.from(secret, "latin1")];
  const base64 = bytes.flatMap((one) => [0, 1, 2].map((offset) => base64Within(one, offset)));
  const pieces = [...base64, ...base64.map(toBase64Url), secret.replace(/=+$/, ""), toBase64Url(secret)];
  return [...read.filter(isLong), ...pieces.filter(({ length }) => length >= minPieceLength)].map(normalize);
}

/** A text, and what it becomes when it is percent-decoded again and again. */
function decodings(text: string): string[] {
  const forms = [text];
  for (
    let next = percentDecodeBytes(text);
    next !== forms.at(-1) && forms.length < maxLayers;
    next = percentDecodeBytes(next)
  )
    forms.push(next);
  return forms;
}

/**
 * What Base64 makes of bytes that stand in a longer text, such as JSON, `offset` bytes from a multiple of three.
 * Characters that also depend on the bytes before or behind are left out, and so is padding.
 */
function base64Within(bytes: Buffer, offset: number): string {
  const base64 = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  return base64.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

function toBase64Url(base64: string): string {
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** What a text becomes when one layer of encoding is taken off it, in any way that changes it. */
function unwrap(text: string): string[] {
  const base64 = text.match(/[A-Za-z0-9+/_-]{6,}/g) ?? [];
  const hex = text.match(/[0-9a-f]{8,}/gi) ?? [];
  return [
    percentDecodeBytes(text),
    text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, escaped: string) =>
      code === undefined ? escaped : toBytes(String.fromCharCode(Number.parseInt(code, 16))),
    ),
    text.replace(/xn--[a-z0-9-]+/gi, (label) => toBytes(domainToUnicode(label)) || label),
    // It may begin anywhere in a run of its characters.
    ...base64.flatMap((run) => [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), "base64").toString("latin1"))),
    ...hex.flatMap((run) => [0, 1].map((start) => Buffer.from(run.slice(start), "hex").toString("latin1"))),
  ].filter(isLong);
}

function percentDecodeBytes(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("latin1"));
}

/** Host names are lower case whatever was sent, a form writes a blank as `+`, and to a URL a backslash is a slash. */
function normalize(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("+", " ")
    .replaceAll("\\", "/")
    .replace(/[\t\r\n]/g, "");
}
