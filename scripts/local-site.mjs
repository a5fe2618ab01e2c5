// The site that CI's job `itself` checks. Starts it, prints `origin=http://127.0.0.1:PORT` as soon as it listens, and
// ends; the site stays. A process that a step leaves in the background may be ended with the step; this one has a session
// of its own.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

/** More than the job may take: GitHub's runner ends the site with the job, others may not. */
const lifetimeMs = 10 * 60_000;

if (process.send) await serve();
else await start();

async function start() {
  const site = fork(fileURLToPath(import.meta.url), { detached: true, stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const [origin] = await Promise.race([
    once(site, "message"),
    once(site, "exit").then(([code]) => Promise.reject(new Error(`the site ended with ${code}`))),
  ]);
  console.log(`origin=${origin}`);
  site.disconnect();
  site.unref();
}

async function serve() {
  const server = createServer(({ url }, response) => {
    response.writeHead(url === "/down" ? 503 : 200).end(`version ${process.env.GITHUB_SHA}`);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  process.send(`http://127.0.0.1:${server.address().port}`);
  setTimeout(() => {
    server.close();
    server.closeAllConnections();
  }, lifetimeMs);
}
