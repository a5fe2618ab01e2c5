import { parseExpectedStatus } from "./status.ts";

// The most likely mistakes, and what to write instead. All patterns look at a text once, whatever it is made of.

interface Mistaken {
  readonly pattern: RegExp;
  readonly problem: string;
}

const secondUri = "a second URI on the line: one URI per line";
const folded = `${secondUri} (in YAML: |, not >)`;
const comment = "a comment needs its own line, with a # in front";
const foldedComment = `${comment} (in YAML: |, not >)`;
const listMark = "write it without the list mark";
const method = "every check is a GET, and only GET: write the URI alone";

/** What a line starts with where its URI should be. */
const insteadOfUri: readonly Mistaken[] = [
  { pattern: /^!?\[[^\]]*\]\s*[([:]/, problem: "a Markdown link: write the URI alone" },
  { pattern: /^(?:[[\]{}]|(["'])[^"']*\1\s*,\s*["'])/, problem: "a JSON list: write one URI per line, without quotes" },
  { pattern: /^\\?["'`\u2018-\u201f\u00ab\u2039]/, problem: "write it without quotes" },
  { pattern: /^[<(]+\s*https?:/i, problem: "write it without brackets" },
  {
    pattern: /^(?:[-*+\u00b7\u2013\u2014\u2022\u2023\u25aa\u25e6]|\(?\d{1,6}[.)])(?:\s|["'<[(]*https?:|\/)/i,
    problem: listMark,
  },
  { pattern: /^sitemap\b/i, problem: "write: sitemap URI, in lower case and without a colon" },
  { pattern: /^(?:get|head|post|put|patch|delete|options|trace|connect|curl|wget)[\s:]/i, problem: method },
  { pattern: /^(?:\/\/|--|;)(?!\S)/, problem: comment },
  { pattern: /^[1-9](?:\d\d|xx)\s/i, problem: "write the status behind the URI" },
];

/** Says what is wrong with a line that starts with neither http:// nor https://. */
export function describeNoUri(line: string): string {
  return `not an http(s) URI: ${find(insteadOfUri, line) ?? "it must start with http:// or https://"}`;
}

const noBlank = "write the statuses without a blank: 2xx,3xx";
const blanks = "write -> with a blank on either side";
const arrow = "write -> in front of where a redirect leads";
const aStatus = "[1-9](?:\\d\\d|xx)(?:-[1-9]\\d\\d)?";

/** What stands behind a URI where a status or `->` should be. */
const insteadOfStatus: readonly Mistaken[] = [
  { pattern: /^(?:#|\/\/(?!\S)).*https?:\/\//is, problem: foldedComment },
  { pattern: /^(?:#|(?:\/\/|--|;)(?!\S)|<!--|\/\*)/, problem: comment },
  { pattern: new RegExp(`^(?:${aStatus},)+\\s+${aStatus}`, "i"), problem: noBlank },
  { pattern: /^(?:=>|-->|>|[\u2190-\u21ff\u27f5-\u27ff])/, problem: arrow },
  { pattern: /^\S{0,100}->/, problem: blanks },
  { pattern: /^(?:get|head|post|put|patch|delete|options)(?!\S)/i, problem: method },
  { pattern: /^!/, problem: "write the status in front of the text: URI 200 !text" },
];

/** Says what is wrong with what follows a URI and is neither a status nor `->`. */
export function describeNoStatus(rest: string, accepted: string): string {
  const found = find(insteadOfStatus, rest);
  if (found !== null) return `the second word is not a status: ${found}`;
  if (/^(?:\/|www\.|\S*:\/\/)/i.test(rest)) return folded;
  return `the second word is not a status: one URI per line, and after it ${accepted}, then a text to look for`;
}

/** What a text starts with that was not meant as one. */
const insteadOfText: readonly Mistaken[] = [
  { pattern: new RegExp(`^,\\s*${aStatus}`, "i"), problem: noBlank },
  { pattern: /^->(?:https?:\/\/|\/)/i, problem: blanks },
  { pattern: /^(?:=>|-->|>|[\u2190-\u21ff\u27f5-\u27ff])\s*(?:https?:\/\/|\/)/i, problem: arrow },
  { pattern: /^sitemap\s+(?:https?:\/\/|\/)/, problem: folded },
];

/** How a line starts. */
export const aUri: RegExp = /^https?:\/\//i;
/** How a line of a list with `base-uri` starts. */
export const aUriOrPath: RegExp = /^(?:https?:\/\/|\/(?!\/))/i;

// What may have stood between two lines: a blank of YAML, a typed line break, or the separator of another tool.
const lineBreaks = /\s|\\[nr]|[,;|](?=https?:\/\/)/i;

/** Says why a text is none, such as one that holds a line which starts like `start`; null where nothing is wrong. */
export function findTextMistake(text: string, start: RegExp): string | null {
  const isUnwanted = text.startsWith("!");
  const words = text
    .replace(/^!/, "")
    .split(lineBreaks)
    .filter((word) => word !== "");
  const folds = words.some((word, index) => {
    const next = words[index + 1];
    // A text that must not be there is not there either where it has swallowed a line.
    if (next === undefined) return isUnwanted ? index > 0 && start.test(word) : index === 0 && aUri.test(word);
    if (next === "->" || parseExpectedStatus(next) !== undefined) return start.test(word);
    return aUri.test(word) && aUri.test(next);
  });
  if (folds) return folded;
  if (words.at(-2) === "->" && aUriOrPath.test(words.at(-1) ?? "")) return "a text and -> on one line: write two lines";
  return find(insteadOfText, text);
}

/**
 * Finds a second http(s) URI that is glued to the first by the separator of another tool, or by a line break that was
 * typed as `\n` or `%0A`. A query may hold anything, and a path may hold a URI behind a slash, as archives have it.
 */
export function findGluedUri(word: string): string | null {
  const [path = ""] = word.split("?", 1);
  if (/(?:[,;|\u3001\uff0c\uff1b\uff5c]|\\[nrt]|%0[ad])["'<([]*https?(?::|%3a)(?:\/|%2f){2}/i.test(path))
    return secondUri;
  if (/^https?:\/\/[^/#]*https?:\/\//i.test(path)) return "two schemes: one URI per line, with one http:// or https://";
  return /\\[nr]$/.test(path) ? "a line break typed as \\n is none: one URI per line" : null;
}

/** Finds a second path that is glued to the first, on a line that follows `base-uri`. */
export function findGluedPath(word: string): string | null {
  const [path = ""] = word.split("?", 1);
  return /(?:[,;|]|\\[nr]|%0[ad])\//i.test(path) ? secondUri : null;
}

function find(table: readonly Mistaken[], text: string): string | null {
  return table.find(({ pattern }) => pattern.test(text))?.problem ?? null;
}
