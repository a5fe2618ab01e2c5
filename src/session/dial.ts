import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import net, { type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { toCertificate } from "../certificate.ts";
import { now } from "../duration.ts";
import type { Endpoint, ProxyServer } from "../inputs/proxies.ts";
import type { Certificate } from "../result.ts";
import type { Attempt } from "./attempt.ts";
import { ExchangeError } from "./failure.ts";
import { proxyAuthentication, proxyHeaders, type Route } from "./route.ts";

/** Who asks for a connection: its attempt, the time that this has as a whole, and what to do once TCP is open. */
export interface Dialling {
  readonly attempt: Attempt;
  readonly timeoutMs: number;
  onConnect(): void;
}

/** A connection ready for requests, and the certificate that its server showed. */
export interface Connection {
  readonly socket: Socket;
  readonly certificate: Certificate | null;
  /** Milliseconds from the lookup on. */
  readonly connectMs: number;
}

/** The headers of an answer may be so large; Node's own limit of 16 KiB is less than browsers take. */
export const maxHeaderBytes: number = 128 * 1024;

// Loaded on first use: a list of nothing but http URIs needs neither TLS nor crypto, a third of the start-up time.
const loadTls = (): typeof import("node:tls") => process.getBuiltinModule("node:tls");
const loadCrypto = (): typeof import("node:crypto") => process.getBuiltinModule("node:crypto");

/** Opens a connection for the pool: direct, TLS, or through a proxy. Throws Node's error, an `ExchangeError` or the signal's reason. */
export async function dial({ server, proxy }: Route, dialling: Dialling): Promise<Connection> {
  const { clock } = dialling.attempt;
  // Before the clock starts: what Node takes to load is not the connection's time.
  if (server.tls || proxy?.tls) loadTls();
  const startedAt = now();
  let socket: Socket = await openTcp(proxy ?? server, dialling);
  if (proxy?.tls) {
    clock.enter("proxy");
    socket = await startTls(socket, proxy.host, dialling);
  }
  if (!server.tls) return { socket, certificate: null, connectMs: now() - startedAt };
  if (proxy) {
    clock.enter("proxy");
    await openTunnel(socket, server, proxy, dialling);
  }
  clock.enter("tls");
  const secured = await startTls(socket, server.host, dialling);
  return { socket: secured, certificate: certificateOf(secured), connectMs: now() - startedAt };
}

async function openTcp({ host, port }: Endpoint, dialling: Dialling): Promise<Socket> {
  const {
    attempt: { clock },
    timeoutMs,
  } = dialling;
  clock.enter(net.isIP(host) === 0 ? "lookup" : "connect");
  const socket = net.connect({
    host,
    port,
    noDelay: true,
    // TCP keep-alive finds connections that a NAT forgot: https://nodejs.org/api/net.html#socketsetkeepaliveenable-initialdelay
    keepAlive: true,
    keepAliveInitialDelay: 1000,
    // Node's 250 ms for each address of a name but the last is less than some round trips.
    autoSelectFamilyAttemptTimeout: Math.round(Math.min(Math.max(timeoutMs / 4, 250), 2500)),
  });
  socket.once("lookup", (error) => {
    // Node may tell of it when all is over.
    if (!error && socket.connecting) clock.enter("connect");
  });
  try {
    await readied(socket, "connect", dialling);
  } catch (error) {
    // It was open, and was reset before Node could say so; a port where nobody listens is ECONNREFUSED.
    if (error instanceof Error && "code" in error && error.code === "ECONNRESET") dialling.onConnect();
    throw error;
  }
  dialling.onConnect();
  return socket;
}

async function startTls(socket: Socket, address: string, dialling: Dialling): Promise<TLSSocket> {
  // The dot that marks a name as absolute is no part of it in certificates and SNI: RFC 6066, section 3.
  const host = address.replace(/\.$/, "");
  const secured = loadTls().connect({
    socket,
    host,
    // SNI takes no addresses: RFC 6066, section 3.
    servername: net.isIP(host) === 0 ? host : "",
    ALPNProtocols: ["http/1.1"],
    // Said outright, it wins over NODE_TLS_REJECT_UNAUTHORIZED.
    rejectUnauthorized: true,
    // Node 24.17 to 24.19 match no IPv6 address against a certificate: https://github.com/nodejs/node/issues/64144
    checkServerIdentity: (name, certificate) =>
      net.isIP(name) !== 0 && new (loadCrypto().X509Certificate)(certificate.raw).checkIP(name) !== undefined
        ? undefined
        : loadTls().checkServerIdentity(name, certificate),
  });
  await readied(secured, "secureConnect", dialling);
  return secured;
}

/** CONNECT: RFC 9110, section 9.3.6. */
async function openTunnel(
  socket: Socket,
  { authority }: Endpoint,
  proxy: ProxyServer,
  { attempt: { signal } }: Dialling,
): Promise<void> {
  const headers = ["Host", authority, ...proxyHeaders(proxy)];
  const request = http.request({
    method: "CONNECT",
    path: authority,
    headers,
    maxHeaderSize: maxHeaderBytes,
    createConnection: () => socket,
  });
  request.on("error", ignore);
  request.end();
  const [answer] = (await orDestroy(socket, signal, once(request, "connect", { signal }))) as [IncomingMessage];
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return;
  socket.destroy();
  throw new ExchangeError(
    status === 407
      ? proxyAuthentication(proxy)
      : `the proxy ${proxy.authority} refused the tunnel: ${status} (ERR_PROXY_TUNNEL)`,
  );
}

function certificateOf(socket: TLSSocket): Certificate | null {
  const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
  return from && to ? toCertificate({ from: new Date(from), to: new Date(to) }, new Date()) : null;
}

// An error reaches whoever waits for the socket; one that comes when nobody does must not end the process.
const ignore = (): void => {};

async function readied(
  socket: Socket,
  event: "connect" | "secureConnect",
  { attempt: { signal } }: Dialling,
): Promise<void> {
  socket.on("error", ignore);
  await orDestroy(socket, signal, once(socket, event, { signal }));
}

async function orDestroy<T>(socket: Socket, signal: AbortSignal, event: Promise<T>): Promise<T> {
  try {
    return await event;
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? signal.reason : error;
  }
}
