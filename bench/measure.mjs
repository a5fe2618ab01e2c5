import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

// Bash's `time` counts the CPU of a whole process tree to the millisecond, be it Node, curl or a loop that starts a
// thousand curls. It writes to 2, so what it times writes its own errors to 3.
const script = 'TIMEFORMAT="%3R %3U %3S"; time "$@" 2>&3';
const peak = fileURLToPath(new URL("peak.cjs", import.meta.url));

/** The monotonic clock, which all processes of a machine share, in milliseconds. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

/**
 * Runs one contender in an environment with nothing but `env`; its output goes into a pipe, as a runner has it. With
 * `memory` the peak of its memory is measured too: on Node only.
 */
export async function measure({ command: [program, ...args], env, memory }) {
  const command = memory ? [program, "--require", peak, ...args] : [program, ...args];
  const child = spawn("bash", ["-c", script, "bench", ...command], {
    env: { PATH: process.env.PATH, LC_ALL: "C", ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
  });
  const ended = once(child, "exit").then(([code]) => ({ code, endedAt: now() }));
  const [stdout, times, stderr, peakKiB] = await Promise.all(child.stdio.slice(1).map((stream) => text(stream)));
  const { code, endedAt } = await ended;
  const [time, user, system] = times.trim().split(" ").map(Number);
  return {
    code,
    endedAt,
    stderr,
    answers: stdout.match(/^\[(OK|200)\] /gm)?.length ?? 0,
    time: time * 1000,
    cpu: (user + system) * 1000,
    memory: memory ? Number(peakKiB) / 1024 : null,
  };
}
