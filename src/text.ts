// Foreign text (URIs, redirect targets, input values) stays raw in data and is made harmless here, where it is printed.

// C0 and C1 controls would start log lines or move a terminal's cursor; U+2028 and U+2029 are line breaks to some.
const controls = /[\p{Cc}\u2028\u2029]/gu;
// Invisible and reordering characters, with which a text can pass for another one:
// https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point (it holds the bidirectional controls too).
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

// Nearly all text is this, and needs no second look.
const harmless = /^[ !#$%(-;=?-~]*$/;

/** One visible line: controls become spaces, invisible and reordering characters U+FFFD. */
export function plainText(text: string): string {
  if (harmless.test(text)) return text;
  return text.replace(controls, " ").replace(invisible, "\ufffd");
}

/** A piece of a log line. The runner takes `##[command]` for a command anywhere in a line (`::command::` only at its start, where no foreign text ever stands), so its second `#` is percent-encoded. */
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

/** Text or attribute value in HTML. Just these five entities and no other escape: the runner masks secrets in the summary in this form. */
export function htmlText(text: string): string {
  if (harmless.test(text)) return text;
  return plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Foreign text in the summary: in `<code>` GitHub makes no link, mention or emoji of it. */
export function htmlCode(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

/** A host for a Mermaid label: only characters without a meaning there, and the last 39 of a long one. */
export function mermaidLabel(host: string): string {
  const label = host.replace(/[^A-Za-z0-9._:[\]-]/g, "_");
  return label.length > 40 ? `…${label.slice(-39)}` : label;
}

/** An address that a server chose: without its query and fragment, which may hold tokens, and at most 200 characters. */
export function shortAddress(address: string): string {
  const short = address.replace(/\?[^#]*/, "?…").replace(/#.*$/s, "#…");
  return short.length > 200 ? `${short.slice(0, 199)}…` : short;
}
