import { percentDecode } from "../secrets.ts";
import { version } from "../version.ts";

/** One header field to send, its name as it was typed. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * The header fields of every request, name and value. `own` go to the origin that the list names; `elsewhere` is what
 * is left of them once a redirect has led to another origin. `secrets`: every form in which a credential among them
 * could be printed.
 */
export interface RequestHeaders {
  readonly own: readonly Header[];
  readonly elsewhere: readonly Header[];
  readonly secrets: readonly string[];
}

/** The parsed `headers` input, and what is wrong with it (never with a value: it may be a secret). */
export interface ParsedHeaders {
  readonly request: RequestHeaders;
  readonly problems: readonly string[];
}

const defaults: readonly Header[] = [
  { name: "User-Agent", value: `uptimemon/${version}` },
  { name: "Accept", value: "*/*" },
];

// These say how one connection is used (RFC 9110, section 7.6.1, and RFC 9112): the session decides that.
const refused = /^(connection|keep-alive|content-length|transfer-encoding|expect|upgrade|te|trailer|proxy-.*)$/i;
// RFC 9110, sections 5.6.2 (token) and 5.5 (field value).
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const badValue = /[^\t\x20-\x7e\x80-\xff]/;
const confidential = /auth|bearer|cookie|credential|jwt|key|passw|pwd|secret|session|signature|token/i;

/** Field names are case-insensitive: RFC 9110, section 5.1. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Every form in which the secret of a confidential header could be printed: whole, without its scheme, decoded. */
function secretsOf({ name, value }: Header): string[] {
  if (/^cookie$/i.test(name)) {
    // A short cookie (lang=en) is no secret, and masking it would make the log unreadable.
    const values = value.split(";").map((cookie) => cookie.slice(cookie.indexOf("=") + 1).trim());
    return [value, ...values.filter((one) => one.length >= 8)];
  }
  const credentials = /^\S+\s+(\S.*)$/.exec(value)?.[1];
  if (credentials === undefined) return [value, percentDecode(value)];
  if (!/^basic\s/i.test(value)) return [value, credentials];
  const pair = Buffer.from(credentials, "base64").toString("utf8");
  return [value, credentials, pair, pair.slice(pair.indexOf(":") + 1)];
}

/** Parses the `headers` input: one `Name: value` a line; blank lines are skipped, and all problems are found at once. */
export function parseHeaders(text: string): ParsedHeaders {
  const headers: Header[] = [];
  const problems: string[] = [];
  const short = (name: string): string => (name.length > 100 ? `${name.slice(0, 99)}…` : name);
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") continue;
    const where = `headers: line ${index + 1}`;
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (colon === -1) problems.push(`${where} has no colon; accepted: one "Name: value" a line`);
    else if (!token.test(name))
      problems.push(
        `${where} has a name with a character that RFC 9110 does not allow; accepted: one "Name: value" a line`,
      );
    else if (refused.test(name))
      problems.push(`${where}: ${name} belongs to the connection and cannot be set; accepted: any other header`);
    else if (badValue.test(value))
      problems.push(
        `${where}: the value of ${short(name)} has a character that a header cannot hold; accepted: Latin-1 without control characters`,
      );
    else headers.push({ name, value });
  }
  const isDefault = ({ name }: Header): boolean => defaults.some((header) => sameName(header.name, name));
  const own = [...defaults.filter(({ name }) => !headers.some((header) => sameName(header.name, name))), ...headers];
  const credentials = headers.filter(({ name, value }) => value !== "" && confidential.test(name));
  return { request: { own, elsewhere: own.filter(isDefault), secrets: credentials.flatMap(secretsOf) }, problems };
}
