import { toUrl } from "../origin.ts";
import { basicCredentials, hideCredentials } from "../secrets.ts";
import { quote } from "./quote.ts";

/** The other end of a connection. */
export interface Endpoint {
  readonly tls: boolean;
  /** As sockets and certificates want it. */
  readonly host: string;
  readonly port: number;
  /** host:port, as CONNECT takes it (RFC 9112, section 3.2.3). */
  readonly authority: string;
}

/** A proxy to go through. */
export interface ProxyServer extends Endpoint {
  readonly kind: "proxy";
  readonly authorization: string | null;
}

/** A proxy variable that names no http(s) address: whatever would go through it cannot be sent. */
export interface BrokenProxy {
  readonly kind: "broken";
  /** What is wrong, to follow the name of the variable: `is not the address of an http(s) proxy`. */
  readonly problem: string;
}

/** What the environment says about proxies, by the scheme of the request; null: go direct. */
export interface Proxies {
  readonly http: ProxyServer | BrokenProxy | null;
  readonly https: ProxyServer | BrokenProxy | null;
}

/** An IPv6 address loses the brackets of a URI (RFC 3986, section 3.2.2); without a port it is the scheme's own. */
export function endpointOf({ protocol, hostname, port: named }: URL): Endpoint {
  const tls = protocol === "https:";
  const port = named === "" ? (tls ? 443 : 80) : Number(named);
  return { tls, host: hostname.replace(/^\[|\]$/g, ""), port, authority: `${hostname}:${port}` };
}

interface ParsedProxy {
  readonly proxy: ProxyServer | BrokenProxy | null;
  readonly secrets: readonly string[];
}

/**
 * Parses the value of `HTTP_PROXY` or `HTTPS_PROXY`: a URI, or `host:port`, with or without credentials. A value that
 * is neither is a `BrokenProxy`, where @actions/http-client would go direct without a word.
 */
export function parseProxy(value: string): ParsedProxy {
  const address = value.trim();
  if (address === "") return { proxy: null, secrets: [] };
  const broken = (problem: string): ParsedProxy => {
    return { proxy: { kind: "broken", problem }, secrets: hideCredentials(address).secrets };
  };
  const withScheme = address.includes("://") ? address : `http://${address}`;
  // To a URL these end the host, and what was meant as a password would be the path behind a wrong one.
  if (/^\w+:\/\/[^/]*(?:[\\?#]|\/.*@)/s.test(withScheme))
    return broken("has one of @ / ? # \\ in the wrong place: percent-encode them in user and password");
  const url = toUrl(withScheme);
  if (url === null || !/^https?:$/.test(url.protocol)) return broken("is not the address of an http(s) proxy");
  const credentials = url.username === "" && url.password === "" ? null : basicCredentials(url.username, url.password);
  const proxy: ProxyServer = { kind: "proxy", ...endpointOf(url), authorization: credentials?.header ?? null };
  return { proxy, secrets: credentials?.secrets ?? [] };
}

/** Reads the four names that @actions/http-client reads, in its order, and warns of what `NO_PROXY` cannot mean. */
export function readProxies(env: NodeJS.ProcessEnv): { proxies: Proxies; secrets: string[]; warnings: string[] } {
  const http = parseProxy(env["http_proxy"] || env["HTTP_PROXY"] || "");
  const https = parseProxy(env["https_proxy"] || env["HTTPS_PROXY"] || "");
  const isUsed = http.proxy !== null || https.proxy !== null;
  const bypass = isUsed ? env["no_proxy"] || env["NO_PROXY"] || "" : "";
  return {
    proxies: { http: http.proxy, https: https.proxy },
    secrets: [...http.secrets, ...https.secrets, ...hideCredentials(bypass).secrets],
    warnings: findDeadBypasses(bypass),
  };
}

// Enough to see what is wrong with a whole list of them.
const maxShown = 5;

/** Says which entries of `NO_PROXY` match no host that a URL can have, by the rule of @actions/http-client. */
export function findDeadBypasses(noProxy: string): string[] {
  const dead = noProxy
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "" && !canMatch(entry));
  if (dead.length === 0) return [];
  const shown = dead.slice(0, maxShown).map((entry) => quote(hideCredentials(entry).shown));
  if (dead.length > maxShown) shown.push(`${dead.length - maxShown} more`);
  return [
    `NO_PROXY (or no_proxy): ${shown.join(", ")} can match no host; ` +
      "accepted: example.com (subdomains too), .example.com, example.com:8443, [::1] or *, separated by commas",
  ];
}

/** An entry is compared with the end of host and host:port, as a URL writes them. */
function canMatch(entry: string): boolean {
  if (entry === "*") return true;
  if (/[*;\s@%]/.test(entry)) return false;
  // The end of an IPv4 address, such as .1.5, is one of a host; its beginning, such as 10., is not.
  if (/^[\d.]+(?::\d+)?$/.test(entry)) return !entry.endsWith(".");
  const [, host = "", port = "80"] = /^\.?(.*?)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const url = /[/?#\\]/.test(host) ? null : toUrl(`http://${host}`);
  return url?.hostname === host.toLowerCase() && Number(port) <= 65_535;
}
