// Starts the servers, each in a process of its own. All listen on loopback only.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const mostOrigins = 20;

/**
 * Starts all servers: `http`, `https`, `distant` (https behind a slow link) and `nginx` (null where it is not
 * installed). Each has its `origins`, what a contender needs in its environment and as `ca`, and `takeCounts`, which
 * tells what was counted since it was last asked. nginx keeps its files in `folder`.
 */
export async function startServers(folder) {
  // The tests' certificate, which is for 127.0.0.1 too.
  const [ca, cert, key] = ["ca.pem", "server.pem", "server.key"].map((name) =>
    fileURLToPath(new URL(`../__tests__/fixtures/${name}`, import.meta.url)),
  );
  const trust = { ca, env: { NODE_EXTRA_CA_CERTS: ca } };
  const http = await startProcess("server.mjs", ["http", mostOrigins]);
  const https = await startProcess("server.mjs", ["https", mostOrigins, key, cert]);
  const relay = await startProcess("relay.mjs", [https.ports[0]]);
  const nginx = await startNginx(folder);
  const toOrigins = (scheme, ports) => ports.map((port) => `${scheme}://127.0.0.1:${port}`);
  return {
    http: { origins: toOrigins("http", http.ports), takeCounts: http.ask },
    https: { origins: toOrigins("https", https.ports), takeCounts: https.ask, ...trust },
    distant: { origins: toOrigins("https", relay.ports), takeCounts: https.ask, ...trust },
    nginx: nginx && { origins: toOrigins("http", [nginx.port]), takeCounts: nginx.takeCounts },
    /** Ends when they have ended: nginx takes its files away itself. */
    async stop() {
      const children = [http, https, relay, nginx].filter((server) => server !== null).map(({ child }) => child);
      const ends = children.map((child) => once(child, "exit"));
      for (const child of children) child.kill();
      await Promise.all(ends);
    },
  };
}

async function startProcess(file, args) {
  const child = fork(new URL(file, import.meta.url), args.map(String));
  const [ports] = await once(child, "message");
  const ask = async () => {
    child.send("counts");
    return (await once(child, "message"))[0];
  };
  return { child, ports, ask };
}

/** nginx with its own limit of requests to a connection. It counts in its access log: a line a request, with the connection's number. */
async function startNginx(folder) {
  const home = join(folder, "nginx");
  mkdirSync(home);
  const port = await findFreePort();
  const log = join(home, "access.log");
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${home}/${name};`)
    .join(" ");
  // In a location: a `return` of the server itself comes before nginx looks at keepalive_requests.
  const server = `keepalive_requests 1000; server { listen 127.0.0.1:${port}; location / { return 200 "ok"; } }`;
  const config = `daemon off; master_process off; pid ${home}/pid; events {} http { ${temp} log_format number $connection; access_log ${log} number; ${server} }`;
  writeFileSync(join(home, "nginx.conf"), config);
  // Debian keeps it where only root looks.
  const env = { PATH: `${process.env.PATH}:/usr/sbin` };
  const child = spawn("nginx", ["-p", home, "-c", join(home, "nginx.conf"), "-e", join(home, "error.log")], {
    env,
    stdio: "inherit",
  });
  const isInstalled = await once(child, "spawn").then(
    () => true,
    () => false,
  );
  if (!isInstalled) return null;
  process.once("exit", () => child.kill());
  while (child.exitCode === null && !(await isListening(port))) await sleep(20);
  let read = 0;
  const takeCounts = () => {
    const lines = readFileSync(log, "utf8").split("\n").slice(0, -1);
    const fresh = lines.slice(read);
    read = lines.length;
    return { connections: new Set(fresh).size, handshakes: null, requests: fresh.length, lastAnswerAt: null };
  };
  return { child, port, takeCounts };
}

async function findFreePort() {
  const server = net.createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address();
  await once(server.close(), "close");
  return port;
}

function isListening(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
