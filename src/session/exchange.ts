import http, { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Header } from "../inputs/headers.ts";
import type { Attempt } from "./attempt.ts";
import { connectionLost, type Failure } from "./failure.ts";
import { maxHeaderBytes, peerOf, proxyAt, type Route, toRequest } from "./route.ts";

/** One GET to make. */
export interface GetRequest {
  readonly address: string;
  readonly headers: readonly Header[];
  /** Whether 408 is expected. If not, one on a kept connection means that the server is closing it. */
  readonly expects408: boolean;
  /** Opens what reads the body of an answer, once its head is there; null: the body is read and dropped. */
  readerFor(answer: Answer): BodyReader | null;
}

/** Takes the body of an answer, chunk by chunk. */
export interface BodyReader {
  /** Whether it wants to read on past the first MiB. */
  readonly wantsMore: boolean;
  /** A promise: the next chunk has to wait for it. */
  read(chunk: Buffer): void | Promise<void>;
}

/** The head of an answer. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** What came of one request. */
export interface Exchange {
  readonly outcome: Answer | Failure;
  /** null: it never got a connection. */
  readonly socket: Socket | null;
  /** It went over a connection that was already open. */
  readonly reused: boolean;
  /** How far the answer had come. */
  readonly progress: "nothing" | "part of the head" | "head";
}

/** The options of a request, as the agent gets them. */
export interface RoutedOptions extends http.RequestOptions {
  readonly servername: string;
  readonly route: Route;
  readonly attempt: Attempt;
}

/** The connection of a longer body is closed, unless its reader wants more. */
const maxBodyBytes = 1024 * 1024;

/** Makes one GET over the agent and reads its answer. Rejects only for a bug. */
export async function exchange(
  get: GetRequest,
  agent: http.Agent,
  { route, attempt }: Pick<RoutedOptions, "route" | "attempt">,
): Promise<Exchange> {
  const { clock, signal } = attempt;
  const options: RoutedOptions = {
    ...toRequest(route, get),
    agent,
    route,
    attempt,
    // dial.ts sets the real one. Empty, it saves Node looking for one in the Host header, 6 % of the start-up time.
    servername: "",
    maxHeaderSize: maxHeaderBytes,
    // Browsers and curl read folded headers and lone LFs too: RFC 9112, sections 2.2 and 5.2. On a connection that a
    // proxy shares between origins, one site's answer must not be able to become the next one's.
    insecureHTTPParser: route.forwarder === null,
  };
  const request = http.request(options);
  // 0: no limit. Past Node's own of 1,000 it silently drops headers, Location too.
  request.maxHeadersCount = 0;
  let bytesBefore = 0;
  request.on("socket", ({ bytesRead }) => {
    bytesBefore = bytesRead;
    clock.enter("send");
  });
  const head = await answerTo(request, get, attempt);
  const error = head.kind === "answered" ? await head.bodyRead : head.error;
  const { socket, reusedSocket: reused } = request;
  // Whatever error came: an attempt that has ended failed for that reason.
  const failure = signal.aborted ? signal.reason : error;
  if (head.kind === "answered" && failure === null) {
    return { outcome: head.answer, socket, reused, progress: "head" };
  }
  const { stage } = clock;
  const outcome: Failure = {
    kind: "failure",
    error: failure,
    stage,
    proxy: proxyAt(stage, route),
    host: peerOf(route).host,
  };
  const begun = socket === null || socket.bytesRead === bytesBefore ? "nothing" : "part of the head";
  return { outcome, socket, reused, progress: head.kind === "answered" ? "head" : begun };
}

type Head =
  | { readonly kind: "answered"; readonly answer: Answer; readonly bodyRead: Promise<unknown> }
  | { readonly kind: "lost"; readonly error: unknown };

/**
 * Sends the request. Settles with the head of its answer, whose body is being read, or with the error that came
 * instead.
 */
function answerTo(request: ClientRequest, get: GetRequest, { clock, signal }: Attempt): Promise<Head> {
  return new Promise((resolve) => {
    // Only what comes first settles the promise.
    const lose = (error: unknown): void => resolve({ kind: "lost", error });
    const onAbort = (): void => {
      // First: Node emits nothing when it destroys a request that has no socket yet.
      lose(signal.reason);
      request.destroy();
    };
    request.on("finish", () => clock.enterWait());
    request.on("response", (message) => {
      // The answer may come before `finish`.
      clock.enterWait();
      if (message.statusCode === 408 && request.reusedSocket && !get.expects408) {
        // Some servers close an idle connection with a 408 that answers no request: RFC 9110, section 15.5.9.
        lose(connectionLost);
        message.destroy();
        return;
      }
      clock.enter("receive");
      const answer = toAnswer(message);
      resolve({ kind: "answered", answer, bodyRead: readBody(request, message, get.readerFor(answer)) });
    });
    // A 101 that nobody asked for: the connection speaks something else from here on.
    request.on("upgrade", (message, socket) => {
      const answer = toAnswer(message);
      // It has no body, and a reader that gets none says so: an expected 101 does not hold a text.
      get.readerFor(answer);
      resolve({ kind: "answered", answer, bodyRead: Promise.resolve(null) });
      socket.destroy();
    });
    request.on("error", lose);
    request.on("close", () => {
      signal.removeEventListener("abort", onAbort);
      lose(connectionLost);
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort);
    request.end();
  });
}

/**
 * Reads a body to its end, so that the connection goes back to the pool. Settles with null, or with the error that cut
 * it.
 */
function readBody(request: ClientRequest, message: IncomingMessage, reader: BodyReader | null): Promise<unknown> {
  return new Promise((resolve) => {
    let room = maxBodyBytes;
    message.on("data", (chunk: Buffer) => {
      const reading = reader?.read(chunk);
      room -= chunk.length;
      if (room < 0 && !reader?.wantsMore) {
        resolve(null);
        message.destroy();
      } else if (reading !== undefined) {
        message.pause();
        void reading.then(() => message.resume());
      }
    });
    const end = (): void => resolve(message.complete ? null : connectionLost);
    message.on("end", end).on("close", end).on("error", resolve);
    // Errors of the parser come on the request, also for bytes behind a complete answer, which they do not harm.
    request.on("error", (error) => {
      if (!message.complete) resolve(error);
    });
  });
}

function toAnswer({ statusCode, headers }: IncomingMessage): Answer {
  return { kind: "answer", status: statusCode ?? 0, headers };
}
