import { once } from "node:events";
import net, { type Socket } from "node:net";
import type { SecureContext, TLSSocket } from "node:tls";
import { toCertificate } from "../certificate.ts";
import { now } from "../duration.ts";
import type { Certificate } from "../result.ts";
import type { Attempt } from "./attempt.ts";
import { codeOf, NetworkError } from "./failure.ts";
import { type Peer, peerOf, type Route } from "./route.ts";
import { openTunnel } from "./tunnel.ts";

/** What dialling needs: the attempt that wants the connection, its timeout, what TLS starts from, and who counts. */
export interface Dialling {
  readonly attempt: Attempt;
  readonly timeoutMs: number;
  secureContext(): SecureContext;
  /** TCP is open. */
  onConnect(): void;
}

/** A connection ready for requests, and the certificate that its server showed. */
export interface Connection {
  readonly socket: Socket;
  readonly certificate: Certificate | null;
  /** Milliseconds from the lookup on. */
  readonly connectMs: number;
}

// Loaded on first use: a list of nothing but http URIs needs neither, a fifth of the start-up time.
/** Node's module for TLS. */
export const loadTls = (): typeof import("node:tls") => process.getBuiltinModule("node:tls");
const loadCrypto = (): typeof import("node:crypto") => process.getBuiltinModule("node:crypto");

/**
 * Opens a connection for the pool: direct, TLS, or through a proxy. Throws a `NetworkError`; what else it throws is a
 * bug.
 */
export async function dial(route: Route, dialling: Dialling): Promise<Connection> {
  // Before the clock starts: loading Node's modules and the trusted authorities is not the connection's time.
  const secureContext = route.server.tls || route.proxy?.tls ? dialling.secureContext() : undefined;
  const { socket: opened, startedAt } = await openTcp(peerOf(route), dialling);
  try {
    const reached = await reachServer(opened, route, { attempt: dialling.attempt, secureContext });
    return { ...reached, connectMs: now() - startedAt };
  } catch (error) {
    opened.destroy();
    throw error;
  }
}

/** Makes a TCP connection one to the server itself: by the tunnel and the TLS that there is on the way. */
async function reachServer(
  opened: Socket,
  { server, proxy }: Route,
  { attempt, secureContext }: { readonly attempt: Attempt; readonly secureContext: SecureContext | undefined },
): Promise<Pick<Connection, "socket" | "certificate">> {
  const { clock, signal } = attempt;
  let socket = opened;
  if (proxy?.tls) {
    clock.enter("proxy");
    socket = await startTls(socket, { address: proxy.host, secureContext, signal });
  }
  if (!server.tls) return { socket, certificate: null };
  if (proxy) {
    clock.enter("proxy");
    await openTunnel(socket, server, proxy, signal);
  }
  clock.enter("tls");
  const secured = await startTls(socket, { address: server.host, secureContext, signal });
  return { socket: secured, certificate: certificateOf(secured) };
}

/**
 * Makes room for name lookups that hang in the system's resolver: each holds one of libuv's threads, 4 by default,
 * until it gives up. libuv looks at the variable when it first needs a thread.
 * https://nodejs.org/api/cli.html#uv_threadpool_sizesize
 */
function makeRoomForLookups(): void {
  // biome-ignore lint/style/noProcessEnv: sets a variable for libuv, and reads no input
  process.env["UV_THREADPOOL_SIZE"] ??= "64";
}

async function openTcp(
  { host, port }: Peer,
  { attempt, timeoutMs, onConnect }: Dialling,
): Promise<{ socket: Socket; startedAt: number }> {
  const { clock, signal } = attempt;
  // Before the clock starts: Node's first look at an address takes longer than all others.
  const isName = net.isIP(host) === 0;
  if (isName) makeRoomForLookups();
  const startedAt = now();
  clock.enter(isName ? "lookup" : "connect");
  const socket = net.connect({
    host,
    port,
    noDelay: true,
    // TCP keep-alive finds connections that a NAT forgot:
    // https://nodejs.org/api/net.html#socketsetkeepaliveenable-initialdelay
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
    await waitFor(socket, "connect", signal);
  } catch (error) {
    // It was open, and was reset before Node could say so; a port where nobody listens is ECONNREFUSED.
    if (error instanceof NetworkError && codeOf(error.cause) === "ECONNRESET") onConnect();
    throw error;
  }
  onConnect();
  return { socket, startedAt };
}

interface Handshake {
  readonly address: string;
  readonly secureContext: SecureContext | undefined;
  readonly signal: AbortSignal;
}

async function startTls(socket: Socket, { address, secureContext, signal }: Handshake): Promise<TLSSocket> {
  // The dot that marks a name as absolute is no part of it in certificates and SNI: RFC 6066, section 3.
  const host = address.replace(/\.$/, "");
  const secured = loadTls().connect({
    socket,
    host,
    secureContext,
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
  await waitFor(secured, "secureConnect", signal);
  return secured;
}

function certificateOf(socket: TLSSocket): Certificate | null {
  const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
  return from && to ? toCertificate({ from: new Date(from), to: new Date(to) }, new Date()) : null;
}

// An error reaches whoever waits for the socket; one that comes when nobody does must not end the process.
const ignore = (): void => {};

async function waitFor(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<void> {
  socket.on("error", ignore);
  try {
    await once(socket, event, { signal });
  } catch (error) {
    socket.destroy();
    // Of an attempt that has ended, the reason is known from its signal.
    throw new NetworkError(`no ${event}`, { cause: error });
  }
}
