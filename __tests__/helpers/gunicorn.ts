import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./action.ts";
import { type Group, startGroup, whyNot } from "./group.ts";
import { findPythonProgram } from "./python.ts";
import { closedPort } from "./server.ts";

/** A real gunicorn with threads, of which each worker keeps its own connections. */
export interface Gunicorn {
  readonly origin: string;
  readonly group: Group;
  /** The processes of its first workers. */
  readonly workers: readonly number[];
  /** The process that answered the first request for a path. */
  servedBy(path: string): Promise<number>;
}

const gunicorn = findPythonProgram("gunicorn");

/** Why no test can start a gunicorn here; false where one can. */
export const noGunicorn: string | false = whyNot("gunicorn", gunicorn);

// The first request for a path that begins with /fatal kills the worker that got it; the next ones are answered.
const app = `
import os, signal

def app(environ, start):
    path = environ["PATH_INFO"]
    if path.startswith("/fatal"):
        try:
            open(path.replace("/", "_"), "x").close()
            os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            pass
    start("200 OK", [("Content-Length", "2")])
    return [b"ok"]
`;

/** Starts gunicorn with workers that keep idle connections for some seconds. Stopped after the test. */
export async function startGunicorn(
  t: TestContext,
  { workers = 1, keepAliveSeconds = 2, tls = false } = {},
): Promise<Gunicorn> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "app.py"), app);
  const port = await closedPort();
  const options = {
    chdir: folder,
    bind: `127.0.0.1:${port}`,
    "worker-class": "gthread",
    workers,
    threads: 20,
    "keep-alive": keepAliveSeconds,
    // The master leaves workers that stand still alone.
    timeout: 0,
    "worker-tmp-dir": folder,
    "access-logfile": "-",
    "access-logformat": "%(U)s %(p)s",
    ...(tls ? { certfile: fixture("server.pem"), keyfile: fixture("server.key") } : {}),
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const group = startGroup(t, gunicorn ?? "", [...args, "app:app"]);
  const booted = await group.lines(/Booting worker with pid/, workers);
  return {
    origin: `http${tls ? "s" : ""}://127.0.0.1:${port}`,
    group,
    workers: booted.map((line) => Number(/(\d+)$/.exec(line)?.[1])),
    async servedBy(path) {
      const [line = ""] = await group.lines(new RegExp(`^${path} `));
      return Number(/<(\d+)>$/.exec(line)?.[1]);
    },
  };
}

function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}
