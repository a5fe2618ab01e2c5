import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";

const script = new URL("../../scripts/summary-text.mjs", import.meta.url);
const summary = readFileSync(new URL("../fixtures/summaries/12-uris.md", import.meta.url), "utf8");

test("npm start prints the summary as text: the same words, and neither markup nor chart", async () => {
  const program = `import { summaryAsText } from ${JSON.stringify(script.href)}; process.stdout.write(summaryAsText(process.argv[1]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program, summary]);
  const lines = stdout.split("\n");
  assert.doesNotMatch(
    stdout,
    /<\/?(?:t[drh]|table|code|a|br|sub|details|summary)\b|mermaid|section|Where the time went/,
  );
  assert.deepEqual(
    lines.slice(0, 5).map((line) => line.trimEnd()),
    [
      "❌ 4 of 12 URIs are down",
      "",
      `     URI                                          Time`,
      `❌   https://www.example.com/version.txt          25 ms`,
      "     200 OK, but the text 1f3a9c7 is missing",
    ],
  );
  assert.ok(lines.includes("⚠️   https://www.example.com/account              103 ms"), lines.join("\n"));
  assert.ok(lines.includes("The other 5 URIs are up:"));
  assert.deepEqual(lines.slice(-4), [
    "",
    "17 requests to 5 origins in 6.5 s: 5 opened a connection, 10 used an open one, 2 got none. Reuse saved about 730 ms.",
    "",
    "uptimemon VERSION · 2026-11-25 12:20 UTC",
  ]);
});
