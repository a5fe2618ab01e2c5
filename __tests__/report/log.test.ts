import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { logLine } from "../../src/report/log.ts";
import type { Judgement } from "../../src/result.ts";
import { plainLog, type Run, runAction, startAction, temporaryFolder } from "../helpers/action.ts";
import { checkedOf, type Given } from "../helpers/findings.ts";
import { startServer } from "../helpers/server.ts";

const wrongStatus: Judgement = { kind: "wrong status", expected: "200" };
const text = { kind: "wrong text", text: "1f3a9c7", unwanted: false, obstacle: null } as const;
const obstacle = "only the first MiB was searched";
const target = { kind: "wrong target", leadsTo: "https://a.example/x", expected: "https://a.example/y" } as const;

const lines: readonly (readonly [given: Omit<Given, "uri">, line: string])[] = [
  [{}, "[OK] https://a.example/ (10 ms, reused)"],
  [{ ms: [5, 5, 0.3] }, "[OK] https://a.example/ (10 ms, new connection)"],
  [{ ms: [5, 5, 0], resent: true }, "[OK] https://a.example/ (10 ms, new connection, resent)"],
  [{ attempts: 3 }, "[OK] https://a.example/ (up at attempt 3, 10 ms, reused)"],
  [{ pages: 232 }, "[OK] https://a.example/ (sitemap, 232 pages, 10 ms, reused)"],
  [
    { redirects: ["https://login.example.net/?next=x"], strayedTo: "login.example.net" },
    "[OK] https://a.example/ (10 ms, reused, redirected to https://login.example.net/?…, ended on login.example.net: a login page?)",
  ],
  [{ judgement: wrongStatus, status: 404 }, "[NOK] https://a.example/: 404 (expected 200, 10 ms, reused)"],
  [
    { judgement: wrongStatus, status: 302, unfollowed: "https://b.example/#x" },
    "[NOK] https://a.example/: 302 (expected 200, 10 ms, reused, redirects to https://b.example/#…)",
  ],
  [{ judgement: text }, '[NOK] https://a.example/: 200, text not found ("1f3a9c7", 10 ms, reused)'],
  [
    { judgement: { ...text, text: "x".repeat(201) } },
    `[NOK] https://a.example/: 200, text not found ("${"x".repeat(199)}…", 10 ms, reused)`,
  ],
  [
    { judgement: { ...text, text: "a\n::error::b ##[error]c" } },
    '[NOK] https://a.example/: 200, text not found ("a ::error::b #%23[error]c", 10 ms, reused)',
  ],
  [
    { judgement: { ...text, obstacle } },
    `[NOK] https://a.example/: 200, text not found ("1f3a9c7", ${obstacle}, 10 ms, reused)`,
  ],
  [
    { judgement: { ...text, unwanted: true } },
    '[NOK] https://a.example/: 200, unwanted text found ("1f3a9c7", 10 ms, reused)',
  ],
  [
    { judgement: { ...text, unwanted: true, obstacle } },
    `[NOK] https://a.example/: 200, unwanted text not ruled out ("1f3a9c7", ${obstacle}, 10 ms, reused)`,
  ],
  [
    { judgement: { ...target, differsIn: null }, status: 301 },
    "[NOK] https://a.example/: 301, leads to https://a.example/x, expected https://a.example/y (10 ms, reused)",
  ],
  [
    { judgement: { ...target, leadsTo: "https://a.example/y?token=1", differsIn: "query" }, status: 301 },
    "[NOK] https://a.example/: 301, leads to https://a.example/y?…, expected https://a.example/y (only the query differs, 10 ms, reused)",
  ],
  [
    { judgement: { ...target, differsIn: "fragment" }, unfollowed: "https://a.example/x", status: 301 },
    "[NOK] https://a.example/: 301, leads to https://a.example/x, expected https://a.example/y (only the fragment differs, 10 ms, reused)",
  ],
  [
    { judgement: { ...target, leadsTo: null, differsIn: null }, status: 301 },
    "[NOK] https://a.example/: 301, leads nowhere, expected https://a.example/y (10 ms, reused)",
  ],
  [
    { judgement: { kind: "no answer", cause: ["x"] }, message: "it broke (EX)", ms: [3, 0, 0], attempts: 2 },
    "[ERR] https://a.example/: it broke (EX) (attempt 2, 3 ms)",
  ],
  [{ mistake: "x", message: "not a valid URI (line 3)" }, "[ERR] https://a.example/: not a valid URI (line 3)"],
  [
    { judgement: { kind: "cancelled", cause: null }, message: "not checked (cancelled)" },
    "[ERR] https://a.example/: not checked (cancelled)",
  ],
];

for (const [given, line] of lines) {
  test(`the log line ${line.slice(0, 120)}`, () => {
    const checked = checkedOf({ uri: "https://a.example/", ...given });
    assert.equal(logLine(checked, { position: 1, total: 5, willRetry: false }), line);
  });
}

test("a longer list shows how far it is, and an attempt that is followed by another says so", () => {
  const checked = checkedOf({ uri: "https://a.example/", judgement: wrongStatus, status: 503 });
  assert.equal(
    logLine(checked, { position: 3, total: 6, willRetry: true }),
    "[NOK] https://a.example/: 503 (3/6, attempt 1, will retry, expected 200, 10 ms, reused)",
  );
  assert.equal(
    logLine(checked, { position: null, total: 6, willRetry: false }),
    "[NOK] https://a.example/: 503 (expected 200, 10 ms, reused)",
  );
});

test("an attempt that was announced and then was not made gets a line without a tag", async (t) => {
  // In the second round /a and /b use up the time, and /c has no turn.
  const asked = new Set<string>();
  const server = await startServer(t, ({ url = "" }, answer) => {
    if (!asked.has(url)) answer.writeHead(503).end();
    asked.add(url);
  });
  const uris = ["/a", "/b", "/c"].map((path) => server.origin + path);
  const run = await runAction({
    uris: uris.join("\n"),
    timeout: "600ms",
    "retry-for": "400ms",
    "retry-delay": "50ms",
  });
  const log = plainLog(run);
  const ofLast = log.filter((line) => line.includes(`${uris[2]}:`));
  assert.match(ofLast[0] ?? "", /^\[NOK\] .* 503 \(attempt 1, will retry, /);
  assert.deepEqual(ofLast.slice(1), [`${uris[2]}: not retried: retry-for is over`]);
  assert.equal(log.filter((line) => line.includes("will retry")).length, 3);
});

test("a run that is cancelled in the pause before a retry says that it was not made", {
  timeout: 30_000,
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(503).end());
  const step = startAction({ uris: server.origin, "retry-for": "1h", "retry-delay": "1h" });
  await step.line(/attempt 1, will retry/);
  step.child.kill("SIGINT");
  assert.equal(plainLog(await step.finished)[1], `${server.origin}: not retried: cancelled`);
});

/** A run of so many URIs, of which those in `down` are. */
async function runMany(t: TestContext, count: number, down: readonly number[]): Promise<{ run: Run; origin: string }> {
  const server = await startServer(t, ({ url = "" }, answer) =>
    answer.writeHead(down.includes(Number(url.slice(1))) ? 500 : 200).end(),
  );
  const folder = temporaryFolder(t);
  const uris = Array.from({ length: count }, (_, index) => `${server.origin}/${index + 1}`);
  writeFileSync(join(folder, "list.txt"), uris.join("\n"));
  return { run: await runAction({ "uris-file": "list.txt" }, { cwd: folder }), origin: server.origin };
}

/** The log as GitHub shows it with all folds closed. */
function inSight({ log }: Run): string[] {
  let isOpen = false;
  return log.filter((line) => {
    const wasOpen = isOpen;
    if (line.startsWith("::group::")) isOpen = true;
    else if (line === "::endgroup::") isOpen = false;
    assert.ok(!(wasOpen && line.startsWith("::group::")), "folds do not nest");
    return !wasOpen && line !== "::endgroup::";
  });
}

test("in a log of more than 100 URIs what is up stands in folds, and what is down between them", async (t) => {
  const { run, origin } = await runMany(t, 350, [20, 21, 300]);
  const shown = inSight(run);
  assert.deepEqual(
    shown.slice(0, 9).map((line) => line.replace(/ \(.*/, "")),
    [
      "::group::OK from 1 of 350",
      `[NOK] ${origin}/20: 500`,
      `[NOK] ${origin}/21: 500`,
      "::group::OK from 22 of 350",
      "::group::OK from 122 of 350",
      "::group::OK from 222 of 350",
      `[NOK] ${origin}/300: 500`,
      "::group::OK from 301 of 350",
      shown[8],
    ],
  );
  assert.match(shown[8] ?? "", /^350 requests /);
  assert.equal(run.log.filter((line) => line.startsWith("[OK] ")).length, 347, "one line a URI");
  assert.equal(shown.filter((line) => line.startsWith("::error")).length, 4);
});

test("a log of 100 URIs has no folds", async (t) => {
  const { run } = await runMany(t, 100, [20]);
  assert.deepEqual(inSight(run), run.log);
});

test("what came up at a later attempt stands outside of the folds", async (t) => {
  const seen = new Set<string>();
  const server = await startServer(t, ({ url = "" }, answer) => {
    answer.writeHead(url === "/7" && !seen.has(url) ? 503 : 200).end();
    seen.add(url);
  });
  const folder = temporaryFolder(t);
  writeFileSync(
    join(folder, "list.txt"),
    Array.from({ length: 120 }, (_, index) => `${server.origin}/${index}`).join("\n"),
  );
  const run = await runAction({ "uris-file": "list.txt", "retry-for": "1m", "retry-delay": "10ms" }, { cwd: folder });
  assert.equal(run.code, 0);
  assert.ok(inSight(run).some((line) => line.startsWith(`[OK] ${server.origin}/7 (up at attempt 2, `)));
});
