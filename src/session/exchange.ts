import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import type { Socket } from "node:net";
import type { HttpClient } from "@actions/http-client";
import { type Header, sameName } from "../inputs/headers.ts";
import type { Attempt } from "./attempt.ts";
import { type BodyReader, readBody } from "./body.ts";
import { isOnTheWay, type Stage } from "./clock.ts";
import { maxHeaderBytes } from "./dial.ts";
import { connectionLost, type Failure } from "./failure.ts";
import { proxyHeaders, type Route } from "./route.ts";

/** One GET to make. `attempt` has the clock and can end it at any stage; `reader` is handed the headers and chunks of the answer, null: they are read and dropped. */
export interface Exchange {
  readonly url: URL;
  readonly headers: readonly Header[];
  readonly attempt: Attempt;
  readonly reader: BodyReader | null;
}

/** What the session lends to each request: client, agent, and whom to tell that it is made, and that it was answered over a connection that was already open. */
export interface Wire {
  readonly client: HttpClient;
  readonly agent: http.Agent;
  onRequest(): void;
  onReuse(route: Route): void;
}

/** How a request went: its answer, read to the end, or why there is none. `untouched`: nothing that answers it had come. */
export type Sent = (Answered | Unanswered) & {
  readonly socket: Socket | null;
  readonly reused: boolean;
  readonly untouched: boolean;
};

interface Answered {
  readonly answer: IncomingMessage;
  readonly failure: null;
}

interface Unanswered {
  readonly answer: null;
  readonly failure: Failure;
}

/** The options of a request, with what the agent (`route`, `attempt`) and `httpModule` (`onRequest`) need to know of it. */
export interface RoutedOptions extends RequestOptions {
  readonly servername: string;
  readonly route: Route;
  readonly attempt: Attempt;
  readonly onRequest: (request: ClientRequest) => void;
}

/** Stands in for node:http, of which the client calls `request` alone. */
const httpModule = {
  request(options: RoutedOptions, callback: (answer: IncomingMessage) => void): ClientRequest {
    const request = http.request(options, callback);
    request.setTimeout = noTimeLimit;
    options.onRequest(request);
    return request;
  },
} as unknown as typeof http;

/**
 * The deadline of its attempt ends a request. The client's own time limit, 3 minutes unless told, would end longer ones,
 * and leave half-open sockets. One function for all: a closure for each would keep its request in memory.
 */
function noTimeLimit(this: ClientRequest): ClientRequest {
  return this;
}

/** Makes one GET over the client's agent and reads the answer. Never rejects. */
export function send(wire: Wire, route: Route, exchange: Exchange): Promise<Sent> {
  const { attempt } = exchange;
  const { clock } = attempt;
  return new Promise((resolve) => {
    let request: ClientRequest | null = null;
    let socket: Socket | null = null;
    let bytesBefore = 0;
    let answered = false;
    let givenUp = false;
    let settled = false;

    const settle = (answer: IncomingMessage | null, error: unknown): void => {
      if (settled) return;
      settled = true;
      attempt.onEnd(null);
      const reused = request?.reusedSocket ?? false;
      const untouched = givenUp || (!answered && socket?.bytesRead === bytesBefore);
      if (answer !== null) resolve({ answer, failure: null, socket, reused, untouched });
      else
        resolve({
          answer,
          failure: { error, stage: clock.stage, proxy: proxyAt(clock.stage, route) },
          socket,
          reused,
          untouched,
        });
    };
    const onAnswer = (): void => {
      answered = true;
      // The server may be faster than the word that the request is sent.
      if (clock.stage === "send") clock.enter("wait");
      if (request?.reusedSocket) wire.onReuse(route);
    };
    const onRequest = (made: ClientRequest): void => {
      wire.onRequest();
      request = made;
      made.on("socket", (assigned) => {
        socket = assigned;
        bytesBefore = assigned.bytesRead;
        clock.enter("send");
      });
      made.on("finish", () => {
        if (!settled && clock.stage === "send") clock.enter("wait");
      });
      made.on("response", (answer) => {
        if (made.reusedSocket && closesIdleConnection(answer)) {
          givenUp = true;
          settle(null, connectionLost());
          answer.destroy();
          return;
        }
        onAnswer();
        clock.enter("receive");
        readBody(answer, exchange.reader, settle);
      });
      // A 101 that nobody asked for: the connection speaks something else from here on.
      made.on("upgrade", (answer, upgraded) => {
        onAnswer();
        upgraded.destroy();
        settle(answer, null);
      });
      made.on("error", (error) => settle(null, error));
      // Once there is an answer, its own events tell how it ends: this one may come before the last of the body.
      made.on("close", () => answered || settle(null, connectionLost()));
    };

    if (attempt.endReason !== null) return settle(null, attempt.endReason);
    // Settled here and not by an event: Node tells nobody when a request that has no socket yet is destroyed.
    attempt.onEnd((reason) => {
      settle(null, reason);
      request?.destroy();
    });
    try {
      const options: RoutedOptions = {
        ...toRequest(route, exchange),
        // The dialler knows; empty, it spares Node the search for one in the Host header.
        servername: "",
        maxHeaderSize: maxHeaderBytes,
        agent: wire.agent,
        route,
        attempt,
        onRequest,
      };
      // Not requestRaw: its promise keeps each answer alive for longer than needed, a third more time and memory for a long list.
      wire.client.requestRawWithCallback({ options, parsedUrl: exchange.url, httpModule }, null, ignore);
    } catch (error) {
      settle(null, error);
    }
  });
}

// The request's own events tell more, and earlier.
const ignore = (): void => {};

/** The request itself. */
function toRequest({ origin, forwarder }: Route, { url, headers }: Exchange): { path: string; headers: string[] } {
  const { href } = url;
  const end = href.indexOf("#");
  const path = href.slice(origin.length, end === -1 ? href.length : end);
  const fields = headers.some(({ name }) => sameName(name, "Host")) ? [] : ["Host", url.host];
  for (const { name, value } of headers) fields.push(name, value);
  if (forwarder === null) return { path, headers: fields };
  // The absolute form is for proxies: RFC 9112, section 3.2.2.
  return { path: origin + path, headers: [...fields, ...proxyHeaders(forwarder)] };
}

/** Some servers close an idle connection with a 408 that answers no request: RFC 9110, section 15.5.9, lets a client repeat the one that met it. */
function closesIdleConnection(answer: IncomingMessage): boolean {
  return answer.statusCode === 408 && /\bclose\b/i.test(answer.headers.connection ?? "");
}

/** The proxy, where the other end at this stage is one: not once there is a tunnel through it. */
function proxyAt(stage: Stage | null, { proxy, forwarder }: Route): string | null {
  return (isOnTheWay(stage) ? proxy : forwarder)?.authority ?? null;
}
