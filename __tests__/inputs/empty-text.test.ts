import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseList } from "../../src/inputs/line.ts";
import { ok } from "../../src/inputs/status.ts";
import { runAction, temporaryFolder } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

test("a blank and nothing behind a status is where a text came out empty; a blank behind a URI or a text is nothing", () => {
  const lines = [
    "https://a.example/version 200 ",
    "https://a.example/version 200\t",
    "  sitemap https://a.example/sitemap.xml 2xx  ",
    "/version 200 ",
    "https://a.example/ ",
    "https://a.example/version 200",
    "https://a.example/version 200 text ",
    "# a 200 ",
    "#comment 200 ",
    "https://a.example/ up ",
    "",
  ];
  const defaults = { expected: { status: ok, text: null, end: null }, base: null };
  const { emptyTexts } = parseList(lines.join("\r\n"), "list.txt", defaults);
  assert.deepEqual(
    emptyTexts.map(({ line }) => line),
    [1, 2, 3, 4],
  );
});

test("an empty text is a warning with its line, and the check is made without it", async (t) => {
  const server = await startServer(t);
  const file = join(temporaryFolder(t), "list.txt");
  writeFileSync(file, `# from a step\n${server.origin}/2 200 \n`);
  const run = await runAction({ uris: `${server.origin}/1 200 \n${server.origin}/3 200`, "uris-file": file });
  assert.deepEqual([run.code, run.outputs["up"]], [0, "3"]);
  const warnings = run.log.filter((line) => line.startsWith("::warning::"));
  const says = "nothing stands behind the status: is the text empty?";
  assert.deepEqual(warnings, [`::warning::line 1: ${says}`, `::warning::${file}:2: ${says}`]);
});
