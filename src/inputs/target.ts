import { basicCredentials, hideCredentials, hideUserinfo } from "../secrets.ts";
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

// One for all lines without any, of which there may be thousands.
const noSecrets: readonly string[] = [];

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
    return { kind: "mistake", place, problem, ...hideCredentials(line) };
  };

  const url = parseAddress(address);
  if (typeof url === "string") return mistake(url);
  if (status?.includes("://")) return mistake("a second URI on the line: one URI per line");
  const expected = status === undefined ? defaultStatus : parseExpectedStatus(status);
  if (!expected)
    return mistake(
      `the second word is not a status: one URI per line, and after it ${acceptedStatuses}, then a text to look for`,
    );

  const { shown, secrets: typed } = address.includes("@")
    ? hideUserinfo(address)
    : { shown: address, secrets: noSecrets };
  if (url.username === "" && url.password === "") {
    return { kind: "checkable", place, shown, secrets: noSecrets, url, authorization: null, expected, text };
  }
  const { header, secrets } = basicCredentials(url.username, url.password);
  url.username = "";
  url.password = "";
  return {
    kind: "checkable",
    place,
    shown,
    secrets: [...secrets, ...typed],
    url,
    authorization: header,
    expected,
    text,
  };
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
