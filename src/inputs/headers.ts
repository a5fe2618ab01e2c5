import { isMaskable, maskableLines, minHeaderValueLength, minPasswordLength, percentDecode } from "../secrets.ts";
import { cut } from "../text.ts";
import { version } from "../version.ts";

/** One header field to send, its name as it was typed. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** The header fields of every request, name and value. */
export interface RequestHeaders {
  /** For the origin that the list names. */
  readonly own: readonly Header[];
  /** What is left of them once a redirect has led to another origin. */
  readonly elsewhere: readonly Header[];
  /** To be masked: the values of headers whose name says that they are confidential, in every form. */
  readonly secrets: readonly string[];
  /** Not to be shown where a server gives them back in a redirect: all values but short and harmless ones. */
  readonly hidden: readonly string[];
}

/** The parsed `headers` input. Nothing in `problems` and `warnings` is a value: it may be a secret. */
export interface ParsedHeaders {
  readonly request: RequestHeaders;
  /** Some of them identify the user, and should not go to several origins. */
  readonly hasCredentials: boolean;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
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

const confidential = new RegExp(
  [
    // Not X-Author, and not Access-Control-Request-Headers.
    "auth(?!or(?!i))|access(?!-control)|bearer|bypass|client-?id|cookie|credential|hmac|jwt|key|pass(?:code|phrase|w)",
    "pwd|secret|session|signature|token|verify",
  ].join("|"),
  "i",
);
const identifying = /^(?:authorization|cookie)$/i;
// Whoever gives these back tells nothing.
const harmless = /^(?:user-agent|accept|host)$/i;
const minHiddenLength = 8;

const scheme = /^(?:basic|bearer|digest|token|apikey|negotiate|hawk|dpop|oauth|vapid|aws4-hmac-sha256)$/i;

/** Field names are case-insensitive: RFC 9110, section 5.1. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Parses the `headers` input: one `Name: value` per line, blank lines skipped. All problems are found at once. */
export function parseHeaders(text: string): ParsedHeaders {
  const lines = text
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) => (line.trim() === "" ? [] : [parseLine(line, index + 1)]));
  const headers = lines.flatMap(({ header }) => (header === null ? [] : [header]));
  const isDefault = ({ name }: Header): boolean => defaults.some((header) => sameName(header.name, name));
  const own = [...defaults.filter(({ name }) => !headers.some((header) => sameName(header.name, name))), ...headers];
  const secrets = headers.flatMap(secretsOf);
  return {
    request: {
      own,
      elsewhere: own.filter(isDefault),
      secrets,
      hidden: [...new Set([...secrets, ...headers.flatMap(hiddenOf)])],
    },
    hasCredentials: secrets.length > 0 || headers.some((header) => identifying.test(header.name) && isGiven(header)),
    problems: lines.flatMap(({ problem }) => (problem === null ? [] : [problem])),
    warnings: lines.flatMap(({ warning }) => (warning === null ? [] : [warning])),
  };
}

interface ParsedLine {
  readonly header: Header | null;
  readonly problem: string | null;
  readonly warning: string | null;
}

function parseLine(line: string, number: number): ParsedLine {
  const where = `headers: line ${number}`;
  const colon = line.indexOf(":");
  const name = line.slice(0, colon).trim();
  const value = line.slice(colon + 1).trim();
  const shortName = cut(name, 100);
  const refuse = (problem: string): ParsedLine => ({ header: null, problem: where + problem, warning: null });

  if (colon === -1) return refuse(' has no colon; accepted: one "Name: value" per line');
  if (!token.test(name))
    return refuse(' has a name with a character that RFC 9110 does not allow; accepted: one "Name: value" per line');
  if (refused.test(name))
    return refuse(`: ${name} belongs to the connection and cannot be set; accepted: any other header`);
  if (badValue.test(value))
    return refuse(
      `: the value of ${shortName} has a character that a header cannot hold; ` +
        "accepted: Latin-1 without control characters",
    );
  const missing = nothingIn(value);
  const warning = missing === null ? null : `${where}: ${shortName} has ${missing}: is the secret defined?`;
  return { header: { name, value }, problem: null, warning };
}

/** What is missing in a value that was made of a secret which is not there; null where nothing is. */
function nothingIn(value: string): string | null {
  if (value === "") return "an empty value";
  if (/^(?:bearer|basic|token)$/i.test(value)) return `nothing behind ${value}`;
  return pairOf(value) === ":" ? "neither user nor password behind Basic" : null;
}

function isGiven({ value }: Header): boolean {
  return nothingIn(value) === null && isMaskable(value, 1);
}

/** A value without the word of its authentication scheme. */
function credentialsOf({ name, value }: Header): string {
  const [, word = "", credentials] = /^(\S+)\s+(\S.*)$/.exec(value) ?? [];
  return credentials !== undefined && (/authorization$/i.test(name) || scheme.test(word)) ? credentials : value;
}

/** The `user:password` of Basic authentication (RFC 7617); null for any other value. */
function pairOf(value: string): string | null {
  const base64 = /^basic\s+(\S.*)$/i.exec(value)?.[1];
  return base64 === undefined ? null : Buffer.from(base64, "base64").toString("utf8");
}

function valuesIn(header: Header): string[] {
  const credentials = credentialsOf(header);
  if (/^cookie$/i.test(header.name)) {
    const values = credentials.split(";").map((cookie) => cookie.slice(cookie.indexOf("=") + 1).trim());
    return values.some((value) => value !== "") ? [credentials, ...values] : [];
  }
  return [credentials, percentDecode(credentials), pairOf(header.value) ?? ""];
}

function passwordOf({ value }: Header): string {
  const pair = pairOf(value) ?? "";
  return pair.slice(pair.indexOf(":") + 1);
}

function secretsOf(header: Header): string[] {
  if (!confidential.test(header.name)) return [];
  const secrets = valuesIn(header).flatMap((value) => maskableLines(value, minHeaderValueLength));
  return [...secrets, ...maskableLines(passwordOf(header), minPasswordLength)];
}

function hiddenOf(header: Header): string[] {
  if (harmless.test(header.name)) return [];
  const values = [header.value, ...valuesIn(header)].flatMap((value) => maskableLines(value, minHiddenLength));
  return values.filter((value) => !isOrigin(value));
}

/** The value of an `Origin` or `Referer`, which the redirects of a site have at their front. */
function isOrigin(value: string): boolean {
  if (!/^https?:/i.test(value) || !URL.canParse(value)) return false;
  const { href, origin } = new URL(value);
  return href === `${origin}/`;
}
