import type { HttpClient } from "@actions/http-client";
import { checkBypass } from "@actions/http-client/lib/proxy";
import type { SeenCertificate } from "../certificate.ts";
import { findMapping, type Mapping } from "../inputs/connect-to.ts";
import { type BrokenProxy, endpointOf, type Proxies } from "../inputs/proxies.ts";
import { originOf } from "../origin.ts";
import type { Certificate, Stats } from "../result.ts";
import { type Attempt, deadlinePassed } from "./attempt.ts";
import { type Answer, type Exchange, exchange, type GetRequest } from "./exchange.ts";
import { describe407, type Failure, refusal, silentTwice } from "./failure.ts";
import { Pool } from "./pool.ts";
import { type Route, routeTo } from "./route.ts";

/** What came of asking: an answer, or why there is none. */
export interface Reply {
  readonly outcome: Answer | Failure;
  /** It went over a connection that was already open. */
  readonly reused: boolean;
  /** It went over one that was opened for it. */
  readonly opened: boolean;
  /** A kept connection failed, and the request was sent once more on a fresh one. */
  readonly resent: boolean;
  /** That of the server; null for plain http. */
  readonly certificate: Certificate | null;
}

export interface SessionOptions {
  readonly timeoutMs: number;
  readonly proxies: Proxies;
  readonly connectTo: readonly Mapping[];
}

/** The shared session: all requests of a run go over the connections of one client, which its maker disposes of. */
export class Session {
  readonly #pool: Pool;
  readonly #options: SessionOptions;
  /** By origin. */
  readonly #routes = new Map<string, Route>();
  readonly #usedMappings = new Set<Mapping>();
  /** Answers over reused connections, by route. */
  readonly #savings = new Map<Route, number>();
  #requests = 0;
  #reused = 0;

  constructor(client: HttpClient, options: SessionOptions) {
    this.#options = options;
    // For loopback the client never has a proxy agent, so this is the agent that its `dispose` destroys.
    this.#pool = new Pool(client.getAgent("http://localhost/"), options.timeoutMs);
  }

  /** Sends a request, over an open connection if there is one. Rejects only for a bug. */
  async send(get: GetRequest, attempt: Attempt): Promise<Reply> {
    const route = this.#routeTo(originOf(get.address));
    if (route.kind === "broken") return refuse(get.address, route);
    // Other kept connections may be as silent as the one that was, and there is no third timeout.
    if (attempt.isRenewed) this.#pool.closeIdleOf(route, attempt.heardFrom);
    const first = await this.#exchange(get, route, attempt);
    if (!isStale(first)) return this.#toReply(first, route);
    const gotNothing = first.progress === "nothing" && first.socket !== null && !attempt.heardFrom.has(first.socket);
    if (gotNothing) attempt.renew();
    if (attempt.signal.aborted) return this.#toReply(first, route);
    this.#pool.closeIdleOf(route);
    const second = await this.#exchange(get, route, attempt);
    const wereSilent = isSilence(first) && isSilence(second) && second.outcome.kind === "failure";
    const outcome = wereSilent ? { ...second.outcome, error: silentTwice } : second.outcome;
    return { ...this.#toReply({ ...second, outcome }, route), resent: true };
  }

  /** Closes the idle connections, so that the next requests open fresh ones. */
  freshen(): void {
    this.#pool.closeIdle();
  }

  stats(): Stats {
    let savedMs = 0;
    for (const [route, answers] of this.#savings) savedMs += answers * this.#pool.shortestConnectMs(route);
    const { connections } = this.#pool;
    return { requests: this.#requests, connections, reused: this.#reused, origins: this.#routes.size, savedMs };
  }

  /** One for each certificate of each origin. */
  certificates(): SeenCertificate[] {
    return this.#pool.seenCertificates();
  }

  /** Where each mapping of `connect-to` led that a request used. */
  notes(): string[] {
    return [...this.#usedMappings].map(({ shown }) => {
      const [host, target] = shown.split(/\s+/);
      return `connect-to: connections to ${host} went to ${target}`;
    });
  }

  /** A mapping that no request used may be a mistake. */
  warnings(): string[] {
    const unused = this.#options.connectTo.filter((mapping) => !this.#usedMappings.has(mapping));
    return unused.map(({ shown }) => `connect-to: no request used "${shown}"`);
  }

  async #exchange(get: GetRequest, route: Route, attempt: Attempt): Promise<Exchange> {
    this.#requests += 1;
    const result = await exchange(get, this.#pool.agent, { route, attempt });
    const isAnswered = result.outcome.kind === "answer";
    if (isAnswered && result.socket) attempt.heardFrom.add(result.socket);
    if (!result.reused) return result;
    this.#reused += 1;
    if (isAnswered) this.#savings.set(route, (this.#savings.get(route) ?? 0) + 1);
    return result;
  }

  #toReply({ outcome, socket, reused }: Exchange, { forwarder }: Route): Reply {
    const certificate = socket && this.#pool.certificateOf(socket);
    const reply = { outcome, reused, opened: socket !== null && !reused, resent: false, certificate };
    // Nobody but a proxy asks for this (RFC 9110, section 15.5.8). Its other answers cannot be told from the site's.
    if (outcome.kind !== "answer" || outcome.status !== 407 || forwarder === null) return reply;
    return { ...reply, outcome: refusal(describe407(forwarder)) };
  }

  /** The way to an origin, or the broken proxy variable through which it would lead. */
  #routeTo(origin: string): Route | BrokenProxy {
    const known = this.#routes.get(origin);
    if (known) return known;
    const route = this.#findRoute(origin);
    if (route.kind === "broken") return route;
    if (route.mapping) this.#usedMappings.add(route.mapping);
    this.#routes.set(origin, route);
    return route;
  }

  #findRoute(origin: string): Route | BrokenProxy {
    const { proxies, connectTo } = this.#options;
    const url = new URL(origin);
    const server = endpointOf(url);
    const mapping = findMapping(server, connectTo);
    // `checkBypass` decides what goes direct. Unlike http-client, a malformed proxy variable is an error.
    const proxy = mapping !== null || checkBypass(url) ? null : proxies[server.tls ? "https" : "http"];
    return proxy?.kind === "broken" ? proxy : routeTo(origin, { server, mapping, proxy });
  }
}

/**
 * Whether a kept connection failed before the head of an answer was complete, so that the request may be sent once
 * more: a server may close it at any time, and a client cannot know before it writes (RFC 9112, section 9.3.1).
 */
function isStale({ outcome, reused, progress }: Exchange): boolean {
  return outcome.kind === "failure" && reused && progress !== "head";
}

/** Whether not a byte of an answer came before the deadline. */
function isSilence({ outcome, progress }: Exchange): boolean {
  return outcome.kind === "failure" && outcome.error === deadlinePassed && progress === "nothing";
}

function refuse(address: string, { problem }: BrokenProxy): Reply {
  const name = address.startsWith("https:") ? "HTTPS_PROXY" : "HTTP_PROXY";
  const outcome = refusal(`${name} (or ${name.toLowerCase()}) ${problem}`);
  return { outcome, reused: false, opened: false, resent: false, certificate: null };
}
