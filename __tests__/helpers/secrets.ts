import assert from "node:assert/strict";
import type { Run } from "./action.ts";

const mask = "::add-mask::";

/** The secrets that a run told the runner to mask, in order. */
export function masks({ log }: Run): string[] {
  // How commands carry data: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
  const unescaped = (text: string): string =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  return log.filter((line) => line.startsWith(mask)).map((line) => unescaped(line.slice(mask.length)));
}

/** Fails when one of the texts is in anything that a run shows: its log (but for the masks themselves), stderr, and its files. */
export function assertHidden(run: Run, texts: readonly string[]): void {
  const log = run.log.filter((line) => !line.startsWith(mask));
  const lines = [...log, ...run.stderr.split("\n"), ...run.files.split("\n"), ...Object.values(run.outputs)];
  for (const text of texts) {
    assert.notEqual(text, "");
    assert.equal(
      lines.find((line) => line.toLowerCase().includes(text.toLowerCase())),
      undefined,
      `${text} is shown`,
    );
  }
}

/** The value of a Basic `Authorization` (RFC 7617). */
export function basic(pair: string): string {
  return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}
