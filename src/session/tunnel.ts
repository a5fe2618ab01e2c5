import type { Socket } from "node:net";
import type { Endpoint, ProxyServer } from "../inputs/proxies.ts";
import { connectionLost, describe407, NetworkError, ProxyError } from "./failure.ts";
import { maxHeaderBytes, proxyHeaders } from "./route.ts";

// RFC 9112, section 2.2, lets a recipient take a lone LF for a line end.
const endOfHead = /\r?\n\r?\n/;

const beginning = "HTTP/1.";

/**
 * Asks a proxy for a tunnel to a server (CONNECT: RFC 9110, section 9.3.6), over a connection to that proxy. Throws a
 * `NetworkError`, or an `ProxyError` where the proxy refuses.
 */
export async function openTunnel(
  socket: Socket,
  { authority }: Endpoint,
  proxy: ProxyServer,
  signal: AbortSignal,
): Promise<void> {
  const fields = [["Host", authority], ...proxyHeaders(proxy)].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`CONNECT ${authority} HTTP/1.1\r\n${fields.join("")}\r\n`);
  const status = await finalStatus(socket, signal);
  if (status >= 200 && status < 300) return;
  socket.destroy();
  if (status === 407) throw new ProxyError(describe407(proxy));
  throw new ProxyError(`the proxy ${proxy.authority} refused the tunnel: ${status} (ERR_PROXY_TUNNEL)`);
}

/**
 * The status of the answer to CONNECT. Not by Node's parser: it takes an interim answer for the final one (RFC 9110,
 * section 15.2), and minds fields of a 2xx that say nothing here (section 9.3.6).
 */
function finalStatus(socket: Socket, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    let unread = "";
    const fail = (error: unknown): void => {
      stop();
      socket.destroy();
      reject(new NetworkError("no answer to CONNECT", { cause: error }));
    };
    const onData = (chunk: Buffer): void => {
      const { status, rest } = readHead(unread + chunk.toString("latin1"));
      unread = rest;
      if (status === null) {
        if (unread.length > maxHeaderBytes) fail(parseError("HPE_HEADER_OVERFLOW"));
        return;
      }
      if (Number.isNaN(status)) {
        fail(parseError("HPE_INVALID_CONSTANT"));
        return;
      }
      stop();
      // What follows is the server's first word in the tunnel.
      if (unread !== "") socket.unshift(Buffer.from(unread, "latin1"));
      resolve(status);
    };
    const onClose = (): void => fail(connectionLost);
    const onAbort = (): void => fail(signal.reason);
    const stop = (): void => {
      socket.off("data", onData).off("error", fail).off("close", onClose).off("end", onClose).pause();
      signal.removeEventListener("abort", onAbort);
    };
    socket.on("data", onData).on("error", fail).on("close", onClose).on("end", onClose);
    signal.addEventListener("abort", onAbort);
  });
}

/** The status of the first final answer in a text, and what follows its head; null: not there yet, NaN: no status. */
function readHead(text: string): { status: number | null; rest: string } {
  if (!beginning.startsWith(text.slice(0, beginning.length))) return { status: Number.NaN, rest: "" };
  const end = endOfHead.exec(text);
  if (end === null) return { status: null, rest: text };
  const status = Number(/^HTTP\/1\.\d (\d{3})\b/.exec(text)?.[1]);
  const rest = text.slice(end.index + end[0].length);
  return isInterim(status) ? readHead(rest) : { status, rest };
}

/** 101 is none: what it switches to is no tunnel. */
function isInterim(status: number): boolean {
  return status >= 100 && status < 200 && status !== 101;
}

function parseError(code: string): Error {
  return Object.assign(new Error("not an answer to CONNECT"), { code });
}
