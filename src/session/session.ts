import type { Agent, IncomingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { HttpClient } from "@actions/http-client";
import { checkBypass } from "@actions/http-client/lib/proxy";
import type { SeenCertificate } from "../certificate.ts";
import type { Proxies } from "../inputs/proxies.ts";
import type { Certificate, Stats } from "../result.ts";
import type { Attempt } from "./attempt.ts";
import { dial } from "./dial.ts";
import { type Exchange, type RoutedOptions, type Sent, send } from "./exchange.ts";
import { ExchangeError, type Failure } from "./failure.ts";
import { originOf, proxyAuthentication, type Route, routeTo } from "./route.ts";

/** What came of an exchange. `reused`: no connection was opened for it. `resent`: a kept connection died, a fresh one was used. */
export type Reply = (Answer | Lost) & {
  readonly reused: boolean;
  readonly resent: boolean;
  readonly certificate: Certificate | null;
};

/** An answer whose body was read to its end, or to its first MiB. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** No answer. */
export interface Lost {
  readonly kind: "lost";
  readonly failure: Failure;
}

/** The shared pool of connections: one for the whole run. */
export interface Session {
  /** Sends a request over an open connection if there is one. Never rejects for a failure of the network. */
  exchange(exchange: Exchange): Promise<Reply>;
  /** Closes the idle connections, so that the next requests open fresh ones. */
  freshen(): void;
  /** Closes every connection. */
  dispose(): void;
  stats(): Stats;
  /** One for each certificate of each origin. */
  certificates(): SeenCertificate[];
}

/** Opens the session: one `HttpClient`, whose own keep-alive agent is taught to dial for http, https and proxies alike. */
export function openSession({ timeoutMs, proxies }: { timeoutMs: number; proxies: Proxies }): Session {
  const client = new HttpClient(undefined, [], { keepAlive: true });
  // For loopback the client never has a proxy agent of its own, so this is the agent that its `dispose` destroys.
  const agent: Agent = client.getAgent("http://localhost/");
  const certificateOf = new WeakMap<Socket, Certificate>();
  const seen = new Map<string, SeenCertificate>();
  const lastConnectMs = new Map<string, number>();
  const routes = new Map<string, Route>();
  const stats = { requests: 0, connections: 0, reused: 0, savedMs: 0 };
  let disposed = false;

  // createConnection and keepSocketAlive are made to be overridden (https://nodejs.org/api/http.html#agentcreateconnectionoptions-callback),
  // getName is overridden by Node's own https.Agent.
  agent.getName = (options) => (options as RoutedOptions).route.poolKey;
  agent.createConnection = (options, done) => {
    const { route, attempt } = options as RoutedOptions;
    connect(route, attempt).then(
      (socket) => done?.(null, socket),
      (error) => done?.(error, undefined as never),
    );
    return undefined;
  };

  // Node's own gives a connection up whose server says "Keep-Alive: timeout=1". The resend cures what that guards against.
  agent.keepSocketAlive = (socket): boolean => {
    (socket as Socket).unref();
    return true;
  };

  async function connect(route: Route, attempt: Attempt): Promise<Socket> {
    const onConnect = (): void => {
      stats.connections += 1;
    };
    const { socket, certificate, connectMs } = await dial(route, { attempt, timeoutMs, onConnect });
    lastConnectMs.set(route.poolKey, connectMs);
    if (certificate) {
      const { origin } = route;
      certificateOf.set(socket, certificate);
      seen.set(`${origin} ${certificate.validFrom} ${certificate.validTo}`, { origin, certificate });
    }
    return socket;
  }

  const wire = {
    client,
    agent,
    onRequest(): void {
      stats.requests += 1;
    },
    onReuse(route: Route): void {
      stats.reused += 1;
      stats.savedMs += lastConnectMs.get(route.poolKey) ?? 0;
    },
  };

  /** The way to the origin of `url`, or null where it leads through a proxy variable that is no http(s) address. Remembered: the environment stays as it is. */
  function routeFor(url: URL): Route | null {
    const known = routes.get(originOf(url));
    if (known) return known;
    const proxy = proxyFor(url, proxies);
    if (proxy?.kind === "broken") return null;
    const route = routeTo(url, proxy);
    routes.set(route.origin, route);
    return route;
  }

  function closeIdle(key: string | null): void {
    for (const [name, sockets] of Object.entries(agent.freeSockets)) {
      if (key === null || key === name) for (const socket of [...(sockets ?? [])]) socket.destroy();
    }
  }

  return {
    async exchange(exchange) {
      if (disposed) throw new Error("the session is disposed of");
      const route = routeFor(exchange.url);
      if (route === null) return refuseBrokenProxy(exchange.url);
      let sent = await send(wire, route, exchange);
      // A server may close an idle connection at any time, and a client cannot know before it writes: RFC 9112, section 9.3.1.
      const resent = sent.failure !== null && sent.reused && sent.untouched && exchange.attempt.endReason === null;
      if (resent) {
        closeIdle(route.poolKey);
        sent = await send(wire, route, exchange);
      }
      return toReply(sent, route, { resent, certificate: (sent.socket && certificateOf.get(sent.socket)) ?? null });
    },
    freshen() {
      closeIdle(null);
    },
    dispose() {
      disposed = true;
      client.dispose();
    },
    stats: () => ({ ...stats, origins: routes.size }),
    certificates: () => [...seen.values()],
  };
}

/** Who goes direct is @actions/http-client's rule; a broken address is not direct, as it would be there. */
function proxyFor(url: URL, proxies: Proxies): Proxies["http"] {
  if (proxies.http === null && proxies.https === null) return null;
  const proxy = url.protocol === "https:" ? proxies.https : proxies.http;
  return proxy === null || checkBypass(url) ? null : proxy;
}

function refuseBrokenProxy(url: URL): Reply {
  const name = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  const error = new ExchangeError(`${name} (or ${name.toLowerCase()}) is not the address of an http(s) proxy`);
  return {
    kind: "lost",
    failure: { error, stage: null, proxy: null },
    reused: false,
    resent: false,
    certificate: null,
  };
}

function toReply(
  sent: Sent,
  { forwarder }: Route,
  { resent, certificate }: { resent: boolean; certificate: Certificate | null },
): Reply {
  const { answer } = sent;
  const reused = sent.reused && !resent;
  if (answer === null) return { kind: "lost", failure: sent.failure, reused, resent, certificate };
  const status = answer.statusCode ?? 0;
  // Nobody but a proxy asks for this (RFC 9110, section 15.5.8). Its other answers cannot be told from the site's.
  if (status === 407 && forwarder !== null) {
    const failure: Failure = {
      error: new ExchangeError(proxyAuthentication(forwarder)),
      stage: "wait",
      proxy: forwarder.authority,
    };
    return { kind: "lost", failure, reused, resent, certificate };
  }
  return { kind: "answer", status, headers: answer.headers, reused, resent, certificate };
}
