import { closeSync, openSync } from "node:fs";
import { devNull } from "node:os";
import { codeOf } from "./failure.ts";

/** Whether the system refuses to open this many files more: each connection takes one, and so does a name lookup. */
export function areDescriptorsScarce(wanted: number): boolean {
  const opened: number[] = [];
  try {
    while (opened.length < wanted) opened.push(openSync(devNull, "r"));
    return false;
  } catch (error) {
    return isOutOfDescriptors(error);
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/** Whether an error says that the process (EMFILE) or the system (ENFILE) has no descriptor left. */
export function isOutOfDescriptors(error: unknown): boolean {
  return /^(EMFILE|ENFILE)$/.test(codeOf(error));
}
