import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { TestContext } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Run, startAction } from "./action.ts";
import { freeze, thaw } from "./group.ts";
import { startServer } from "./server.ts";

/** How servers come to close the connections that the action keeps to them. */
export interface Closing {
  readonly origins: readonly string[];
  /** The checks of each origin before and after. */
  readonly checks: number;
  /** What comes before, while the action waits for another server. */
  prepare(): Promise<void>;
  /** Makes the servers close, while the action stands still. */
  close(): void;
}

/**
 * Fills the action's pool with connections. Then their servers close them all, so that the action learns of it in the
 * very turn of its event loop in which it sends the next requests over them: it cannot know before. Needs Linux.
 */
export async function raceWithClose(t: TestContext, { origins, checks, prepare, close }: Closing): Promise<Run> {
  const all = origins.flatMap((origin) => Array.from({ length: checks }, (_, i) => `${origin}/${i}`));
  const held: (() => Promise<void>)[] = [];
  const gate = await startServer(t, async (_, answer) => {
    held.push(() => new Promise((sent) => answer.end("ok", () => sent())));
    if (held.length < all.length) return;
    await prepare();
    await freeze(pid);
    // These answers lie there first, so that they are read first.
    await Promise.all(held.map((answerHeld) => answerHeld()));
    close();
    await allClosed(origins);
    thaw(pid);
  });
  const holding = all.map((_, i) => `${gate.origin}/${i}`);
  const uris = [...all, ...holding, ...all].join("\n");
  const step = startAction({ uris, concurrency: String(all.length) });
  t.after(() => step.child.kill("SIGKILL"));
  // Without one, freeze and thaw throw.
  const { pid = Number.NaN } = step.child;
  return step.finished;
}

/** After such a race all are up at the first attempt; the last third, which came after the close, was sent once more. */
export function assertAllResent({ code, stderr, results }: Run): void {
  assert.deepEqual(
    results.map(({ state, attempts, resent }) => `${state} ${attempts} ${resent}`),
    results.map((_, index) => `OK 1 ${index >= (results.length / 3) * 2}`),
  );
  assert.deepEqual([code, stderr], [0, ""]);
}

/** Resolves when no connection to these origins is established any more. No event tells when somebody else's is closed. */
async function allClosed(origins: readonly string[]): Promise<void> {
  const ports = origins.map((origin) => Number(new URL(origin).port).toString(16).toUpperCase().padStart(4, "0"));
  // Local address, remote address, state; 01 is ESTABLISHED: https://docs.kernel.org/networking/proc_net_tcp.html
  const established = new RegExp(`^ *\\d+: \\S+ \\w+:(${ports.join("|")}) 01 `, "m");
  while (established.test(readFileSync("/proc/net/tcp", "utf8"))) await nextTurn();
}
