import { hideCredentials } from "../secrets.ts";
import { type Base, originBase, type ParsedAddress, parseAddress, type Refused } from "./address.ts";
import { aUri, aUriOrPath, describeNoStatus, describeNoUri, findTextMistake } from "./mistakes.ts";
import { acceptedStatuses, type ExpectedStatus, parseExpectedStatus } from "./status.ts";
import type { Expectation, Place, SitemapTarget, Target, UriTarget } from "./target.ts";

/** What a line leaves unsaid. */
export interface LineDefaults {
  /** What counts as up for a line that does not say it. */
  readonly expected: Expectation;
  /** Where a line that starts with `/` leads; null: nowhere. */
  readonly base: Base | null;
}

/** What a list asks for. */
export interface ParsedList {
  readonly targets: readonly Target[];
  /** Where a blank and nothing stands behind a status: an expression may have been meant to give a text. */
  readonly emptyTexts: readonly Place[];
}

/** Parses a list. Its lines are trimmed (of a byte order mark too); blank ones and comments are skipped. */
export function parseList(text: string, file: string | null, defaults: LineDefaults): ParsedList {
  const targets: Target[] = [];
  const emptyTexts: Place[] = [];
  for (const [index, typed] of text.split(/\r\n|\n|\r/).entries()) {
    const line = typed.trim();
    if (line === "" || line.startsWith("#")) continue;
    const place = { file, line: index + 1 };
    targets.push(parseLine(line, place, defaults));
    if (/[ \t]$/.test(typed) && endsWithStatus(line)) emptyTexts.push(place);
  }
  return { targets, emptyTexts };
}

function endsWithStatus(line: string): boolean {
  const [, status = ""] = /^(?:sitemap\s+)?\S+\s+(\S+)$/.exec(line) ?? [];
  return parseExpectedStatus(status) !== undefined;
}

/**
 * Parses one trimmed, non-empty line: `URI [status [text | !text]]`, `URI [status] [-> URI]`, or the first of them
 * behind the word `sitemap`. Never throws: a line that cannot be checked becomes a `Mistake`, so that the others still
 * are.
 */
export function parseLine(line: string, place: Place, defaults: LineDefaults): Target {
  const [, sitemap] = /^sitemap(?:\s+(.+))?$/s.exec(line) ?? [];
  const target = sitemap === undefined ? parseUri(line, place, defaults) : parseSitemap(sitemap, place, defaults);
  return "problem" in target ? { kind: "mistake", place, problem: target.problem, ...hideCredentials(line) } : target;
}

function parseUri(line: string, place: Place, defaults: LineDefaults): UriTarget | Refused {
  const parsed = parseParts(line, defaults);
  if ("problem" in parsed) return parsed;
  const { address, shown, authorization, secrets } = parsed.address;
  const { expected } = parsed;
  return { kind: "uri", place, address, shown, authorization, secrets, getsHeaders: true, expected };
}

function parseSitemap(line: string, place: Place, defaults: LineDefaults): SitemapTarget | Refused {
  const parsed = parseParts(line, defaults);
  if ("problem" in parsed) return parsed;
  const { address, isRelative, expected: pages } = parsed;
  if (pages.end !== null) return { problem: "-> says where one redirect leads, and a sitemap has many pages" };
  return { kind: "sitemap", place, ...address, getsHeaders: true, pages, isRelative, isNested: false };
}

interface Parts {
  readonly address: ParsedAddress;
  /** The line follows `base-uri`. */
  readonly isRelative: boolean;
  readonly expected: Expectation;
}

/** Parses a URI or a path, and all that follows it. */
function parseParts(line: string, { base, expected: byDefault }: LineDefaults): Parts | Refused {
  const { word, rest } = splitWord(line);
  if (!/^(?:https?:\/\/|\/(?!\/$))/i.test(word)) return { problem: describeNoUri(line) };
  const address = parseAddress(word, base);
  if ("problem" in address) return address;
  const isRelative = word.startsWith("/");
  const expected = parseExpectation(rest, { address, base: isRelative ? base : null }, byDefault);
  return "problem" in expected ? expected : { address, isRelative, expected };
}

function splitWord(text: string): { word: string; rest: string } {
  const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  return { word, rest };
}

/** The address of a line, and the base that it follows; null: none. */
interface Start {
  readonly address: ParsedAddress;
  readonly base: Base | null;
}

/** Parses all that follows the URI of a line. */
function parseExpectation(text: string, start: Start, byDefault: Expectation): Expectation | Refused {
  if (text === "") return byDefault;
  const { word, rest } = splitWord(text);
  if (word === "->") return parseEnd(rest, start, byDefault.status);
  const status = parseExpectedStatus(word);
  if (status === undefined) return { problem: describeNoStatus(text, acceptedStatuses) };
  if (rest === "") return { status, text: null, end: null };
  if (/^->(?!\S)/.test(rest)) return parseEnd(rest.slice("->".length).trim(), start, status);
  const problem = findTextMistake(rest, start.base === null ? aUri : aUriOrPath);
  if (problem !== null) return { problem };
  if (!rest.startsWith("!")) return { status, text: { text: rest, unwanted: false }, end: null };
  const unwanted = rest.slice(1).trim();
  if (unwanted === "") return { problem: "no text behind the !" };
  return { status, text: { text: unwanted, unwanted: true }, end: null };
}

/** Parses the address behind `->`: a path is on the origin of the line, or follows the base that the line follows. */
function parseEnd(text: string, start: Start, status: ExpectedStatus): Expectation | Refused {
  const { word, rest } = splitWord(text);
  if (word === "") return { problem: "no address behind ->" };
  if (rest !== "") return { problem: "nothing may follow the address behind ->" };
  const end = parseAddress(word, start.base ?? originBase(start.address));
  if ("problem" in end) return { problem: `the address behind ->: ${end.problem}` };
  if (!word.startsWith("/") && end.authorization !== null)
    return { problem: "the address behind ->: no redirect leads to a user:password@" };
  return { status, text: null, end: { address: end.address, shown: end.shown } };
}
