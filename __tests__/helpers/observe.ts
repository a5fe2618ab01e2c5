import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { type Setting, temporaryFolder } from "./action.ts";

/** What was seen inside the action's process. */
export interface Observed {
  /** The bytes that were read from each connection that it opened, in that order (not watched while the heap is). */
  readonly bytesRead: readonly number[];
  /** The heap in use, after a collection, at the requests that were asked for. */
  readonly heapBytes: Readonly<Record<number, number>>;
  /** The most memory that the process ever took. */
  readonly peakMebibytes: number;
}

/** A setting under which the action is observed, and how to read what was seen once it is over. */
export function observe(
  t: TestContext,
  { heapAt = [] as readonly number[] } = {},
): { setting: Setting; read(): Observed } {
  const file = join(temporaryFolder(t), "observed.json");
  const preload = fileURLToPath(new URL("observe.cjs", import.meta.url));
  return {
    setting: {
      env: { OBSERVED: file, HEAP_AT: heapAt.join(",") },
      nodeArguments: ["--expose-gc", "--require", preload],
    },
    read: () => JSON.parse(readFileSync(file, "utf8")) as Observed,
  };
}
