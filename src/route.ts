import { basicCredentials } from "./credentials.ts";
import type { Header } from "./headers.ts";

/** A proxy to go through: `shown` is its host and port, never its credentials. */
export interface ProxyServer {
  readonly kind: "proxy";
  readonly tls: boolean;
  readonly host: string;
  readonly port: number;
  readonly shown: string;
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

/** A host as sockets and certificates want it: an IPv6 address without the brackets of a URI (RFC 3986, section 3.2.2). */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/** The port of an http(s) address, the scheme's own where it names none. */
export function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
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
  const port = portOf(url);
  const proxy: ProxyServer = {
    kind: "proxy",
    tls: url.protocol === "https:",
    host: bareHost(url),
    port,
    shown: `${url.hostname}:${port}`,
    authorization: credentials?.header ?? null,
  };
  return { proxy, secrets: credentials?.secrets ?? [] };
}

/** The way to `url`: through `proxy`, or direct where that is null. */
export interface Route {
  readonly url: URL;
  readonly origin: string;
  readonly proxy: ProxyServer | null;
  /** A proxy is handed http as it is (true); https goes through a tunnel, of which the proxy sees nothing. */
  readonly isForwarded: boolean;
  /** Requests with the same key share connections: those to an origin, and all that a proxy forwards in the clear. */
  readonly poolKey: string;
}

/** Chooses between direct, forwarded and tunnelled by the proxy and the scheme. */
export function routeTo(url: URL, proxy: ProxyServer | null): Route {
  const { origin } = url;
  if (proxy === null) return { url, origin, proxy, isForwarded: false, poolKey: origin };
  const isForwarded = url.protocol === "http:";
  const through = `${proxy.tls ? "https" : "http"}://${proxy.shown}`;
  return { url, origin, proxy, isForwarded, poolKey: isForwarded ? through : `${origin} through ${through}` };
}

/** What to say when a proxy answers 407, to a CONNECT or to a forwarded request. */
export function proxyAuthentication(proxy: ProxyServer): string {
  return `the proxy ${proxy.shown} wants authentication: 407`;
}

/** The header fields that are for the proxy alone. */
export function proxyHeaders({ authorization }: ProxyServer): Header[] {
  return authorization === null ? [] : [{ name: "Proxy-Authorization", value: authorization }];
}
