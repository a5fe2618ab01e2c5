import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type Run, runAction, startAction, temporaryFolder } from "../helpers/action.ts";
import { needingAttention, type Page, readPage } from "../helpers/page.ts";
import { closedPort, startServer } from "../helpers/server.ts";

/** The page of a run: each result has one row, and the report folder has the same text. */
function pageOf(run: Run): Page {
  assert.equal(run.stderr, "");
  assert.equal(run.report.summary, run.summary);
  const page = readPage(run.summary);
  for (const { number, uri, status } of page.up?.rows ?? []) {
    const result = run.report.results[number - 1];
    assert.deepEqual([uri, status, result?.state], [result?.uri, String(result?.status), "OK"]);
  }
  for (const { number, uri } of page.unchecked?.rows ?? []) assert.equal(uri, run.report.results[number - 1]?.uri);
  const uris = [...needingAttention(page), ...(page.unchecked?.rows ?? []), ...(page.up?.rows ?? [])];
  const isWhole = [page.attention.note, page.unchecked?.note, page.up?.note].every((note) => !note);
  if (isWhole) assert.deepEqual(uris.map(({ uri }) => uri).sort(), run.report.results.map(({ uri }) => uri).sort());
  return page;
}

const numbers = (rows: readonly { number: number }[] | undefined): number[] | undefined =>
  rows?.map(({ number }) => number);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const many = (origin: string, count: number): string =>
  upTo(count)
    .map((number) => `${origin}/${number}`)
    .join("\n");

/** A run of a list that is too long for the environment. */
async function inFile(t: TestContext, list: string, inputs: Record<string, string>): Promise<Run> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "list.txt"), list);
  return runAction({ ...inputs, "uris-file": "list.txt" }, { cwd: folder });
}

test("1 URI that is up: one open row, no chart, and nothing was saved", async (t) => {
  const server = await startServer(t);
  const page = pageOf(await runAction({ uris: server.origin }));
  assert.equal(page.heading, "✅ The URI is up");
  assert.deepEqual([page.up?.label, page.up?.rows.length, page.chart, page.unchecked], [null, 1, null, null]);
  assert.match(page.up?.rows[0]?.connection ?? "", /^new, (?:<1|\d+) ms$/);
  assert.match(page.session, /^1 request to 1 origin in \d.*: 1 opened a connection\.$/);
});

test("1 URI that is down: the reason with its attempts, and no table of others", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(503).end());
  const run = await runAction({ uris: `${server.origin}/`, "retry-for": "200ms", "retry-delay": "50ms" });
  const page = pageOf(run);
  assert.equal(page.heading, "❌ The URI is down");
  const { attempts } = run.results[0] ?? {};
  assert.ok(Number(attempts) > 1);
  assert.equal(page.attention.open[0]?.reason, `503 Service Unavailable, expected 200, after ${attempts} attempts`);
  assert.deepEqual([page.attention.open[0]?.link, page.up], [`${server.origin}/`, null]);
});

test("4 URIs of which one is 403 and one never answers: what is down is open, the others are closed", async (t) => {
  const handler: RequestListener = ({ url }, answer) => {
    if (url === "/never") return;
    const send = (): unknown => answer.writeHead(url === "/403" ? 403 : 200).end("ok");
    setTimeout(send, url === "/b?c" ? 0 : 120);
  };
  const server = await startServer(t, handler);
  const other = await startServer(t, handler);
  const uris = [`${server.origin}/slow`, `${server.origin}/403`, `${server.origin}/b?c`, `${other.origin}/never`];
  const page = pageOf(await runAction({ uris: uris.join("\n"), timeout: "1500ms" }));
  assert.equal(page.heading, "❌ 2 of 4 URIs are down");
  assert.match(
    page.session,
    /^4 requests to 2 origins in \d\.\d s: 2 opened a connection, 2 used an open one\.(?: Reuse saved about \d+ ms\.)?$/,
  );
  const [forbidden, silent] = page.attention.open;
  assert.deepEqual(
    [forbidden?.mark, forbidden?.uri, forbidden?.reason],
    ["❌", uris[1], "403 Forbidden, expected 200"],
  );
  assert.match(silent?.reason ?? "", /^timed out after 1\.5 s waiting for the answer \(ETIMEDOUT\)$/);
  assert.equal(page.up?.label, "The other 2 URIs are up");
  assert.deepEqual(numbers(page.up?.rows), [1, 3]);
  assert.deepEqual(
    page.up?.rows.map(({ connection }) => connection.slice(0, 3)),
    ["new", "reu"],
  );
  const { chart } = page;
  const hosts = [server, server, server, other].map(({ port }) => `127.0.0.1:${port}`);
  assert.deepEqual(
    chart?.bars.map(({ number, address }) => [number, address]),
    ["/slow", "/403", "/b", "/never"].map((path, index) => [index + 1, hosts[index] + path]),
  );
  assert.match(chart?.bars[3]?.time ?? "", /^❌ → 1\.\d s$/);
  const ends = chart?.bars.map(({ endMs }) => endMs) ?? [];
  assert.equal(ends[3], Math.max(...ends.slice(0, 3)), "cut where the slowest answer ends");
});

test("14 URIs with warnings: down before warned, and what is up in list order", async (t) => {
  const ageing = await startServer(t, ({ url }, answer) => answer.end(url), { tls: "ageing" });
  const server = await startServer(t, ({ url = "" }, answer) => {
    const isFirst = server.requests.filter((request) => request.url === url).length === 1;
    if (url === "/moved") return answer.writeHead(302, { location: "/there?token=x#y" }).end();
    answer.writeHead(url === "/later" && isFirst ? 503 : 200).end("ok");
  });
  const refused = `http://127.0.0.1:${await closedPort()}/`;
  const uris = [
    `${server.origin}/later`,
    ...upTo(9).map((number) => `${server.origin}/${number}`),
    `${server.origin}/text 200 1f3a9c7`,
    refused,
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
  assert.equal(page.heading, "❌ 2 of 14 URIs are down");
  const [text, closed, later, expiring, ...more] = page.attention.open;
  assert.deepEqual(more, []);
  assert.deepEqual([text?.mark, text?.reason], ["❌", "200 OK, but the text 1f3a9c7 is missing, after 2 attempts"]);
  assert.deepEqual(
    [closed?.mark, closed?.uri, closed?.reason],
    ["❌", refused, "connection refused (ECONNREFUSED), after 2 attempts"],
  );
  assert.deepEqual([later?.mark, later?.reason], ["⚠️", "up at attempt 2"]);
  assert.equal(expiring?.mark, "⚠️");
  assert.match(expiring?.reason ?? "", /^certificate expires in \d+ days, on 2045-12-31$/);
  assert.equal(page.up?.label, "The other 10 URIs are up");
  assert.deepEqual(numbers(page.up?.rows), [2, 3, 4, 5, 6, 7, 8, 9, 10, 14]);
  assert.equal(page.up?.rows.at(-1)?.remark, `redirected to ${server.origin}/there?…#…`);
});

test("30 URIs that are up: nothing needs attention, one bar each in list order", async (t) => {
  const server = await startServer(
    t,
    (_, answer) => {
      setTimeout(() => answer.end("ok"), 110);
    },
    { tls: "server" },
  );
  const page = pageOf(await runAction({ uris: many(server.origin, 30), concurrency: "2" }));
  assert.deepEqual(
    [page.heading, needingAttention(page), page.up?.label, page.up?.rows.length],
    ["✅ All 30 URIs are up", [], "All 30 URIs", 30],
  );
  assert.equal(page.chart?.title, "### Where the time went");
  assert.deepEqual(numbers(page.chart?.bars), upTo(30));
  assert.equal(page.chart?.bars[6]?.address, "/7");
  const connecting = page.chart?.bars.filter(({ pieces }) => pieces[0]?.phase === "connecting").length;
  assert.equal(connecting, server.connections, "only a new connection has a piece for it");
  assert.equal(page.up?.rows.filter(({ connection }) => connection.startsWith("new")).length, server.connections);
  assert.doesNotMatch(page.session, /saved/, "which could be more than the run took, with two checks at once");
});

test("300 URIs: 20 rows that need attention are open, and the 20 slowest answers have a bar", async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) => {
    const number = Number(url.slice(1));
    setTimeout(() => answer.writeHead(number <= 70 ? 500 : 200).end("ok"), number % 15 === 0 ? 110 : 0);
  });
  const run = await runAction({ uris: many(server.origin, 300), concurrency: "10" });
  const page = pageOf(run);
  assert.equal(page.heading, "❌ 70 of 300 URIs are down");
  assert.deepEqual([page.attention.open.length, page.attention.label], [20, "50 more need attention"]);
  assert.deepEqual(
    needingAttention(page).map(({ uri }) => uri),
    run.results.slice(0, 70).map(({ uri }) => uri),
  );
  assert.deepEqual([page.up?.label, page.up?.rows.length], ["The other 230 URIs are up", 230]);
  assert.equal(page.chart?.title, "### Where the time went, for the 20 slowest answers");
  const slowest = run.results
    .map(({ durationMs }, index) => ({ durationMs, number: index + 1 }))
    .sort((one, other) => other.durationMs - one.durationMs);
  assert.deepEqual(numbers(page.chart?.bars), numbers(slowest.slice(0, 20)));
});

test("20,000 URIs: under a million bytes, failures first, and a line says what is left out", {
  timeout: 90_000,
}, async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) =>
    answer.writeHead(url.endsWith("00") ? 404 : 200).end("ok"),
  );
  const run = await inFile(t, many(server.origin, 20_000), { concurrency: "50" });
  const page = pageOf(run);
  assert.equal(page.heading, "❌ 200 of 20000 URIs are down");
  assert.deepEqual([page.attention.open.length, page.attention.label], [20, "180 more need attention"]);
  assert.deepEqual(
    needingAttention(page).map(({ uri }) => uri),
    upTo(200).map((number) => `${server.origin}/${number * 100}`),
  );
  const rows = page.up?.rows.length ?? 0;
  assert.equal(page.up?.label, "The other 19800 URIs are up");
  assert.equal(page.up?.note, `${19_800 - rows} rows are not shown: the log and the report folder have all 20000.`);
  assert.ok(Buffer.byteLength(run.summary) > 900_000, "as many rows as fit");
  assert.equal(run.report.results.length, 20_000);
});

test("without a request there is no chart and no time", async () => {
  const env = { HTTP_PROXY: "socks5://127.0.0.1:1080" };
  const page = pageOf(await runAction({ uris: "http://a.example/\nhttp://b.example/\nnonsense" }, { env }));
  assert.equal(page.heading, "❌ 3 of 3 URIs are down");
  assert.deepEqual(
    [page.session, page.attention.open.map(({ time }) => time), page.chart],
    ["No request was made.", ["–", "–", "–"], null],
  );
});

test("a cancelled run: what was not checked is counted apart, and stands apart", {
  timeout: 30_000,
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    if (url === "/14") return;
    const send = (): unknown => answer.writeHead(url === "/6" ? 404 : 200).end("ok");
    setTimeout(send, url === "/2" || url === "/3" ? 120 : 0);
  });
  const step = startAction({ uris: many(server.origin, 30), timeout: "5m" });
  await server.until(() => server.requests.length === 14);
  step.child.kill("SIGINT");
  const run = await step.finished;
  const page = pageOf(run);
  assert.deepEqual([run.code, page.heading], [1, "❌ Cancelled: 1 of 30 URIs is down, 17 were not checked"]);
  assert.match(page.session, /^14 requests to 1 origin /);
  assert.deepEqual(
    page.attention.open.map(({ uri }) => uri),
    [`${server.origin}/6`],
  );
  assert.equal(page.unchecked?.label, "17 URIs were not checked");
  assert.deepEqual(numbers(page.unchecked?.rows), upTo(30).slice(13));
  assert.equal(page.up?.label, "The other 12 URIs are up");
  assert.equal(page.chart?.bars.length, 13, "what was under way has no bar");
  const { total, up, failed } = run.outputs;
  assert.deepEqual({ total, up, failed }, { total: "30", up: "12", failed: "18" });
});

const ids: readonly (readonly [id: string | null, shown: string])[] = [
  ["gate", "gate: "],
  ["After-deploy_2", "After-deploy_2: "],
  ["_gate", "_gate: "],
  [null, ""],
  ["", ""],
  ["__uptimemon_uptimemon", ""],
  ["__run_2", ""],
  ["<b>", ""],
  ["a b", ""],
  ["gate\n## x", ""],
  ["gâte", ""],
];

for (const [id, shown] of ids) {
  test(`a step whose GITHUB_ACTION is ${JSON.stringify(id)} has ${shown === "" ? "no id" : "it"} in heading and error`, async (t) => {
    const server = await startServer(t, ({ url }, answer) => answer.writeHead(url === "/" ? 200 : 500).end());
    const setting = { env: { GITHUB_ACTION: id } };
    const [red, green, refused] = await Promise.all([
      runAction({ uris: `${server.origin}/\n${server.origin}/down` }, setting),
      runAction({ uris: `${server.origin}/` }, setting),
      runAction({ uris: `${server.origin}/`, timeout: "soon" }, setting),
    ]);
    assert.equal(pageOf(red).heading, `❌ ${shown}1 of 2 URIs is down`);
    assert.equal(red.log.at(-1), `::error::${shown}1 of 2 URIs is down`);
    assert.equal(pageOf(green).heading, `✅ ${shown}The URI is up`);
    assert.match(refused.summary, new RegExp(`^## ❌ ${shown}Nothing was checked: 1 input problem\n`));
  });
}

test("an empty shard has nothing to check, and succeeds", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: server.origin, shard: "2/2" });
  assert.deepEqual(
    [run.code, pageOf(run).heading, pageOf(run).session],
    [0, "✅ Nothing to check", "No request was made."],
  );
});
