import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { parseDuration } from "../../src/duration.ts";
import { plainLog, type Run, resultLines, runAction, temporaryFolder } from "../helpers/action.ts";
import { inputDefaults } from "../helpers/defaults.ts";
import { startServer } from "../helpers/server.ts";

/** What a refused step has in common; returns its problems, one sentence each. */
function assertRefused(run: Run): string[] {
  assert.equal(run.code, 1);
  assert.equal(run.stderr, "");
  assert.doesNotMatch(run.log.join("\n"), /^\s+at |Error:|\.ts:\d|\.js:\d/m);
  const errors = run.log.filter((line) => line.startsWith("::error::"));
  assert.equal(errors.length, 1);
  const { total, up, failed, connections, reused, results } = run.outputs;
  assert.deepEqual(
    { total, up, failed, connections, reused, results },
    { total: "0", up: "0", failed: "0", connections: "0", reused: "0", results: "[]" },
  );
  assert.equal(run.outputs["failed-uris"], "");
  assert.notEqual(run.outputs["report"], "");
  assert.match(run.summary, /^## ❌ /);
  assert.equal(run.report.summary, run.summary);
  return (errors[0] ?? "").slice("::error::".length).split("%0A");
}

/** Column by column: the n-th step gets the n-th value of every input. */
const badValues = {
  "expected-status": ["20", "1000", "099", "204-200", "200,,204", "0xx", "2x", "200;204", "-200", "200-", "OK"],
  timeout: ["0", "0s", "0.0001s", "-1s", "1d", "10 s", "2147483648ms", "597h", "1e3", "Infinity", "10S"],
  "retry-for": ["1 minute", "-1", "596.6h", "2147483648ms", ".5s", "5.", "0x10", "5s5", "s", "ms", "ten"],
  "retry-delay": ["-0", "5 s", "1,5s", "2147483.648", "1_000", "1s ::error::x", "٣s", "5sec", "+5", "1h30m", "PT5S"],
  "max-redirects": ["-1", "1.5", "0x10", "many", "1e1", "+1", "10s", "9007199254740993", "NaN", "ten", "1 0"],
  concurrency: ["0", "-1", "1.5", "all", "1e1", "00", "9007199254740993", "4x", "true", "¼", "2,3"],
  "certificate-warning-days": [
    "-1",
    "1.5",
    "14d",
    "soon",
    "1e2",
    "NaN",
    "9007199254740993",
    "2 weeks",
    "false",
    "+7",
    "P14D",
  ],
  shard: ["0/4", "5/4", "x", "1/0", "1/", "/4", "1/4/2", "-1/4", "1 / 4", "4", "1\\4"],
} as const satisfies Partial<Record<keyof typeof inputDefaults, string[]>>;

test("bad values of all inputs are named at once, each in a sentence with the input, the value and what is accepted; nothing is requested", async (t) => {
  const server = await startServer(t);
  const steps = Array.from({ length: 11 }, (_, step) =>
    Object.fromEntries(Object.entries(badValues).map(([name, values]) => [name, values[step] ?? ""])),
  );
  for (const values of steps) {
    const problems = assertRefused(await runAction({ uris: server.origin, headers: "Expect: a value", ...values }));
    for (const [name, value] of Object.entries(values)) {
      const sentences = problems.filter((problem) => problem.startsWith(`${name}: `));
      assert.equal(sentences.length, 1, `${name} ${value}: ${problems.join("\n")}`);
      assert.ok(sentences[0]?.includes(JSON.stringify(value)), `${value} in ${sentences[0]}`);
      assert.match(sentences[0] ?? "", /; accepted: ./);
    }
    assert.equal(problems.length, Object.keys(values).length + 1);
  }
  assert.equal(server.connections, 0);
});

test("durations are numbers with ms, s, m or h, or bare seconds, up to what a timer can hold", () => {
  const good = {
    "10s": 10_000, 10: 10_000, "0": 0, "0s": 0, "500ms": 500, "1.5m": 90_000, "2h": 7_200_000, "0.25": 250, "007s": 7000, "2147483647ms": 2_147_483_647,
    "2147483.647s": 2_147_483_647, "999.9": 999_900, "10000s": 10_000_000, "1000ms": 1000,
  }; // biome-ignore format: a table
  for (const [text, ms] of Object.entries(good)) assert.equal(parseDuration(text), ms, text);
  const bad = [
    "",
    " ",
    "s",
    "ms",
    "1d",
    "1 s",
    "-1",
    "+1",
    "1e3",
    ".5",
    "5.",
    "1,5",
    "1s2",
    "1S",
    "١",
    "0x10",
    "2147483647.5ms",
    "2147483648ms",
    "597h",
    "9".repeat(400),
    "1000",
    "10000",
    "1000.5",
    "0001000",
  ];
  for (const text of bad) assert.equal(parseDuration(text), undefined, text);
});

test("an input given as an empty or blank string means its default", async (t) => {
  const server = await startServer(t, (request, answer) =>
    answer.writeHead(request.url === "/" ? 302 : 200, { location: "/there" }).end(),
  );
  for (const empty of ["", "  \n"]) {
    const run = await runAction({
      ...Object.fromEntries(Object.keys(inputDefaults).map((name) => [name, empty])),
      uris: server.origin,
    });
    assert.deepEqual([run.code, run.stderr, resultLines(run)], [0, "", [`[OK] ${server.origin}`]]);
    assert.equal(run.results[0]?.redirects.length, 1);
  }
});

test("surrounding blanks do not make a value bad", async (t) => {
  const server = await startServer(t);
  const run = await runAction({
    uris: server.origin,
    timeout: " 10s ",
    "expected-status": " 200 , 204 ",
    concurrency: "\t2\n",
    shard: " 1/1 ",
    "uris-file": " ",
  });
  assert.deepEqual(resultLines(run), [`[OK] ${server.origin}`]);
});

test("an expected-status over several lines does not break the log's line", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(404).end());
  const run = await runAction({ uris: server.origin, "expected-status": "200,\n204,\r\n2xx" });
  assert.deepEqual(resultLines(run), [`[NOK] ${server.origin}: 404`]);
  assert.deepEqual(run.log.filter((line) => /^\s*(204|2xx)/.test(line)), []); // biome-ignore format: short
});

test("a value cannot forge a line of the log or grow it without bound", async (t) => {
  const server = await startServer(t);
  const run = await runAction({
    uris: server.origin,
    timeout: "1\n::error::forged\r##[error]forged",
    concurrency: "9".repeat(100_000),
  });
  const problems = assertRefused(run);
  assert.equal(run.log.filter((line) => /^\s*::error/.test(line)).length, 1);
  assert.doesNotMatch(run.log.join("\n"), /##\[/);
  assert.ok(problems.every((problem) => problem.length < 1000));
});

test("no URI at all is an error, and one that says so where the list is in `url` or `urls`", async () => {
  for (const input of [{}, { uris: "\n  \n# https://a.example/\n\t# https://b.example/" }]) {
    const [problem, ...others] = assertRefused(await runAction(input));
    assert.match(problem ?? "", /^uris: .*no URI.*; accepted: ./);
    assert.doesNotMatch(problem ?? "", /url\b|urls\b/);
    assert.deepEqual(others, []);
  }
  for (const name of ["url", "urls"]) {
    const problems = assertRefused(await runAction({ [name]: "https://user:s3cretpw@a.example/" }));
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", /the input is called `uris`/);
    assert.doesNotMatch(problems[0] ?? "", /s3cretpw/);
  }
});

test("a `urls` beside `uris` changes nothing", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: server.origin, urls: "https://a.example/" });
  assert.deepEqual([run.code, plainLog(run).filter((line) => line.includes("a.example"))], [0, []]);
});

test("a uris-file that cannot be read is an error and nothing else is checked", async (t) => {
  const server = await startServer(t);
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, "folder"));
  writeFileSync(join(folder, "empty"), "\n# nothing\n");
  for (const file of ["missing.txt", "folder", "empty/x"]) {
    for (const uris of [server.origin, ""]) {
      const problems = assertRefused(await runAction({ uris, "uris-file": file }, { cwd: folder }));
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? "", new RegExp(`^uris-file: "${file}" cannot be read \\(E[A-Z]+\\); accepted: .`));
    }
  }
  assert.match(assertRefused(await runAction({ "uris-file": "empty" }, { cwd: folder }))[0] ?? "", /^uris: .*no URI/);
  assert.equal(server.connections, 0);
});

test("credentials in a uris-file that is no file are not shown", async () => {
  const run = await runAction({ "uris-file": "https://user:s3cretpw@a.example/list" });
  assertRefused(run);
  assert.doesNotMatch(run.log.join("\n") + run.files, /s3cretpw/);
});

test("thousands of mistakes still fit into a summary", async () => {
  const run = await runAction({ uris: "https://a.example/", headers: "x\n".repeat(30_000) });
  assertRefused(run);
  assert.ok(Buffer.byteLength(run.summary) < 1_000_000, `${Buffer.byteLength(run.summary)} bytes`);
});

async function listed(t: TestContext, content: string | Buffer): Promise<Run> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "list.txt"), content);
  return runAction({ "uris-file": "list.txt" }, { cwd: folder });
}

test("a uris-file may begin with a byte order mark and end its lines with CR LF, LF or CR", async (t) => {
  const server = await startServer(t);
  const run = await listed(
    t,
    `\ufeff${server.origin}/1\r\n\r\n  # a comment\r\n\t${server.origin}/2 200 ok \n${server.origin}/3\r${server.origin}/4`,
  );
  assert.deepEqual([run.code, resultLines(run)], [0, [1, 2, 3, 4].map((path) => `[OK] ${server.origin}/${path}`)]);
});
