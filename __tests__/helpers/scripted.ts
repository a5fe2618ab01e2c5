import assert from "node:assert/strict";
import type { Socket } from "node:net";
import type { TestContext } from "node:test";
import type { Run } from "./action.ts";
import { onRequests, type Settings, startRaw, type TestServer } from "./server.ts";

/** A request head as a scripted server got it: its path, its connection (from 1), and which request of that connection it is (from 1). */
export interface Asked {
  readonly path: string;
  readonly connection: number;
  readonly nth: number;
  readonly socket: Socket;
}

/** What a server counted: connections accepted, and answers that were not the first of their connection. */
export interface Tally {
  connections: number;
  reused: number;
}

/** A server that speaks by a script, byte for byte. */
export interface ScriptedServer {
  readonly origin: string;
  readonly server: TestServer;
  readonly asked: readonly Asked[];
  readonly tally: Tally;
}

/** Starts a server that sends back what `script` returns for each request: bytes, or null for nothing. Whole heads count as answers. */
export async function startScripted(
  t: TestContext,
  script: (asked: Asked) => string | Buffer | null,
  settings: Settings = {},
): Promise<ScriptedServer> {
  const asked: Asked[] = [];
  let reused = 0;
  const onConnection = (socket: Socket, connection: number): void =>
    onRequests(socket, (head, nth) => {
      const request = { path: head.split(" ")[1] ?? "", connection, nth, socket };
      asked.push(request);
      const bytes = script(request);
      if (bytes === null) return;
      socket.write(bytes);
      if (nth > 1 && isAnswer(String(bytes))) reused += 1;
    });
  const server = await startRaw(t, onConnection, settings);
  return {
    origin: server.origin,
    server,
    asked,
    get tally() {
      return { connections: server.connections, reused };
    },
  };
}

/** An answer with this body and these header lines. */
export function reply(body = "ok", { status = "200 OK", headers = [] as readonly string[] } = {}): string {
  return [`HTTP/1.1 ${status}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers, "", body].join("\r\n");
}

/** The tally of a server that answered all it was asked. */
export function tallyOf({ connections, requests }: TestServer): Tally {
  return { connections, reused: requests.length - new Set(requests.map(({ connection }) => connection)).size };
}

/**
 * The outputs `connections` and `reused` say exactly what the servers counted. A request that was resent went over an
 * open connection before, where nobody answered it.
 */
export function assertCounted(run: Run, ...tallies: readonly Tally[]): void {
  const sum = (pick: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + pick(tally), 0);
  const resent = run.results.filter((result) => result.resent).length;
  assert.deepEqual(
    { connections: Number(run.outputs["connections"]), reused: Number(run.outputs["reused"]) },
    { connections: sum(({ connections }) => connections), reused: sum(({ reused }) => reused) + resent },
  );
}

/** Closes a connection with RST, also one whose TLS the server speaks: only the TCP socket underneath can. */
export function reset(server: Pick<TestServer, "open">, socket: Socket): void {
  for (const raw of server.open) if (raw.remotePort === socket.remotePort) raw.resetAndDestroy();
}

// An interim answer (1xx) is none, but 101 is one.
function isAnswer(bytes: string): boolean {
  return /(?:^|\r\n\r\n)HTTP\/1\.[01] (?:101|[2-9]\d\d).*\r\n\r\n/s.test(bytes);
}
