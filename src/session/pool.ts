import type { Agent, ClientRequest } from "node:http";
import type { Socket } from "node:net";
import type { SecureContext } from "node:tls";
import type { SeenCertificate } from "../certificate.ts";
import type { Certificate } from "../result.ts";
import type { Attempt } from "./attempt.ts";
import { areDescriptorsScarce, isOutOfDescriptors } from "./descriptors.ts";
import { type Connection, dial, loadTls } from "./dial.ts";
import type { RoutedOptions } from "./exchange.ts";
import { NetworkError } from "./failure.ts";
import type { Route } from "./route.ts";

// Each holds a descriptor, and memory with TLS; nobody has a use for more.
const maxIdle = 256;

// As many of libuv's threads as dial.ts asks for.
const maxLookups = 64;

/** The connections of a session: those of the client's own agent, which is taught to dial and to know what is idle. */
export class Pool {
  readonly agent: Agent;
  readonly #timeoutMs: number;
  /** The longest idle first. */
  readonly #idle = new Set<Socket>();
  readonly #certificates = new WeakMap<Socket, Certificate>();
  readonly #seenCertificates = new Map<string, SeenCertificate>();
  readonly #shortestConnectMs = new Map<string, number>();
  #context: SecureContext | null = null;
  #connections = 0;
  /** Dials under way. */
  #dials = 0;
  /** How often idle connections made room for others. */
  #clearings = 0;

  /** Takes over an agent with `keepAlive`. `timeoutMs` is that of an attempt. */
  constructor(agent: Agent, timeoutMs: number) {
    this.agent = agent;
    this.#timeoutMs = timeoutMs;
    // The limit is `maxIdle` over all origins.
    agent.maxFreeSockets = Number.POSITIVE_INFINITY;
    const reuseSocket = agent.reuseSocket.bind(agent);
    // Node documents all but getName for overriding
    // (https://nodejs.org/api/http.html#agentcreateconnectionoptions-callback);
    // that one is overridden by Node's own https.Agent.
    const taught: Pick<Agent, "getName" | "createConnection" | "keepSocketAlive" | "reuseSocket"> = {
      getName: (options) => (options as RoutedOptions).route.poolKey,
      createConnection: (options, done) => {
        const { route, attempt } = options as RoutedOptions;
        this.#connect(route, attempt).then(
          (socket) => done?.(null, socket),
          (error: unknown) => {
            // A bug is thrown where it is seen: here it would pass for an error of the request.
            if (!(error instanceof NetworkError)) throw error;
            done?.(error, undefined as never);
          },
        );
        return undefined;
      },
      // Node's own gives up a connection whose server says "Keep-Alive: timeout=1". The resend cures what that guards
      // against.
      keepSocketAlive: (socket) => {
        this.#keep(socket as Socket);
        return true;
      },
      reuseSocket: (socket, request: ClientRequest) => {
        this.#idle.delete(socket as Socket);
        reuseSocket(socket, request);
      },
    };
    Object.assign(agent, taught);
  }

  /** TCP connections opened so far, to proxies too. */
  get connections(): number {
    return this.#connections;
  }

  /** What the server at the other end of a connection showed. */
  certificateOf(socket: Socket): Certificate | null {
    return this.#certificates.get(socket) ?? null;
  }

  /** One for each certificate of each origin. */
  seenCertificates(): SeenCertificate[] {
    return [...this.#seenCertificates.values()];
  }

  /** The shortest time that opening a connection took, in milliseconds; 0 where none was opened. */
  shortestConnectMs({ poolKey }: Route): number {
    return this.#shortestConnectMs.get(poolKey) ?? 0;
  }

  /** Closes every idle connection. */
  closeIdle(): void {
    for (const socket of this.#idle) socket.destroy();
    this.#idle.clear();
  }

  /** Closes the idle connections that a route shares, but for those in `except`. */
  closeIdleOf({ poolKey }: Route, except?: WeakSet<Socket>): void {
    for (const socket of [...(this.agent.freeSockets[poolKey] ?? [])]) if (!except?.has(socket)) socket.destroy();
  }

  #keep(socket: Socket): void {
    socket.unref();
    this.#idle.add(socket);
    if (this.#idle.size <= maxIdle) return;
    const [longestIdle = socket] = this.#idle;
    // At once: its close is told later, and until then others may become idle.
    this.#idle.delete(longestIdle);
    longestIdle.destroy();
  }

  async #connect(route: Route, attempt: Attempt): Promise<Socket> {
    const { socket, certificate, connectMs } = await this.#dial(route, attempt);
    socket.once("close", () => this.#idle.delete(socket));
    this.#shortestConnectMs.set(
      route.poolKey,
      Math.min(this.#shortestConnectMs.get(route.poolKey) ?? connectMs, connectMs),
    );
    if (certificate) {
      const { origin } = route;
      this.#certificates.set(socket, certificate);
      this.#seenCertificates.set(`${origin} ${certificate.validFrom} ${certificate.validTo}`, { origin, certificate });
    }
    return socket;
  }

  /** Where the system has no descriptor left, idle connections make room. */
  async #dial(route: Route, attempt: Attempt): Promise<Connection> {
    const dialling = {
      attempt,
      timeoutMs: this.#timeoutMs,
      secureContext: () => this.#secureContext(),
      onConnect: () => {
        this.#connections += 1;
      },
    };
    const clearings = this.#clearings;
    this.#dials += 1;
    try {
      return await dial(route, dialling);
    } catch (error) {
      if (!(error instanceof NetworkError && this.#lackedDescriptors(error.cause, attempt, clearings))) throw error;
      this.#makeRoom();
      return await dial(route, dialling);
    } finally {
      this.#dials -= 1;
    }
  }

  /** A resolver that cannot open its files gives any reason: whether descriptors are missing has to be tried. */
  #lackedDescriptors(error: unknown, { clock }: Attempt, clearings: number): boolean {
    if (isOutOfDescriptors(error)) return true;
    if (clock.stage !== "lookup") return false;
    // Or were missing, until another dial made room.
    if (clearings !== this.#clearings) return true;
    // Each lookup under way may need two.
    return this.#idle.size > 0 && areDescriptorsScarce(2 * Math.min(this.#dials, maxLookups) + 1);
  }

  #makeRoom(): void {
    this.#clearings += 1;
    this.closeIdle();
  }

  /** One for all connections. Node reads the file of NODE_EXTRA_CA_CERTS with the first one, and never again. */
  #secureContext(): SecureContext {
    if (this.#context !== null) return this.#context;
    if (areDescriptorsScarce(2)) this.#makeRoom();
    this.#context = loadTls().createSecureContext();
    return this.#context;
  }
}
