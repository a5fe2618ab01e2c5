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

/** What one line of the list asks for, or one page of a sitemap. */
export type Target = Checkable | Mistake;
export type Checkable = UriTarget | SitemapTarget;

interface Line {
  readonly place: Place;
  /** The URI as it was typed, without its credentials. */
  readonly shown: string;
  /** The credentials, in every form in which they could be printed. */
  readonly secrets: readonly string[];
}

interface Request extends Line {
  /** Without credentials. */
  readonly url: URL;
  /** The `Authorization` made of the credentials of the URI. */
  readonly authorization: string | null;
  /** Whether the `headers` input may be sent to its origin. */
  readonly getsHeaders: boolean;
}

/** A URI to check, and what counts as up. */
export interface UriTarget extends Request {
  readonly kind: "uri";
  readonly expected: Expectation;
}

/** A sitemap, whose pages are checked like lines of their own. */
export interface SitemapTarget extends Request {
  readonly kind: "sitemap";
  /** What counts as up for each of its pages. */
  readonly pages: Expectation;
  /** The line began with `/`: the origin of the first page stands for that of `base-uri`. */
  readonly isRelative: boolean;
  /** It was named by a sitemap index. */
  readonly isNested: boolean;
}

/** A line that cannot be checked, and what is wrong with it, in our own words alone. */
export interface Mistake extends Line {
  readonly kind: "mistake";
  readonly problem: string;
}

/** What counts as up. */
export interface Expectation {
  readonly status: ExpectedStatus;
  /** A text that the body has to hold, or (`unwanted`) must not hold. */
  readonly text: { readonly text: string; readonly unwanted: boolean } | null;
  /** Where a redirect has to lead, or redirects have to end. */
  readonly end: ExpectedEnd | null;
}

/** The address behind `->`. */
export interface ExpectedEnd {
  readonly url: URL;
  /** The address as it was typed, or joined with `base-uri`. */
  readonly shown: string;
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
  const statuses = status === undefined ? defaultStatus : parseExpectedStatus(status);
  if (!statuses)
    return mistake(
      `the second word is not a status: one URI per line, and after it ${acceptedStatuses}, then a text to look for`,
    );

  const expected: Expectation = { status: statuses, text: text === null ? null : { text, unwanted: false }, end: null };
  const { shown, secrets: typed } = address.includes("@")
    ? hideUserinfo(address)
    : { shown: address, secrets: noSecrets };
  if (url.username === "" && url.password === "") {
    return { kind: "uri", place, shown, secrets: noSecrets, url, authorization: null, getsHeaders: true, expected };
  }
  const { header, secrets } = basicCredentials(url.username, url.password);
  url.username = "";
  url.password = "";
  return {
    kind: "uri",
    place,
    shown,
    secrets: [...secrets, ...typed],
    url,
    authorization: header,
    getsHeaders: true,
    expected,
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
