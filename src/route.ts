import { basicCredentials } from "./credentials.ts";
import type { Header } from "./headers.ts";

/** The other end of a connection: `host` as sockets and certificates want it, `authority` as a URI has it, with the port and without credentials. */
export interface Endpoint {
  readonly tls: boolean;
  readonly host: string;
  readonly port: number;
  readonly authority: string;
}

/** A proxy to go through. */
export interface ProxyServer extends Endpoint {
  readonly kind: "proxy";
  readonly authorization: string | null;
}

/** A proxy variable that names no http(s) address: whatever would go through it cannot be sent. */
export interface BrokenAddress {
  readonly kind: "broken";
}

/** What the environment says about proxies, by the scheme of the request; null: go direct. */
export interface Proxies {
  readonly http: ProxyServer | BrokenAddress | null;
  readonly https: ProxyServer | BrokenAddress | null;
}

/** An IPv6 address loses the brackets of a URI (RFC 3986, section 3.2.2); a port that is not named is the scheme's own. */
function endpointOf({ protocol, hostname, port: named }: URL): Endpoint {
  const tls = protocol === "https:";
  const port = named === "" ? (tls ? 443 : 80) : Number(named);
  return { tls, host: hostname.replace(/^\[|\]$/g, ""), port, authority: `${hostname}:${port}` };
}

/**
 * Parses the value of `HTTP_PROXY` or `HTTPS_PROXY`: a URI, or `host:port`, with or without credentials. A value that
 * is neither is a `BrokenAddress`, where @actions/http-client would go direct without a word.
 */
export function parseProxy(value: string): { proxy: ProxyServer | BrokenAddress | null; secrets: string[] } {
  const address = value.trim();
  if (address === "") return { proxy: null, secrets: [] };
  const broken = { proxy: { kind: "broken" }, secrets: [] } as const satisfies { proxy: BrokenAddress; secrets: string[] };
  let url: URL;
  try {
    url = new URL(address.includes("://") ? address : `http://${address}`);
  } catch {
    return broken;
  }
  if (!/^https?:$/.test(url.protocol)) return broken;
  const credentials = url.username === "" && url.password === "" ? null : basicCredentials(url.username, url.password);
  const proxy: ProxyServer = { kind: "proxy", ...endpointOf(url), authorization: credentials?.header ?? null };
  return { proxy, secrets: credentials?.secrets ?? [] };
}

/** The way to an origin: through `proxy`, or direct where that is null. */
export interface Route {
  readonly origin: string;
  readonly server: Endpoint;
  readonly proxy: ProxyServer | null;
  /** A proxy is handed http as it is (true); https goes through a tunnel, of which the proxy sees nothing. */
  readonly isForwarded: boolean;
  /** Requests with the same key share connections: those to an origin, and all that a proxy forwards in the clear. */
  readonly poolKey: string;
}

/** `url.origin` of an address without credentials, in a fraction of its time. */
export function originOf({ href }: URL): string {
  return href.slice(0, href.indexOf("/", "https://".length));
}

/** Chooses between direct, forwarded and tunnelled by the proxy and the scheme. */
export function routeTo(url: URL, proxy: ProxyServer | null): Route {
  const origin = originOf(url);
  const server = endpointOf(url);
  if (proxy === null) return { origin, server, proxy, isForwarded: false, poolKey: origin };
  const isForwarded = !server.tls;
  const through = `${proxy.tls ? "https" : "http"}://${proxy.authority}`;
  return { origin, server, proxy, isForwarded, poolKey: isForwarded ? through : `${origin} through ${through}` };
}

/** What to say when a proxy answers 407, to a CONNECT or to a forwarded request. */
export function proxyAuthentication(proxy: ProxyServer): string {
  return `the proxy ${proxy.authority} wants authentication: 407`;
}

/** The header fields that are for the proxy alone. */
export function proxyHeaders({ authorization }: ProxyServer): Header[] {
  return authorization === null ? [] : [{ name: "Proxy-Authorization", value: authorization }];
}
