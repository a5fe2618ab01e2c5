import type { ExpectedStatus } from "./status.ts";

/** Where a line of the list stands: the path of `uris-file` as given (null: in `uris`), and its number from 1. */
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
  /** As `URL.href` has it, without credentials. */
  readonly address: string;
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
  readonly address: string;
  /** The address as it was typed, or joined with `base-uri`. */
  readonly shown: string;
}
