import { toUrl } from "../origin.ts";
import { hideCredentials } from "../secrets.ts";
import type { Refused } from "./address.ts";
import { quote } from "./quote.ts";

/** For this host, dial `target`; everything else of a request stays. */
export interface Mapping {
  /** As a URL has it: lower case, in ASCII, and an IPv6 address without brackets. */
  readonly host: string;
  /** null: any port. */
  readonly port: number | null;
  /** A port of null is that of the URI. */
  readonly target: { readonly host: string; readonly port: number | null };
  /** As it was typed. */
  readonly shown: string;
}

/** The parsed `connect-to` input. */
export interface ParsedMappings {
  readonly mappings: readonly Mapping[];
  readonly problems: readonly string[];
  /** What could be a password in a line that is none. */
  readonly secrets: readonly string[];
}

interface HostPort {
  readonly host: string;
  readonly port: number | null;
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly parsed: Mapping | Refused;
}

const accepted = 'one "host[:port] target[:port]" per line, an IPv6 address in brackets';

/** Parses the `connect-to` input; blank lines and comments are skipped, and all problems are found at once. */
export function parseMappings(input: string): ParsedMappings {
  const lines = input
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter(({ text }) => text !== "" && !text.startsWith("#"))
    .map(({ number, text }): Line => ({ number, text, parsed: parseMapping(text) }));
  const firstOf = new Map<string, Line>();
  for (const line of lines) if (!firstOf.has(keyOf(line))) firstOf.set(keyOf(line), line);
  const problemOf = (line: Line): string | null => {
    if ("problem" in line.parsed) return line.parsed.problem;
    const first = firstOf.get(keyOf(line));
    return first === undefined || first === line ? null : `line ${first.number} names the same host`;
  };
  return {
    mappings: lines.flatMap(({ parsed }) => ("problem" in parsed ? [] : [parsed])),
    problems: lines.flatMap((line) => {
      const problem = problemOf(line);
      if (problem === null) return [];
      const shown = quote(hideCredentials(line.text).shown);
      return [`connect-to: line ${line.number}: ${shown} is not accepted: ${problem}; accepted: ${accepted}`];
    }),
    secrets: lines.flatMap(({ text }) => hideCredentials(text).secrets),
  };
}

function keyOf({ text, parsed }: Line): string {
  return "problem" in parsed ? text : `${parsed.host} ${parsed.port}`;
}

function parseMapping(line: string): Mapping | Refused {
  const [from = "", to, ...others] = line.split(/\s+/);
  if (to === undefined || others.length > 0) return { problem: "it is not two words" };
  const host = parseHostPort(from);
  if ("problem" in host) return host;
  const target = parseHostPort(to);
  return "problem" in target ? target : { ...host, target, shown: line };
}

function parseHostPort(word: string): HostPort | Refused {
  if (/[/\\?#@%*,;|]/.test(word)) return { problem: "write a host alone, without scheme, path, user, * or separator" };
  const [, name, digits] = /^(\[[^[\]]*\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(word) ?? [];
  if (name === undefined) {
    return { problem: word.split(":").length > 2 ? "write an IPv6 address in brackets" : "write host or host:port" };
  }
  const port = digits === undefined ? null : Number(digits);
  if (port !== null && (port < 1 || port > 65_535)) return { problem: "a port is a number from 1 to 65535" };
  const url = toUrl(`http://${name}/`);
  return url === null ? { problem: "this is no host" } : { host: withoutBrackets(url.hostname), port };
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** The mapping for a URL, or null. One that names the port wins over one that does not. */
export function findMapping(url: URL, mappings: readonly Mapping[]): Mapping | null {
  if (mappings.length === 0) return null;
  const host = withoutBrackets(url.hostname);
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  const sameHost = mappings.filter((mapping) => mapping.host === host);
  return sameHost.find((mapping) => mapping.port === port) ?? sameHost.find((mapping) => mapping.port === null) ?? null;
}
