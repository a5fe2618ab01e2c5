import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type Run, runAction, startAction, temporaryFolder } from "../helpers/action.ts";
import { type Page, type PageRow, readPage } from "../helpers/page.ts";
import { closedPort, startServer } from "../helpers/server.ts";

/** The page of a run; the report folder has the same text. */
function pageOf(run: Run): Page {
  assert.equal(run.stderr, "");
  assert.equal(run.report.summary, run.summary);
  const page = readPage(run.summary);
  const known = new Map((page.all?.rows ?? []).map((row) => [row.number, row]));
  for (const row of page.attention?.rows ?? [])
    assert.deepEqual(row, known.get(row.number) ?? row, "the same row in both tables");
  for (const row of known.values()) {
    const result = run.report.results[row.number - 1];
    assert.deepEqual([row.result, row.status], [result?.state, String(result?.status ?? "none")]);
    assert.ok(row.mark === "✅" || row.link !== null || result?.attempts === 0, "what needs attention has a link");
    assert.ok(row.mark !== "✅" || row.link === null);
  }
  return page;
}

const numbers = (rows: readonly PageRow[] | undefined): number[] | undefined => rows?.map(({ number }) => number);
const many = (origin: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${origin}/${index}`).join("\n");

/** A run of a list that is too long for the environment. */
async function inFile(t: TestContext, list: string, inputs: Record<string, string>): Promise<Run> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "list.txt"), list);
  return runAction({ ...inputs, "uris-file": "list.txt" }, { cwd: folder });
}

test("1 URI: its row, its bar, and that nothing was saved", async (t) => {
  const server = await startServer(t);
  const { heading, session, attention, all, details, waterfall } = pageOf(await runAction({ uris: server.origin }));
  assert.equal(heading, "✅ 1 of 1 URI is up");
  assert.match(
    session,
    /^1 request in .* over 1 connection to 1 origin\. None of them found a connection already open\.$/,
  );
  assert.deepEqual([attention, details, all?.note], [null, null, null]);
  assert.deepEqual(all?.rows.map(({ mark, result, uri, status, reasons }) => [mark, result, uri, status, reasons]), [["✅", "OK", server.origin, "200", []]]); // biome-ignore format: short
  assert.match(all?.rows[0]?.connection ?? "", /^new, \d+ ms$/);
  assert.deepEqual(waterfall?.bars.map(({ label, time }) => [label, time]), [[`1 · 127.0.0.1:${server.port}`, all?.rows[0]?.time]]); // biome-ignore format: short
  assert.doesNotMatch(waterfall?.legend ?? "", /longer than the axis/);
});

test("4 URIs of which one is 403 and one never answers: failures first, in one table", async (t) => {
  const handler: RequestListener = ({ url }, answer) => {
    if (url !== "/never") answer.writeHead(url === "/403" ? 403 : 200).end("ok");
  };
  const server = await startServer(t, handler);
  const other = await startServer(t, handler);
  const uris = [`${server.origin}/`, `${server.origin}/403`, `${server.origin}/b`, `${other.origin}/never`];
  const { heading, session, attention, all, waterfall } = pageOf(
    await runAction({ uris: uris.join("\n"), timeout: "1500ms" }),
  );
  assert.equal(heading, "❌ 2 of 4 URIs are up, 2 are down");
  assert.match(
    session,
    /^4 requests in \d\.\d s over 2 connections to 2 origins\. 2 of them went over a connection that was already open: about \d+ ms of DNS, TCP and TLS saved\.$/,
  );
  assert.equal(attention, null);
  assert.deepEqual(numbers(all?.rows), [2, 4, 1, 3]);
  const [forbidden, silent, first, second] = all?.rows ?? [];
  assert.deepEqual(
    [forbidden?.mark, forbidden?.result, forbidden?.status, forbidden?.reasons],
    ["❌", "NOK", "403", ["403 Forbidden, expected 200"]],
  );
  assert.deepEqual([silent?.mark, silent?.result, silent?.status], ["❌", "ERR", "none"]);
  assert.match(silent?.reasons[0] ?? "", /1\.5 s.*waiting for the answer/);
  assert.deepEqual(
    [first?.connection.slice(0, 3), second?.connection, forbidden?.connection],
    ["new", "reused", "reused"],
  );
  const bars = waterfall?.bars.map(({ label }) => label.replace(/ ·.*/, ""));
  assert.deepEqual(bars, ["1", "❌ 2", "3", "❌ 4"]);
  assert.match(waterfall?.bars[3]?.time ?? "", /^→ 1\.\d s$/);
  assert.match(waterfall?.legend ?? "", /→ longer than the axis$/);
  const longestAnswer = Math.max(...(waterfall?.bars.slice(0, 3) ?? []).map(({ pieces }) => pieces.at(-1)?.to ?? 0));
  assert.equal(
    waterfall?.bars[3]?.pieces.at(-1)?.to,
    longestAnswer,
    "the row without an answer is cut where the slowest answer ends",
  );
});

test("14 URIs with warnings: what needs attention stands above, all of them are below", async (t) => {
  const ageing = await startServer(t, ({ url }, answer) => answer.end(url), { tls: "ageing" });
  const server = await startServer(t, ({ url = "" }, answer) => {
    const isFirst = server.requests.filter((request) => request.url === url).length === 1;
    if (url === "/moved") return answer.writeHead(302, { location: "/there?token=x#y" }).end();
    answer.writeHead(url === "/later" && isFirst ? 503 : 200).end("ok");
  });
  const good = Array.from({ length: 9 }, (_, index) => `${server.origin}/${index}`);
  const uris = [
    ...good,
    `${server.origin}/later`,
    `${server.origin}/text 200 1f3a9c7`,
    `http://127.0.0.1:${await closedPort()}/`,
    `${ageing.origin}/`,
    `${server.origin}/moved`,
  ];
  const page = pageOf(
    await runAction({
      uris: uris.join("\n"),
      "retry-for": "150ms",
      "retry-delay": "100ms",
      "certificate-warning-days": "10000",
    }),
  );
  assert.equal(page.heading, "❌ 12 of 14 URIs are up, 2 are down");
  assert.deepEqual(numbers(page.attention?.rows), [11, 12, 10, 13]);
  assert.deepEqual(numbers(page.all?.rows), [11, 12, 10, 13, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14]);
  assert.equal(page.details, "All 14 URIs");
  const [text, refused, later, expiring] = page.attention?.rows ?? [];
  assert.deepEqual(
    [text?.result, text?.reasons],
    ["NOK", ["200 OK, but the text 1f3a9c7 is missing", "after 2 attempts"]],
  );
  assert.deepEqual([refused?.result, refused?.connection], ["ERR", "none"]);
  assert.match(refused?.reasons[0] ?? "", /^connection refused \(ECONNREFUSED\)$/);
  assert.deepEqual([later?.mark, later?.result, later?.reasons], ["⚠️", "OK", ["up on attempt 2"]]);
  assert.deepEqual([expiring?.mark, expiring?.result], ["⚠️", "OK"]);
  assert.match(expiring?.reasons[0] ?? "", /^certificate expires in \d+ days, on 2045-12-31$/);
  assert.deepEqual(page.all?.rows.at(-1)?.reasons, [`redirected to ${server.origin}/there?…#…`]);
});

test("30 URIs that are up: nothing needs attention, one bar each in list order", async (t) => {
  const server = await startServer(t, undefined, { tls: "server" });
  const { heading, attention, all, details, waterfall } = pageOf(
    await runAction({ uris: many(server.origin, 30), concurrency: "2" }),
  );
  assert.deepEqual(
    [heading, attention, details, all?.rows.length],
    ["✅ 30 of 30 URIs are up", null, "All 30 URIs", 30],
  );
  assert.equal(waterfall?.title, "### Where the time went");
  assert.deepEqual(waterfall?.bars.map(({ label }) => label.split(" · ")[0]), Array.from({ length: 30 }, (_, index) => String(index + 1))); // biome-ignore format: short
  const connecting = waterfall?.bars.filter(({ pieces }) => pieces[0]?.kind === "connecting").length;
  assert.equal(connecting, server.connections, "only a new connection has a piece for it");
  assert.equal(all?.rows.filter(({ connection }) => connection.startsWith("new")).length, server.connections);
});

test("300 URIs: at most 50 rows need attention, and the 20 slowest answers have a bar", async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) => {
    const wait = Number(url.slice(1)) % 15 === 14 ? 60 : 0;
    setTimeout(() => answer.writeHead(Number(url.slice(1)) < 70 ? 500 : 200).end("ok"), wait);
  });
  const run = await runAction({ uris: many(server.origin, 300), concurrency: "10" });
  const { heading, attention, all, waterfall } = pageOf(run);
  assert.equal(heading, "❌ 230 of 300 URIs are up, 70 are down");
  assert.deepEqual(
    numbers(attention?.rows),
    Array.from({ length: 50 }, (_, index) => index + 1),
  );
  assert.equal(attention?.note, "20 more need attention: they come first in the table of all URIs.");
  assert.deepEqual([all?.rows.length, all?.note], [300, null]);
  assert.equal(waterfall?.title, "### Where the time went, for the 20 slowest answers");
  const slowest = run.results.map(({ durationMs }, index) => ({ durationMs, number: index + 1 })).sort((one, other) => other.durationMs - one.durationMs).slice(0, 20); // biome-ignore format: a chain
  assert.deepEqual(waterfall?.bars.map(({ label }) => Number(/\d+/.exec(label)?.[0])).sort(), slowest.map(({ number }) => number).sort()); // biome-ignore format: short
});

test("20,000 URIs: under a million bytes, failures first, and a line says what is left out", {
  timeout: 90_000,
}, async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) =>
    answer.writeHead(url.endsWith("99") ? 404 : 200).end("ok"),
  );
  const run = await inFile(t, many(server.origin, 20_000), { concurrency: "50" });
  const { heading, attention, all, waterfall } = pageOf(run);
  assert.equal(heading, "❌ 19800 of 20000 URIs are up, 200 are down");
  assert.deepEqual(
    [attention?.rows.length, attention?.note],
    [50, "150 more need attention: they come first in the table of all URIs."],
  );
  const rows = all?.rows ?? [];
  assert.ok(rows.slice(0, 200).every(({ result }) => result === "NOK"));
  assert.deepEqual(
    numbers(rows.slice(0, 200)),
    Array.from({ length: 200 }, (_, index) => 100 * (index + 1)),
  );
  assert.ok(rows.slice(200).every(({ result }) => result === "OK"));
  assert.equal(all?.note, `${20_000 - rows.length} rows are not shown: the log and the report folder have all 20000.`);
  assert.ok(Buffer.byteLength(run.summary) > 900_000, "as many rows as fit");
  assert.equal(waterfall?.bars.length, 20);
  assert.equal(run.report.results.length, 20_000);
});

test("without a request there is no waterfall", async () => {
  const env = { HTTP_PROXY: "socks5://127.0.0.1:1080" };
  const { session, all, waterfall } = pageOf(
    await runAction({ uris: "http://a.example/\nhttp://b.example/\nnonsense" }, { env }),
  );
  assert.deepEqual(
    [session, all?.rows.map(({ result }) => result), waterfall],
    ["No request was made.", ["ERR", "ERR", "ERR"], null],
  );
});

test("a cancelled run: what was not checked is counted apart, and has a row", {
  timeout: 30_000,
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    if (url !== "/13") answer.writeHead(url === "/5" ? 404 : 200).end("ok");
  });
  const step = startAction({ uris: many(server.origin, 30), timeout: "5m" });
  await server.until(() => server.requests.length === 14);
  step.child.kill("SIGINT");
  const run = await step.finished;
  const { heading, session, attention, all, waterfall } = pageOf(run);
  assert.deepEqual([run.code, heading], [1, "❌ Cancelled: 12 of 30 URIs are up, 1 is down, 17 were not checked"]);
  assert.match(session, /^14 requests /);
  assert.deepEqual(numbers(attention?.rows), [6, ...Array.from({ length: 17 }, (_, index) => 14 + index)]);
  for (const { result, status, time, connection, reasons } of attention?.rows.slice(2) ?? []) {
    assert.deepEqual(
      [result, status, time, connection, reasons],
      ["ERR", "none", "none", "none", ["not checked (cancelled)"]],
    );
  }
  assert.equal(all?.rows.length, 30);
  assert.equal(waterfall?.bars.length, 14);
  const { total, up, failed } = run.outputs;
  assert.deepEqual({ total, up, failed }, { total: "30", up: "12", failed: "18" });
});
