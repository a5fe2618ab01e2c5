import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { startProxy, type TestProxy } from "../helpers/proxy.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** The authority that signed the certificate of all sites, for NODE_EXTRA_CA_CERTS. */
export const sitesAuthority: string = fixture("sites-ca.pem");

/** An answer: a text is 200 with that body, a number a status of its own. */
export type Answer =
  | string
  | number
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    };

/** What each URI answers; one that is missing is a 404. */
export type Pages = Readonly<Record<string, Answer | ((headers: IncomingMessage["headers"]) => Answer)>>;

/** example.com and other names as TLS sites on loopback, behind a proxy that leads there. */
export interface Sites {
  /** Variables with which the action finds the sites and trusts them. */
  readonly env: Readonly<Record<string, string>>;
  readonly server: TestServer;
  readonly proxy: TestProxy;
  /** The URIs that were asked for, in order. */
  readonly asked: readonly string[];
}

/** One TLS server for all hosts of these pages; `proxyCredentials` are `user:password` that the proxy wants. */
export async function startSites(
  t: TestContext,
  pages: Pages,
  { proxyCredentials = "" }: { readonly proxyCredentials?: string } = {},
): Promise<Sites> {
  const asked: string[] = [];
  const server = await startServer(
    t,
    ({ url = "", headers }, response) => {
      const uri = `https://${headers.host}${url}`;
      asked.push(uri);
      const page = pages[uri] ?? { status: 404, body: "Not found" };
      const answer = typeof page === "function" ? page(headers) : page;
      const whole = typeof answer === "string" ? { status: 200, body: answer } : answer;
      if (typeof whole === "number") response.writeHead(whole).end(`status ${whole}`);
      else response.writeHead(whole.status, whole.headers).end(whole.body ?? "");
    },
    {
      tls: "server",
      tlsOptions: { key: readFileSync(fixture("sites.key")), cert: readFileSync(fixture("sites.pem")) },
    },
  );
  const hosts = Object.keys(pages).map((uri) => new URL(uri).hostname);
  const proxy = await startProxy(t, {
    servers: Object.fromEntries(hosts.map((host) => [`${host}:443`, server])),
    ...(proxyCredentials ? { credentials: proxyCredentials } : {}),
  });
  return { env: { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: sitesAuthority }, server, proxy, asked };
}
