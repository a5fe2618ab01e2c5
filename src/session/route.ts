import type { Mapping } from "../inputs/connect-to.ts";
import { type Header, sameName } from "../inputs/headers.ts";
import { type Endpoint, endpointOf, type ProxyServer } from "../inputs/proxies.ts";
import type { Stage } from "./clock.ts";
import { isOnTheWay } from "./failure.ts";

/** The headers of an answer may be so large; Node's own limit of 16 KiB is less than browsers take. */
export const maxHeaderBytes: number = 128 * 1024;

/** The way to an origin. */
export interface Route {
  readonly kind: "route";
  readonly origin: string;
  /** Whom the origin names: TLS and CONNECT want it. */
  readonly server: Endpoint;
  /** Where `connect-to` leads instead. */
  readonly mapping: Mapping | null;
  /** null: the way is direct. */
  readonly proxy: ProxyServer | null;
  /**
   * The proxy where it is handed the request itself, as it is for http. null where the way is direct, or a tunnel of
   * whose inside the proxy sees nothing.
   */
  readonly forwarder: ProxyServer | null;
  /** Requests with the same key share connections: those to an origin, and all that a proxy forwards in the clear. */
  readonly poolKey: string;
}

/** `url.origin` of an address without credentials, in a fraction of its time. */
export function originOf({ href }: URL): string {
  return href.slice(0, href.indexOf("/", "https://".length));
}

/** The direct way to the origin of a URL, or to where `connect-to` maps it. */
export function directRoute(url: URL, mapping: Mapping | null): Route {
  const origin = originOf(url);
  return { kind: "route", origin, server: endpointOf(url), mapping, proxy: null, forwarder: null, poolKey: origin };
}

/** The way to the origin of a URL through a proxy: a tunnel for https, forwarding for http. */
export function proxiedRoute(url: URL, proxy: ProxyServer): Route {
  const origin = originOf(url);
  const server = endpointOf(url);
  const through = `through ${proxy.tls ? "https" : "http"}://${proxy.authority}`;
  if (server.tls)
    return { kind: "route", origin, server, mapping: null, proxy, forwarder: null, poolKey: `${origin} ${through}` };
  return { kind: "route", origin, server, mapping: null, proxy, forwarder: proxy, poolKey: `http ${through}` };
}

/** A host (an IPv6 address without brackets) and a port. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Where the TCP connection of a route leads. */
export function addressOf({ server, proxy, mapping }: Route): Address {
  if (mapping === null) return proxy ?? server;
  return { host: mapping.target.host, port: mapping.target.port ?? server.port };
}

/** What to say when a proxy answers 407, to a CONNECT or to a forwarded request. */
export function proxyAuthentication({ authority, authorization }: ProxyServer): string {
  return authorization === null
    ? `the proxy ${authority} requires authentication (407)`
    : `the proxy ${authority} refused the credentials (407)`;
}

/** The header fields that are for the proxy alone, as name and value. */
export function proxyHeaders({ authorization }: ProxyServer): [string, string][] {
  return authorization === null ? [] : [["Proxy-Authorization", authorization]];
}

/**
 * The target of a request (RFC 9112, section 3.2), and its header fields in the flat form that `http.request` sends as
 * it is.
 */
export function toRequest(
  { origin, forwarder }: Route,
  url: URL,
  headers: readonly Header[],
): { path: string; headers: string[] } {
  const { href } = url;
  const end = href.indexOf("#");
  const path = href.slice(origin.length, end === -1 ? href.length : end);
  const fields = headers.some(({ name }) => sameName(name, "Host")) ? [] : ["Host", url.host];
  for (const { name, value } of headers) fields.push(name, value);
  if (forwarder === null) return { path, headers: fields };
  // The absolute form is for proxies: RFC 9112, section 3.2.2.
  return { path: origin + path, headers: [...fields, ...proxyHeaders(forwarder).flat()] };
}

/** The proxy, where the other end at this stage is one: not once there is a tunnel through it. */
export function proxyAt(stage: Stage | null, { proxy, forwarder }: Route): string | null {
  return (isOnTheWay(stage) ? proxy : forwarder)?.authority ?? null;
}
