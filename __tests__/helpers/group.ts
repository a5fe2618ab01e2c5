import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { findProgram } from "./program.ts";

/** A server that may have several processes, and what it has said so far. */
export interface Group {
  readonly pid: number;
  readonly said: readonly string[];
  /** Resolves with the first `count` lines, past or future, that match. Rejects if the server ends before. */
  lines(pattern: RegExp, count?: number): Promise<readonly string[]>;
  /** Asks it to end with a signal, and waits until it has. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

/** Why a test of a real server cannot run here; false where it can. */
export function whyNot(name: string, path: string | null = findProgram(name)): string | false {
  if (path === null) return `${name} is not installed`;
  // They read /proc, and stop processes.
  return process.platform === "linux" ? false : "only on Linux";
}

/** Starts a server as a process group of its own. After the test all of it is killed, also workers that stand still. */
export function startGroup(t: TestContext, path: string, args: readonly string[]): Group {
  const child = spawn(path, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${path} cannot be started`);
  const said: string[] = [];
  const waiting = new Set<() => void>();
  const look = (): void => {
    for (const one of waiting) one();
  };
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on("line", (line) => {
      said.push(line);
      look();
    });
  }
  const closed = once(child, "close").then(look);
  t.after(async () => {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // All of it has ended.
    }
    await closed;
  });
  return {
    pid,
    said,
    lines: (pattern, count = 1) =>
      new Promise((found, fail) => {
        const one = (): void => {
          const matches = said.filter((line) => pattern.test(line));
          const isOver = child.exitCode !== null || child.signalCode !== null;
          if (matches.length < count && !isOver) return;
          waiting.delete(one);
          if (matches.length >= count) found(matches.slice(0, count));
          else fail(new Error(`${path} ended before it said ${pattern}:\n${said.join("\n")}`));
        };
        waiting.add(one);
        one();
      }),
    async stop(signal) {
      child.kill(signal);
      await closed;
    },
  };
}

/** Stops processes and waits until they stand still. */
export async function freeze(...pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    process.kill(pid, "SIGSTOP");
    // The state comes behind the name: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    while (!/\) T /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) await nextTurn();
  }
}

/** Lets frozen processes go on. */
export function thaw(...pids: readonly number[]): void {
  for (const pid of pids) process.kill(pid, "SIGCONT");
}
