import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type Run, resultLines, runAction, startAction, temporaryFolder } from "../helpers/action.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

/** Places where nothing can be written, not even by root: a missing folder, a folder where a file is needed, a file where a folder is. */
function badPlaces(t: TestContext): string[] {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, "folder"));
  writeFileSync(join(folder, "file"), "");
  return [join(folder, "missing", "file"), join(folder, "folder"), join(folder, "file", "below")];
}

const warnings = ({ log }: Run): string[] => log.filter((line) => line.startsWith("::warning"));

/** A server that is up at / and down elsewhere, and the verdicts that have to stand. */
async function startMixed(t: TestContext): Promise<{ server: TestServer; lists: { uris: string; code: number }[] }> {
  const server = await startServer(t, ({ url }, answer) => answer.writeHead(url === "/" ? 200 : 500).end());
  return { server, lists: [{ uris: `${server.origin}/`, code: 0 }, { uris: `${server.origin}/\n${server.origin}/down`, code: 1 }] }; // biome-ignore format: short
}

function assertStands(run: Run, code: number, what: RegExp): void {
  assert.deepEqual([run.code, run.stderr, resultLines(run).length], [code, "", code + 1]);
  assert.equal(warnings(run).length, 1, run.log.join("\n"));
  assert.match(warnings(run)[0] ?? "", what);
  assert.doesNotMatch(run.log.join("\n"), /^\s+at /m);
  assert.equal(run.log.filter((line) => line.startsWith("::error")).length, 2 * code);
}

test("outputs that cannot be written are a warning, and the verdict stands", async (t) => {
  const { lists } = await startMixed(t);
  for (const [index, path] of badPlaces(t).entries()) {
    const { uris, code } = lists[index % 2] ?? { uris: "", code: 0 };
    const run = await runAction({ uris }, { env: { GITHUB_OUTPUT: path } });
    assertStands(run, code, /the outputs could not be written/);
    assert.notEqual(run.summary, "");
    assert.equal(run.report.results.length, code + 1);
  }
});

test("a summary that cannot be written is a warning, and the verdict and the outputs stand", async (t) => {
  const { lists } = await startMixed(t);
  for (const [index, path] of badPlaces(t).entries()) {
    const { uris, code } = lists[(index + 1) % 2] ?? { uris: "", code: 0 };
    const run = await runAction({ uris }, { env: { GITHUB_STEP_SUMMARY: path } });
    assertStands(run, code, /the job summary could not be written/);
    assert.equal(run.outputs["total"], String(code + 1));
    assert.match(run.report.summary, /^## /);
  }
});

test("a report folder that cannot be made is a warning, its output is empty, and the verdict stands", async (t) => {
  const { lists } = await startMixed(t);
  for (const [index, path] of badPlaces(t)
    .filter((place) => !place.endsWith("folder"))
    .entries()) {
    const { uris, code } = lists[index % 2] ?? { uris: "", code: 0 };
    const run = await runAction({ uris }, { env: { RUNNER_TEMP: path } });
    assertStands(run, code, /the report folder could not be written/);
    assert.equal(run.outputs["report"], "");
    assert.equal((JSON.parse(run.outputs["results"] ?? "") as unknown[]).length, code + 1);
    assert.match(run.summary, /^## /);
  }
});

test("with nothing writable at all there are three warnings, and the log has everything", async (t) => {
  const { lists } = await startMixed(t);
  const [path = ""] = badPlaces(t);
  for (const { uris, code } of lists) {
    const run = await runAction(
      { uris },
      { env: { GITHUB_OUTPUT: path, GITHUB_STEP_SUMMARY: path, RUNNER_TEMP: path } },
    );
    assert.deepEqual([run.code, run.stderr, warnings(run).length, resultLines(run).length], [code, "", 3, code + 1]);
  }
});

test("on a full disk each file is a warning, and what fits is written", {
  skip: process.platform !== "linux",
}, async (t) => {
  const { lists } = await startMixed(t);
  for (const { uris, code } of lists) {
    const outputs = await runAction({ uris }, { env: { GITHUB_OUTPUT: "/dev/full" } });
    assertStands(outputs, code, /the outputs could not be written: ENOSPC/);
    assert.match(outputs.summary, /^## /);
    const summary = await runAction({ uris }, { env: { GITHUB_STEP_SUMMARY: "/dev/full" } });
    assertStands(summary, code, /the job summary could not be written: ENOSPC/);
    assert.equal(summary.outputs["total"], String(code + 1));
    assert.match(summary.report.summary, /^## /);
  }
});

for (const [name, shell] of [
  ["closed", "exec >&-"],
  ["full", "exec >/dev/full"],
  ["not open for writing", "exec 1</dev/null"],
] as const) {
  test(`a stdout that is ${name} loses neither verdict nor files`, {
    skip: process.platform !== "linux",
  }, async (t) => {
    const { lists } = await startMixed(t);
    for (const { uris, code } of lists) assertWritten(await runAction({ uris }, { shell }), code);
    const refused = await runAction({ uris: lists[0]?.uris ?? "", timeout: "soon" }, { shell });
    assert.deepEqual([refused.code, refused.stderr, refused.outputs["total"]], [1, "", "0"]);
  });
}

test("a stdout whose reader has gone loses neither verdict nor files", async (t) => {
  const { lists } = await startMixed(t);
  for (const { uris, code } of lists) {
    const { child, finished } = startAction({ uris });
    child.stdout?.destroy();
    assertWritten(await finished, code);
  }
});

function assertWritten(run: Run, code: number): void {
  assert.deepEqual([run.code, run.stderr, run.log], [code, "", []]);
  assert.deepEqual([run.outputs["up"], run.outputs["failed"]], ["1", String(code)]);
  assert.equal(run.report.results.length, code + 1);
  assert.ok(run.summary.startsWith("## ") && run.report.summary === run.summary, "both summaries are whole");
}

test("outside of a runner there are no outputs, no summary and no command but errors", async (t) => {
  const { lists } = await startMixed(t);
  const env = { GITHUB_OUTPUT: null, GITHUB_STEP_SUMMARY: null };
  for (const { uris, code } of lists) {
    const run = await runAction({ uris }, { env });
    assert.deepEqual([run.code, run.stderr, run.outputs, run.summary], [code, "", {}, ""]);
    assert.deepEqual(
      [...new Set(run.log.filter((line) => line.startsWith("::")).map((line) => line.split("::")[1]))],
      code === 0 ? [] : ["error"],
    );
    assert.match(run.report.summary, /^## /);
  }
  const refused = await runAction({ uris: "https://a.example/", timeout: "soon" }, { env });
  assert.deepEqual([refused.code, refused.log.filter((line) => !line.startsWith("Report: ")).length], [1, 1]);
});

test("bad inputs are told even where nothing can be written", async (t) => {
  const [path = ""] = badPlaces(t);
  const run = await runAction(
    { uris: "https://a.example/", timeout: "soon" },
    { env: { GITHUB_OUTPUT: path, GITHUB_STEP_SUMMARY: path, RUNNER_TEMP: path } },
  );
  assert.deepEqual([run.code, run.stderr, warnings(run).length], [1, "", 3]);
  assert.ok(run.log.some((line) => line.startsWith("::error::timeout: ")));
});

test("what other steps wrote to the summary and the outputs stays", async (t) => {
  const { lists } = await startMixed(t);
  const folder = temporaryFolder(t);
  for (const name of ["summary", "output"]) writeFileSync(join(folder, name), "earlier=1\n");
  const run = await runAction(
    { uris: lists[0]?.uris ?? "" },
    { env: { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") } },
  );
  assert.equal(run.code, 0);
  assert.match(readFileSync(join(folder, "summary"), "utf8"), /^earlier=1\n## ✅/);
  assert.match(readFileSync(join(folder, "output"), "utf8"), /^earlier=1\ntotal<</);
});

test("each step has a report folder of its own", async (t) => {
  const { lists } = await startMixed(t);
  const temporary = temporaryFolder(t);
  const runs = await Promise.all(
    [0, 1].map(() => runAction({ uris: lists[0]?.uris ?? "" }, { env: { RUNNER_TEMP: temporary } })),
  );
  const folders = runs.map(({ outputs }) => outputs["report"] ?? "");
  assert.notEqual(folders[0], folders[1]);
  for (const [index, folder] of folders.entries()) {
    assert.ok(folder.startsWith(temporary));
    assert.ok(runs[index]?.log.includes(`Report: ${folder}`));
    assert.equal((JSON.parse(readFileSync(join(folder, "results.json"), "utf8")) as unknown[]).length, 1);
    assert.equal(readFileSync(join(folder, "summary.md"), "utf8"), runs[index]?.summary);
  }
});
