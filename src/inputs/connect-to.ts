import { toUrl } from "../origin.ts";
import { hideCredentials } from "../secrets.ts";
import type { Refused } from "./address.ts";
import { type Endpoint, endpointOf } from "./proxies.ts";
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

const accepted = 'one "host[:port] target[:port]" per line, an IPv6 address in brackets';

/** Parses the `connect-to` input; blank lines and comments are skipped, and all problems are found at once. */
export function parseMappings(input: string): ParsedMappings {
  const mappings: Mapping[] = [];
  const problems: string[] = [];
  const secrets: string[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, line] of input.split(/\r\n|\n|\r/).entries()) {
    const text = line.trim();
    if (text === "" || text.startsWith("#")) continue;
    const number = index + 1;
    const hidden = hideCredentials(text);
    secrets.push(...hidden.secrets);
    const refuse = (problem: string): void => {
      problems.push(
        `connect-to: line ${number}: ${quote(hidden.shown)} is not accepted: ${problem}; accepted: ${accepted}`,
      );
    };
    const mapping = parseMapping(text);
    if ("problem" in mapping) {
      refuse(mapping.problem);
      continue;
    }
    const key = `${mapping.host} ${mapping.port}`;
    const first = lineOf.get(key);
    if (first !== undefined) refuse(`line ${first} names the same host`);
    else lineOf.set(key, number);
    mappings.push(mapping);
  }
  return { mappings, problems, secrets };
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
  return url === null ? { problem: "this is no host" } : { host: endpointOf(url).host, port };
}

/** The mapping for a host and a port, or null. One that names the port wins over one that does not. */
export function findMapping({ host, port }: Endpoint, mappings: readonly Mapping[]): Mapping | null {
  const sameHost = mappings.filter((mapping) => mapping.host === host);
  return sameHost.find((mapping) => mapping.port === port) ?? sameHost.find((mapping) => mapping.port === null) ?? null;
}
