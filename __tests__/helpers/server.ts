import { readFileSync } from "node:fs";
import http, { type IncomingMessage, type RequestListener } from "node:http";
import https from "node:https";
import net, { type AddressInfo, type Socket } from "node:net";
import type { TestContext } from "node:test";
import tls, { type TLSSocket } from "node:tls";

/** The certificates of __tests__/fixtures. */
export type Certificate = "server" | "expired" | "wrong-name" | "unknown-authority" | "self-signed" | "ageing";

/** A request that a server has seen. */
export interface Seen {
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  /** Its name and value pairs as they came. */
  readonly rawHeaders: readonly string[];
  /** Which connection it came over, from 1. */
  readonly connection: number;
}

/** A real server on loopback, closed after the test. */
export interface TestServer {
  readonly port: number;
  /** `http://127.0.0.1:port` or its like. */
  readonly origin: string;
  /** TCP connections accepted so far. */
  readonly connections: number;
  /** TLS handshakes completed so far. */
  readonly handshakes: number;
  readonly requests: readonly Seen[];
  /** The connections that are open. */
  readonly open: ReadonlySet<Socket>;
  /** Resolves as soon as the condition holds; looked at whenever a connection or a request comes or ends. */
  until(condition: () => boolean): Promise<void>;
}

export interface Settings {
  /** The certificate to show; none: plain http. */
  readonly tls?: Certificate;
  readonly tlsOptions?: tls.TlsOptions;
  /** The address to listen on, 127.0.0.1 by default. */
  readonly host?: string;
  /** The host in `origin`, where it is not the address. */
  readonly name?: string;
  /** Milliseconds that an idle connection is kept; for ever by default. */
  readonly keepAliveTimeout?: number;
  readonly port?: number;
}

/** Key and certificate of a fixture. */
export function credentials(name: Certificate): { key: Buffer; cert: Buffer } {
  const read = (ending: string): Buffer => readFileSync(new URL(`../fixtures/${name}.${ending}`, import.meta.url));
  return { key: read("key"), cert: read("pem") };
}

/** Starts an http or https server. Without a handler it answers 200 `ok`. */
export async function startServer(
  t: TestContext,
  handler: RequestListener = (_, answer) => answer.end("ok"),
  settings: Settings = {},
): Promise<TestServer> {
  const options = { keepAliveTimeout: settings.keepAliveTimeout ?? 0, requestTimeout: 0, headersTimeout: 0 };
  const server = settings.tls
    ? https.createServer({ ...options, ...credentials(settings.tls), ...settings.tlsOptions })
    : http.createServer(options);
  const watched = await watch(t, server, settings);
  const numbers = new WeakMap<Socket, number>();
  server.on("connection", (socket: Socket) => numbers.set(socket, watched.connections));
  // On TLS the request's socket is the TLSSocket, in the order of the handshakes.
  server.on("secureConnection", (socket: TLSSocket) => numbers.set(socket, watched.handshakes));
  server.on("request", (request: IncomingMessage, answer) => {
    const { url = "", headers, rawHeaders } = request;
    watched.requests.push({ url, headers, rawHeaders, connection: numbers.get(request.socket) ?? 0 });
    watched.changed();
    handler(request, answer);
  });
  return watched;
}

/** Starts a server that speaks no HTTP by itself: `onConnection` gets each raw (or decrypted) connection and its number from 1. */
export async function startRaw(
  t: TestContext,
  onConnection: (socket: Socket, number: number) => void,
  settings: Settings = {},
): Promise<TestServer> {
  const server = settings.tls
    ? tls.createServer({ ...credentials(settings.tls), ...settings.tlsOptions })
    : net.createServer();
  const watched = await watch(t, server, settings);
  let number = 0;
  server.on(settings.tls ? "secureConnection" : "connection", (socket: Socket) => {
    socket.on("error", () => {});
    number += 1;
    onConnection(socket, number);
  });
  return watched;
}

/** Calls `onRequest` for each request head (up to the blank line) that comes over a raw connection. */
export function onRequests(socket: Socket, onRequest: (head: string, count: number) => void): void {
  let text = "";
  let count = 0;
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    for (let end = text.indexOf("\r\n\r\n"); end !== -1; end = text.indexOf("\r\n\r\n")) {
      const head = text.slice(0, end);
      text = text.slice(end + 4);
      count += 1;
      onRequest(head, count);
    }
  });
}

/** A port of 127.0.0.1 on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

type Watched = Omit<TestServer, "requests"> & { readonly requests: Seen[]; changed(): void };

async function watch(
  t: TestContext,
  server: net.Server,
  { host = "127.0.0.1", name, tls: certificate, port: wanted = 0 }: Settings,
): Promise<Watched> {
  const open = new Set<Socket>();
  const waiting = new Set<() => void>();
  let connections = 0;
  let handshakes = 0;
  const changed = (): void => {
    for (const look of waiting) look();
  };
  server.on("connection", (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => {
      open.delete(socket);
      changed();
    });
    changed();
  });
  server.on("secureConnection", () => {
    handshakes += 1;
    changed();
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((done, fail) => server.once("error", fail).listen(wanted, host, done));
  t.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const shown = name ?? (net.isIPv6(host) ? `[${host}]` : host);
  return {
    port,
    origin: `http${certificate ? "s" : ""}://${shown}:${port}`,
    get connections() {
      return connections;
    },
    get handshakes() {
      return handshakes;
    },
    requests: [],
    open,
    until: (condition) =>
      new Promise((done) => {
        const look = (): void => {
          if (!condition()) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      }),
    changed,
  };
}
