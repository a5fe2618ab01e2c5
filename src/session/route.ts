import { basicCredentials } from "../secrets.ts";

/** The other end of a connection: `host` as sockets and certificates want it, `authority` is host:port as CONNECT takes it (RFC 9112, section 3.2.3). */
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
export interface BrokenProxy {
  readonly kind: "broken";
}

/** What the environment says about proxies, by the scheme of the request; null: go direct. */
export interface Proxies {
  readonly http: ProxyServer | BrokenProxy | null;
  readonly https: ProxyServer | BrokenProxy | null;
}

/** An IPv6 address loses the brackets of a URI (RFC 3986, section 3.2.2); a port that is not named is the scheme's own. */
function endpointOf({ protocol, hostname, port: named }: URL): Endpoint {
  const tls = protocol === "https:";
  const port = named === "" ? (tls ? 443 : 80) : Number(named);
  return { tls, host: hostname.replace(/^\[|\]$/g, ""), port, authority: `${hostname}:${port}` };
}

/**
 * Parses the value of `HTTP_PROXY` or `HTTPS_PROXY`: a URI, or `host:port`, with or without credentials. A value that
 * is neither is a `BrokenProxy`, where @actions/http-client would go direct without a word.
 */
export function parseProxy(value: string): { proxy: ProxyServer | BrokenProxy | null; secrets: string[] } {
  const address = value.trim();
  if (address === "") return { proxy: null, secrets: [] };
  const broken = { proxy: { kind: "broken" }, secrets: [] } as const satisfies {
    proxy: BrokenProxy;
    secrets: string[];
  };
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
  /** The proxy where it is handed the request itself, as it is for http; null where the way is direct, or a tunnel of whose inside the proxy sees nothing. */
  readonly forwarder: ProxyServer | null;
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
  if (proxy === null) return { origin, server, proxy, forwarder: null, poolKey: origin };
  const through = `${proxy.tls ? "https" : "http"}://${proxy.authority}`;
  if (server.tls) return { origin, server, proxy, forwarder: null, poolKey: `${origin} through ${through}` };
  return { origin, server, proxy, forwarder: proxy, poolKey: `http through ${through}` };
}

/** What to say when a proxy answers 407, to a CONNECT or to a forwarded request. */
export function proxyAuthentication(proxy: ProxyServer): string {
  return `the proxy ${proxy.authority} wants authentication: 407`;
}

/** The header fields that are for the proxy alone, in the flat form that `http.request` sends as it is. */
export function proxyHeaders({ authorization }: ProxyServer): string[] {
  return authorization === null ? [] : ["Proxy-Authorization", authorization];
}
