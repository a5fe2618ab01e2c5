import http from "node:http";
import net, { type Socket } from "node:net";
import type { TestContext } from "node:test";
import type { Setting } from "./action.ts";
import { type Certificate, startRaw, type TestServer } from "./server.ts";

/** A real forward proxy on loopback that writes down what its clients send. */
export interface TestProxy {
  /** Its connections from clients. */
  readonly server: TestServer;
  /** What to set HTTP_PROXY or HTTPS_PROXY to. */
  readonly url: string;
  /** `host:port`, as messages show it. */
  readonly shown: string;
  /** The head of every request that was not inside a tunnel. */
  readonly heads: readonly string[];
  /** Every byte that was not inside a tunnel. */
  readonly clear: string;
  /** The first bytes inside each tunnel. */
  readonly tunnels: readonly Buffer[];
}

/** How a proxy is to behave. */
export interface ProxySettings {
  /** The certificate it shows its clients; none: plain TCP. */
  readonly tls?: Certificate;
  readonly host?: string;
  /** `user:password` that it wants; others are answered 407. */
  readonly credentials?: string;
  /** Servers by the `host:port` that clients ask for; any other name is this machine. */
  readonly servers?: Readonly<Record<string, TestServer>>;
  /** How long it takes to open a tunnel, in milliseconds. */
  readonly slowMs?: number;
  /** Answers a request in the proxy's stead when it returns true. */
  intercept?(client: Socket, head: string): boolean;
  /** Called for what comes out of a tunnel; returns true to keep it from the server. */
  withhold?(client: Socket, chunk: Buffer): boolean;
  /** Told when a forwarded answer has been written. */
  onForwarded?(client: Socket): void;
}

const reasons: Readonly<Record<number, string>> = {
  403: "Forbidden",
  407: "Proxy Authentication Required",
  502: "Bad Gateway",
};

/** An answer of a proxy's own, for `intercept`. */
export function refuse(client: Socket, status: number): true {
  client.write(
    `HTTP/1.1 ${status} ${reasons[status] ?? ""}\r\nProxy-Authenticate: Basic realm="test"\r\nContent-Length: 6\r\n\r\nnot me`,
  );
  return true;
}

/** Starts a proxy that forwards, tunnels and keeps connections. */
export async function startProxy(t: TestContext, settings: ProxySettings = {}): Promise<TestProxy> {
  const heads: string[] = [];
  const tunnels: Buffer[] = [];
  let clear = "";
  const portOf = (authority: string, scheme: number): number => {
    const [, , port] = /^(.*?)(?::(\d+))?$/.exec(authority) ?? [];
    return settings.servers?.[authority]?.port ?? Number(port ?? scheme);
  };
  const wanted =
    settings.credentials === undefined ? null : `Basic ${Buffer.from(settings.credentials).toString("base64")}`;

  const serve = (client: Socket, head: string): Socket | null => {
    heads.push(head);
    if (settings.intercept?.(client, head)) return null;
    const [, method, address = ""] = /^(\S+) (\S+)/.exec(head) ?? [];
    if (wanted !== null && fieldOf(head, "Proxy-Authorization") !== wanted) refuse(client, 407);
    else if (method === "CONNECT") return openTunnel(client, portOf(address, 443), settings.slowMs ?? 0);
    else forward(client, head, portOf(new URL(address).host, 80), settings);
    return null;
  };

  const server = await startRaw(
    t,
    (client) => {
      let text = "";
      let upstream: Socket | null = null;
      let isFirst = true;
      client.on("data", (chunk: Buffer) => {
        if (upstream) {
          if (isFirst) tunnels.push(chunk);
          isFirst = false;
          if (!settings.withhold?.(client, chunk)) upstream.write(chunk);
          return;
        }
        clear += chunk.toString("latin1");
        text += chunk.toString("latin1");
        const end = text.indexOf("\r\n\r\n");
        if (end === -1) return;
        const head = text.slice(0, end);
        text = text.slice(end + 4);
        upstream = serve(client, head);
      });
    },
    { ...(settings.tls ? { tls: settings.tls } : {}), ...(settings.host ? { host: settings.host } : {}) },
  );
  const url = server.origin;
  const proxy = { server, url, shown: new URL(url).host, heads, tunnels };
  return Object.defineProperty(proxy as typeof proxy & { clear: string }, "clear", { get: () => clear });
}

/** Requests of a proxy that asked for tunnels. */
export function connects({ heads }: TestProxy): string[] {
  return heads.filter((head) => head.startsWith("CONNECT "));
}

/** A proxy for both schemes, and more variables. */
export function through(proxy: { url: string }, env: Setting["env"] = {}): { env: NonNullable<Setting["env"]> } {
  return { env: { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, ...env } };
}

/** A field of a request head; undefined where it is missing. */
export function fieldOf(head: string, name: string): string | undefined {
  return new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1]?.trimEnd();
}

function openTunnel(client: Socket, port: number, slowMs: number): Socket {
  const upstream = net.connect(port, "127.0.0.1", () => {
    setTimeout(() => client.write("HTTP/1.1 200 Connection established\r\n\r\n"), slowMs);
  });
  upstream.on("data", (chunk) => client.write(chunk));
  upstream.on("end", () => client.end());
  upstream.on("error", () => client.destroy());
  client.on("end", () => upstream.end());
  client.on("close", () => upstream.destroy());
  return upstream;
}

function forward(client: Socket, head: string, port: number, settings: ProxySettings): void {
  const [line = "", ...fields] = head.split("\r\n");
  const { pathname, search } = new URL(line.split(" ")[1] ?? "");
  const headers = fields
    .filter((field) => !/^(proxy-|connection:)/i.test(field))
    .map((field) => field.split(/: (.*)/s, 2) as [string, string]);
  const request = http.get(
    { host: "127.0.0.1", port, path: pathname + search, headers: headers.flat(), setHost: false, agent: false },
    async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const location = answer.headers.location === undefined ? "" : `Location: ${answer.headers.location}\r\n`;
      client.write(
        `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${location}Content-Length: ${body.length}\r\n\r\n`,
      );
      client.write(body, () => settings.onForwarded?.(client));
    },
  );
  request.on("error", () => refuse(client, 502));
}
