import { acceptedStatuses, type ExpectedStatus, parseExpectedStatus } from "./status.ts";

/** Where a line of the list stands: the path of `uris-file` as it was given, or null for `uris`, and its number from 1. */
export interface Place {
  readonly file: string | null;
  readonly line: number;
}

/** `line 3`, or `list.txt:3` for a line of a file. */
export function showPlace({ file, line }: Place): string {
  return file === null ? `line ${line}` : `${file}:${line}`;
}

/** What one line of the list asks for. `shown` is its URI as it was typed, less its credentials; `secrets` are those, in every form in which they could be printed. */
export type Target = Checkable | Mistake;

/** A URI to check: its address without credentials, the `Authorization` made of those, and what counts as up. */
export interface Checkable {
  readonly kind: "checkable";
  readonly place: Place;
  readonly shown: string;
  readonly secrets: readonly string[];
  readonly url: URL;
  readonly authorization: string | null;
  readonly expected: ExpectedStatus;
  readonly text: string | null;
}

/** A line that cannot be checked, and what is wrong with it, in our own words alone. */
export interface Mistake {
  readonly kind: "mistake";
  readonly place: Place;
  readonly shown: string;
  readonly secrets: readonly string[];
  readonly problem: string;
}

/** Percent-decoding that leaves alone what is no percent-encoding (a bare `%` in a password). */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The value of an `Authorization` or `Proxy-Authorization` header (RFC 7617) for percent-encoded credentials, and every form of the secret in it. */
export function basicCredentials(username: string, password: string): { header: string; secrets: string[] } {
  const pair = `${percentDecode(username)}:${percentDecode(password)}`;
  const base64 = Buffer.from(pair, "utf8").toString("base64");
  // A token is often given as a user name without a password.
  const secret = password === "" ? username : password;
  return { header: `Basic ${base64}`, secrets: [secret, percentDecode(secret), base64] };
}

// Where the authority ends: https://url.spec.whatwg.org/#authority-state (a backslash counts as a slash for http).
const userinfo = /^([a-z][a-z0-9+.-]*:[\\/]+)([^\\/?#\s]*)@/i;
const userinfoWithoutScheme = /^()([^\\/?#\s:]+:[^\\/?#\s]*)@/;
// A password with an unescaped slash, question mark, hash or space in it: the "port" before that is no number.
const brokenUserinfo = /^([a-z][a-z0-9+.-]*:[\\/]+)([^\\/?#\s:@]*:(?!\d{0,5}(?:[\\/?#\s]|$)).*)@/is;

/** Takes the credentials out of a text that starts with a URI. */
function splitUserinfo(text: string, pattern: RegExp): { shown: string; userinfo: string } {
  const found = pattern.exec(text);
  if (!found) return { shown: text, userinfo: "" };
  return { shown: (found[1] ?? "") + text.slice(found[0].length), userinfo: found[2] ?? "" };
}

/** The credentials of a line that is a mistake may stand in any of its words. */
function hideUserinfo(line: string): { shown: string; secrets: string[] } {
  const secrets: string[] = [];
  const hide = (text: string, pattern: RegExp): string => {
    const split = splitUserinfo(text, pattern);
    if (split.userinfo !== "") secrets.push(typedPassword(split.userinfo));
    return split.shown;
  };
  const shown = hide(line, brokenUserinfo).replace(/\S+/g, (word) => hide(hide(word, userinfo), userinfoWithoutScheme));
  return { shown, secrets };
}

function typedPassword(typed: string): string {
  const colon = typed.indexOf(":");
  return colon === -1 ? typed : typed.slice(colon + 1) || typed.slice(0, colon);
}

function parseAddress(word: string): URL | string {
  if (!/^https?:\/\//i.test(word)) return "not an http(s) URI: it must start with http:// or https://";
  let url: URL;
  try {
    url = new URL(word);
  } catch {
    return "not a valid URI";
  }
  if (url.hostname.includes(",")) return "a comma in the host: one URI per line";
  return url;
}

/**
 * Parses one trimmed, non-empty line, `URI [status [text]]`. Never throws: a line that cannot be checked becomes a
 * `Mistake`, so that the others still are.
 */
export function parseLine(line: string, place: Place, defaultStatus: ExpectedStatus): Target {
  const [, address = "", status, text = null] = /^(\S+)(?:\s+(\S+)(?:\s+(.+))?)?$/s.exec(line) ?? [];
  const mistake = (problem: string): Target => {
    const { shown, secrets } = hideUserinfo(line);
    return { kind: "mistake", place, shown, secrets, problem };
  };

  const url = parseAddress(address);
  if (typeof url === "string") return mistake(url);
  if (status?.includes("://")) return mistake("a second URI on the line: one URI per line");
  const expected = status === undefined ? defaultStatus : parseExpectedStatus(status);
  if (!expected) return mistake(`the second word is not a status: one URI per line, and after it may stand ${acceptedStatuses}, then a text`);

  const base = { kind: "checkable", place, url, expected, text } as const;
  const { shown, userinfo: typed } = splitUserinfo(address, userinfo);
  if (url.username === "" && url.password === "") return { ...base, shown, secrets: [], authorization: null };
  const { header, secrets } = basicCredentials(url.username, url.password);
  url.username = "";
  url.password = "";
  return { ...base, shown, secrets: [...secrets, typedPassword(typed)], authorization: header };
}

/** The lines of a list that ask for something: trimmed (of a byte order mark too), without blank lines and comments. */
export function parseLines(text: string, file: string | null, defaultStatus: ExpectedStatus): Target[] {
  const parsed: Target[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    parsed.push(parseLine(trimmed, { file, line: index + 1 }, defaultStatus));
  }
  return parsed;
}
