import { type Endpoint, endpointOf, type ProxyServer } from "../inputs/proxies.ts";

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
