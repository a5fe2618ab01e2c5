import type { Mapping } from "../inputs/connect-to.ts";
import { type Header, sameName } from "../inputs/headers.ts";
import type { Endpoint, ProxyServer } from "../inputs/proxies.ts";
import { hostOf } from "../origin.ts";
import type { Stage } from "./clock.ts";
import { isOnTheWay } from "./failure.ts";

/** The limit for the headers of an answer; Node's own 16 KiB is less than browsers accept. */
export const maxHeaderBytes: number = 128 * 1024;

/** The way to an origin. */
export interface Route {
  readonly kind: "route";
  readonly origin: string;
  /** The host that the origin names, for TLS and CONNECT. */
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

/**
 * The way to an origin: direct, to where `connect-to` maps it, or through a proxy (a tunnel for https, forwarding for
 * http).
 */
export function routeTo(
  origin: string,
  { server, mapping, proxy }: Pick<Route, "server" | "mapping" | "proxy">,
): Route {
  const forwarder = server.tls ? null : proxy;
  const through =
    proxy && `${server.tls ? origin : "http"} through ${proxy.tls ? "https" : "http"}://${proxy.authority}`;
  return { kind: "route", origin, server, mapping, proxy, forwarder, poolKey: through ?? origin };
}

/** The other end of a TCP connection: a host (an IPv6 address without brackets) and a port. */
export interface Peer {
  readonly host: string;
  readonly port: number;
}

/** Where the TCP connection of a route leads. */
export function peerOf({ server, proxy, mapping }: Route): Peer {
  if (mapping === null) return proxy ?? server;
  return { host: mapping.target.host, port: mapping.target.port ?? server.port };
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
  { address, headers }: { readonly address: string; readonly headers: readonly Header[] },
): { path: string; headers: string[] } {
  const end = address.indexOf("#");
  const path = address.slice(origin.length, end === -1 ? address.length : end);
  const fields = headers.some(({ name }) => sameName(name, "Host")) ? [] : ["Host", hostOf(address)];
  for (const { name, value } of headers) fields.push(name, value);
  if (forwarder === null) return { path, headers: fields };
  // The absolute form is for proxies: RFC 9112, section 3.2.2.
  return { path: origin + path, headers: [...fields, ...proxyHeaders(forwarder).flat()] };
}

/** The proxy, if it is the peer at this stage; null inside a tunnel or on a direct way. */
export function proxyAt(stage: Stage | null, { proxy, forwarder }: Route): string | null {
  return (isOnTheWay(stage) ? proxy : forwarder)?.authority ?? null;
}
