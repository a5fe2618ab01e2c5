import { addressOf, originOf, toUrl } from "../origin.ts";
import { basicCredentials, hideUserinfo } from "../secrets.ts";
import { findGluedPath, findGluedUri } from "./mistakes.ts";

/** Why something is refused, in our own words alone. */
export interface Refused {
  readonly problem: string;
}

/** An http(s) address, ready to be requested. */
export interface ParsedAddress {
  /** As `URL.href` has it, without credentials. */
  readonly address: string;
  /** As it was typed, or joined with `base-uri`, without credentials. */
  readonly shown: string;
  /** The `Authorization` made of its credentials. */
  readonly authorization: string | null;
  /** The credentials, in every form in which they could be printed. */
  readonly secrets: readonly string[];
}

/** What is put in front of a path: `base-uri` without its credentials and without a slash at its end. */
export interface Base extends Omit<ParsedAddress, "address" | "shown"> {
  readonly prefix: string;
}

// One for all addresses without any, of which there may be thousands.
const noSecrets: readonly string[] = [];
const notUri = "not an http(s) URI: it must start with http:// or https://";

/** Parses an http(s) URI, or a path that follows `base` (null: there is no `base-uri`). */
export function parseAddress(word: string, base: Base | null): ParsedAddress | Refused {
  return word.startsWith("/") ? joinAddress(word, base) : parseUri(word);
}

function joinAddress(path: string, base: Base | null): ParsedAddress | Refused {
  if (path.startsWith("//"))
    return { problem: "not an http(s) URI: write http:// or https:// in front, or one / alone" };
  if (base === null) return { problem: "a line that starts with / needs the input base-uri" };
  const problem = findGluedUri(path) ?? findGluedPath(path);
  if (problem !== null) return { problem };
  const { prefix, authorization, secrets } = base;
  const shown = prefix + path;
  const url = toUrl(shown);
  return url === null ? { problem: "not a valid path" } : { address: url.href, shown, authorization, secrets };
}

function parseUri(word: string): ParsedAddress | Refused {
  // A backslash is a slash to a URL: https://url.spec.whatwg.org/#authority-state
  const [, authority, rest = ""] = /^https?:\/\/[\\/]*([^\\/?#]*)(.*)$/is.exec(word) ?? [];
  if (authority === undefined) return { problem: notUri };
  const url = toUrl(word);
  if (url?.hostname.includes(",")) return { problem: "a comma in the host: one URI per line" };
  const glued = findGluedUri(word);
  if (glued !== null) return { problem: glued };
  if (
    rest.includes("@") &&
    (authority.includes("@") || authority.endsWith(":") || (url === null && authority.includes(":")))
  ) {
    return { problem: "an @ behind the host: percent-encode @ / ? # in user and password" };
  }
  // DOMAIN\user
  if (/^\\.*@/s.test(rest)) {
    return { problem: "a \\ in front of an @: percent-encode @ / ? # \\ in user and password" };
  }
  if (url === null) return { problem: "not a valid URI" };
  return withoutCredentials(word, url);
}

function withoutCredentials(word: string, url: URL): ParsedAddress {
  const { shown, secrets: typed } = hideUserinfo(word);
  const parsed = addressOf(url);
  // Mostly it is what was typed, and then one text in memory does for both.
  const address = parsed === shown ? shown : parsed;
  const { username, password } = url;
  if (username === "" && password === "") return { address, shown, authorization: null, secrets: noSecrets };
  const { header, secrets } = basicCredentials(username, password);
  return { address, shown, authorization: header, secrets: [...new Set([...secrets, ...typed])] };
}

/** What `parseBase` accepts, for error messages. */
export const acceptedBases = "an http(s) URI without query and fragment";

/** Parses the `base-uri` input. */
export function parseBase(text: string): Base | Refused {
  if (/\s/.test(text)) return { problem: "a blank in it" };
  const address = parseUri(text);
  if ("problem" in address) return address;
  if (/[?#]/.test(address.shown)) return { problem: "it has a query or a fragment" };
  const { shown, authorization, secrets } = address;
  return { prefix: shown.replace(/[\\/]$/, ""), authorization, secrets };
}

/** The base of paths on the origin of an address, without credentials. */
export function originBase({ address }: ParsedAddress): Base {
  return { prefix: originOf(address), authorization: null, secrets: noSecrets };
}
