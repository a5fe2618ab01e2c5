import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { findProgram } from "./program.ts";
import type { Tally } from "./scripted.ts";
import { closedPort } from "./server.ts";

/** A real nginx. `stop` ends it and returns what its access log counted. */
export interface Nginx {
  /** `http://127.0.0.1:port` for each http server, then `https://127.0.0.1:port` for each https one. */
  readonly origins: readonly string[];
  stop(): Promise<Tally>;
}

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** What nginx is to serve. */
export interface NginxSettings {
  /** So many http servers, and so many https ones. */
  readonly http: number;
  readonly https: number;
  /** For all servers. */
  readonly directives: string;
  /** What each server answers: `ok`, if not said. */
  readonly locations?: string;
  /** The files under /, by their path, made for the origins of the servers. */
  files?(origins: readonly string[]): Readonly<Record<string, string | Buffer>>;
}

/** Starts nginx in the foreground, under a folder of its own; null where it is not installed. Stopped after the test. */
export async function startNginx(t: TestContext, settings: NginxSettings): Promise<Nginx | null> {
  const { http, https } = settings;
  const program = findProgram("nginx");
  if (program === null) return null;
  const ports: number[] = [];
  while (ports.length < http + https) {
    const port = await closedPort();
    if (!ports.includes(port)) ports.push(port);
  }
  const folder = mkdtempSync(join(tmpdir(), "uptimemon-nginx-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const origins = ports.map((port, index) => `http${index < http ? "" : "s"}://127.0.0.1:${port}`);
  writeFileSync(join(folder, "nginx.conf"), configure(ports, settings));
  for (const [path, content] of Object.entries(settings.files?.(origins) ?? {})) {
    const file = join(folder, "html", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const child = spawn(program, ["-p", folder, "-c", "nginx.conf", "-e", "stderr"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await accepts(child.stderr);
  const ended = once(child, "exit");
  t.after(() => child.kill("SIGKILL"));
  return {
    origins,
    async stop() {
      child.kill("SIGQUIT");
      await ended;
      return tallyLog(readFileSync(join(folder, "access.log"), "utf8"));
    },
  };
}

/** nginx listens before it says which kind of events it uses. */
async function accepts(stderr: Readable): Promise<void> {
  let said = "";
  for await (const text of stderr.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += text;
    if (!said.includes("event method")) continue;
    stderr.resume();
    return;
  }
  throw new Error(`nginx did not start: ${said}`);
}

function configure(
  ports: readonly number[],
  { http, directives, locations = "location / { return 200 ok; }" }: NginxSettings,
): string {
  const listen = (port: number, index: number): string =>
    `server { listen 127.0.0.1:${port}${index < http ? "" : " ssl"}; ${locations} }`;
  return `
    daemon off;
    master_process off;
    pid nginx.pid;
    error_log stderr notice;
    events { worker_connections 500; }
    http {
      log_format counts "$connection $connection_requests";
      access_log access.log counts;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      ssl_certificate ${fixture("server.pem")};
      ssl_certificate_key ${fixture("server.key")};
      ${directives}
      ${ports.map(listen).join("\n      ")}
    }
  `;
}

/** A line for each answer: the number of its connection, and which of its requests it was. */
function tallyLog(log: string): Tally {
  const lines = log.trimEnd().split("\n");
  const connections = new Set(lines.map((line) => line.split(" ")[0])).size;
  return { connections, reused: lines.filter((line) => !line.endsWith(" 1")).length };
}
