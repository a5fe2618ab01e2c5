import { percentDecode } from "./secrets.ts";

// Foreign text (URIs, redirect targets, input values) stays raw in data and is made harmless here, where it is printed.

// C0 and C1 controls would start log lines or move a terminal's cursor; U+2028 and U+2029 are line breaks to some.
// biome-ignore lint/complexity/useRegexLiterals: a literal makes Node look the property up at each start, 0.2 ms
const controls = (): RegExp => new RegExp("[\\p{Cc}\\u2028\\u2029]", "gu");
// Invisible and reordering characters, with which a text can pass for another one:
// https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point (it holds the bidirectional controls too).
// biome-ignore lint/complexity/useRegexLiterals: a literal makes Node look the property up at each start, 0.4 ms
const invisible = (): RegExp => new RegExp("\\p{Default_Ignorable_Code_Point}", "gu");

// Nearly all text is this, and needs no second look.
const harmless = /^[ !#$%(-;=?-~]*$/;

/** One visible line: controls become spaces, invisible and reordering characters U+FFFD. */
export function plainText(text: string): string {
  if (harmless.test(text)) return text;
  return text.replace(controls(), " ").replace(invisible(), "\ufffd");
}

/**
 * A piece of a log line. The runner takes `##[command]` for a command anywhere in a line (`::command::` only at its
 * start, where no foreign text ever stands), so its second `#` is percent-encoded.
 */
export function logText(text: string): string {
  return plainText(text).replaceAll("##[", "#%23[");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/**
 * Text or attribute value in HTML. Just these five entities and no other escape: the runner masks secrets in the
 * summary in this form.
 */
export function htmlText(text: string): string {
  if (harmless.test(text)) return text;
  return plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Foreign text in the summary: in `<code>` GitHub makes no link, mention or emoji of it. */
export function htmlCode(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

const ellipsis = "\u2026";

/** At most `max` characters of a text, the last of them an ellipsis where it goes on. */
export function cut(text: string, max: number): string {
  // Not between the two halves of a surrogate pair.
  return text.length > max ? `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}${ellipsis}` : text;
}

// A UUID (RFC 9562, section 4), or 12 and more letters and digits in a row.
const uuidOrToken = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z]{12,}/gi;
const maxLabel = 36;

/**
 * What the label of a chart says of an address. The path is percent-decoded, and what may be a secret in it is cut to
 * four characters: the runner masks that only together with the rest of its URI. Nothing in it has a meaning in
 * Mermaid.
 */
export function chartLabel(host: string, path: string): string {
  const harmlessIn = (text: string): string => text.replace(/[^A-Za-z0-9._:[\]/-]/gu, "_");
  const shownPath = harmlessIn(percentDecode(path)).replace(uuidOrToken, (run) =>
    /^[a-z]+$|^\d+$/i.test(run) ? run : run.slice(0, 4) + ellipsis,
  );
  const label = harmlessIn(host) + (host !== "" && path === "/" ? "" : shownPath);
  const half = maxLabel / 2;
  return label.length > maxLabel ? label.slice(0, half) + ellipsis + label.slice(1 - half) : label;
}

/**
 * An address that a server chose: without its query and fragment, which may hold tokens, and at most 200 characters.
 */
export function shortAddress(address: string): string {
  const short = address.replace(/\?[^#]*/, `?${ellipsis}`).replace(/#.*$/s, `#${ellipsis}`);
  return cut(short, 200);
}
