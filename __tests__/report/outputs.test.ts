import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type Run, runAction, temporaryFolder } from "../helpers/action.ts";
import { needingAttention, readPage } from "../helpers/page.ts";
import { startServer } from "../helpers/server.ts";

/** A run of these lines, from a file. */
async function runOf(t: TestContext, lines: readonly string[]): Promise<Run> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "list.txt"), lines.join("\n"));
  return runAction({ "uris-file": "list.txt" }, { cwd: folder });
}

const warnings = ({ log }: Run): string[] => log.filter((line) => line.startsWith("::warning"));

test("a result has exactly the documented fields, on every way to end", async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    if (url === "/cut") answer.destroy();
    else answer.writeHead(url === "/moved" ? 301 : url === "/down" ? 500 : 200, { location: "/" }).end();
  });
  const run = await runAction({
    uris: `${["/", "/moved", "/down", "/cut"].map((path) => server.origin + path).join("\n")}\nnonsense`,
  });
  assert.deepEqual(run.results.map(({ state }) => state), ["OK", "OK", "NOK", "ERR", "ERR"]); // biome-ignore format: short
  const fields = [
    "uri",
    "state",
    "status",
    "message",
    "attempts",
    "durationMs",
    "redirects",
    "reused",
    "resent",
    "timings",
    "certificate",
  ];
  for (const result of run.results) {
    assert.deepEqual(Object.keys(result).sort(), [...fields].sort());
    assert.deepEqual(Object.keys(result.timings), ["dns", "connect", "ssl", "send", "wait", "receive"]);
    assert.equal(result.status === null, result.state === "ERR");
    assert.equal(result.message === "", result.state === "OK");
    assert.ok(Number.isFinite(result.durationMs) && result.durationMs >= 0);
    assert.equal(result.certificate, null);
  }
  assert.deepEqual(run.results[1]?.redirects, [`${server.origin}/`]);
  assert.deepEqual(JSON.parse(run.outputs["results"] ?? ""), run.report.results);
});

test("failed-uris and results are empty past 100,000 bytes, each with a warning that points to report", async (t) => {
  // Lines of 100 bytes, the line break included, of which 40 characters have two bytes.
  const line = (index: number): string => `${String(index).padStart(19, "0")}${"\u00fc".repeat(40)}`;
  const lines = Array.from({ length: 1000 }, (_, index) => line(index));
  const whole = await runOf(t, [...lines.slice(1), `${line(0)}!`]);
  assert.equal(Buffer.byteLength(whole.outputs["failed-uris"] ?? ""), 100_000);
  assert.deepEqual([whole.outputs["results"], warnings(whole).length], ["", 1]);
  const cut = await runOf(t, [...lines.slice(1), `${line(0)}!!`]);
  assert.deepEqual([cut.outputs["failed-uris"], cut.outputs["results"], cut.outputs["failed"]], ["", "", "1000"]);
  assert.deepEqual(warnings(cut).map((warning) => /failed-uris|results/.exec(warning)?.[0]).sort(), ["failed-uris", "results"]); // biome-ignore format: short
  for (const warning of warnings(cut)) assert.match(warning, /\breport\b/);
  assert.equal(cut.report.results.length, 1000);
  assert.equal(cut.log.filter((one) => one.startsWith("[ERR] ")).length, 1000);
});

test("rows of great length cannot push the summary over its size, nor hide how many there are", async (t) => {
  const long = await runOf(
    t,
    Array.from({ length: 300 }, (_, index) => `${index}${"&".repeat(10_000)}`),
  );
  const page = readPage(long.summary);
  const rows = needingAttention(page).length;
  assert.ok(rows > 0 && rows < 300);
  assert.equal(page.attention.label, page.attention.more.length > 0 ? "280 more need attention" : null);
  assert.equal(page.attention.note, `${300 - rows} rows are not shown: the log and the report folder have all 300.`);
});

test("an endless URI does not push the others out of the table", async (t) => {
  const run = await runOf(t, ["a", `${"<".repeat(500_000)}`, "b"]);
  const page = readPage(run.summary);
  assert.deepEqual(
    page.attention.open.map(({ uri }) => uri),
    ["a", "b"],
  );
  assert.match(page.attention.note ?? "", /^1 row is not shown/);
  assert.equal(run.results[1]?.uri.length, 500_000);
});

test("a file is annotated by its path in the repository, with or without ./ before it", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "list.txt"), "nonsense\n");
  for (const path of ["list.txt", "./list.txt"]) {
    const run = await runAction({ "uris-file": path }, { cwd: folder });
    assert.ok(run.log.some((line) => line.startsWith("::error file=list.txt,line=1::")), run.log.join("\n")); // biome-ignore format: short
  }
});
