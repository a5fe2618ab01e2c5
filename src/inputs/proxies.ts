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
export function endpointOf({ protocol, hostname, port: named }: URL): Endpoint {
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
