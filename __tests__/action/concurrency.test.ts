import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { plainLog, resultLines, runAction, startAction, temporaryFolder } from "../helpers/action.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

/** Counts the requests in flight, over as many servers as it is given to, and answers none before `wanted` are. */
function gate(wanted: number): { peak: () => number; handler: RequestListener } {
  let peak = 0;
  let waiting: (() => void)[] = [];
  let inFlight = 0;
  const handler: RequestListener = (_, answer) => {
    inFlight += 1;
    peak = Math.max(peak, inFlight);
    waiting.push(() => {
      inFlight -= 1;
      answer.end("ok");
    });
    if (inFlight !== wanted) return;
    // A moment more, in which one too many would come.
    setTimeout(() => {
      const all = waiting;
      waiting = [];
      for (const release of all) release();
    }, 30);
  };
  return { peak: () => peak, handler };
}

/** The most connections that were open at once. */
function watchOpen(server: TestServer): () => number {
  let most = 0;
  void server.until(() => {
    most = Math.max(most, server.open.size);
    return false;
  });
  return () => most;
}

for (const concurrency of [2, 5, 20]) {
  test(`at most ${concurrency} checks are in flight, and no more connections are open to an origin`, {
    timeout: 30_000,
  }, async (t) => {
    const { peak, handler } = gate(concurrency);
    const server = await startServer(t, handler);
    const most = watchOpen(server);
    const uris = Array.from({ length: 3 * concurrency }, (_, index) => `${server.origin}/${index}`);
    const run = await runAction({ uris: uris.join("\n"), concurrency: String(concurrency) });
    assert.deepEqual([run.code, run.stderr], [0, ""]);
    assert.deepEqual([peak(), most(), server.connections], [concurrency, concurrency, concurrency]);
    assert.deepEqual(
      [run.outputs["connections"], run.outputs["reused"]],
      [String(concurrency), String(2 * concurrency)],
    );
    assert.deepEqual(run.results.map(({ uri }) => uri), uris); // biome-ignore format: short
  });
}

test("the limit holds over all origins together", { timeout: 30_000 }, async (t) => {
  const { peak, handler } = gate(6);
  const servers = await Promise.all([1, 2, 3].map(() => startServer(t, handler)));
  const uris = Array.from({ length: 24 }, (_, index) => `${servers[index % 3]?.origin}/${index}`);
  const run = await runAction({ uris: uris.join("\n"), concurrency: "6" });
  assert.deepEqual([run.code, peak()], [0, 6]);
  for (const server of servers) assert.ok(server.connections <= 6, `${server.connections} connections`);
});

test("1 is one after the other in list order, over one connection", async (t) => {
  let inFlight = 0;
  let peak = 0;
  const server = await startServer(t, (_, answer) => {
    inFlight += 1;
    peak = Math.max(peak, inFlight);
    setTimeout(() => {
      inFlight -= 1;
      answer.end("ok");
    }, 5);
  });
  const uris = Array.from({ length: 12 }, (_, index) => `${server.origin}/${index}`);
  const run = await runAction({ uris: uris.join("\n"), concurrency: "1" });
  assert.deepEqual([run.code, peak, server.connections], [0, 1, 1]);
  assert.deepEqual(server.requests.map(({ url }) => server.origin + url), uris); // biome-ignore format: short
  assert.deepEqual(resultLines(run), uris.map((uri) => `[OK] ${uri}`)); // biome-ignore format: short
});

test("a slow or failing URI holds nobody up: the log is in the order of the ends, the results in that of the list", {
  timeout: 30_000,
}, async (t) => {
  let release = (): void => {};
  const server = await startServer(t, ({ url }, answer) => {
    if (url === "/slow") release = () => answer.end("ok");
    else if (url === "/dies") answer.destroy();
    else answer.end("ok");
  });
  const uris = ["/slow", "/dies", ...Array.from({ length: 19 }, (_, index) => `/${index}`)].map(
    (path) => server.origin + path,
  );
  const step = startAction({ uris: uris.join("\n"), concurrency: "2", timeout: "20s" });
  // The slow one answers when all others are through.
  await step.line(/\(20\/21/);
  release();
  const run = await step.finished;
  assert.deepEqual(run.results.map(({ uri, state }) => `${state} ${uri}`), uris.map((uri) => `${uri.endsWith("/dies") ? "ERR" : "OK"} ${uri}`)); // biome-ignore format: short
  const lines = plainLog(run).filter((line) => line.startsWith("["));
  assert.match(lines.at(-1) ?? "", /\/slow \(21\/21/);
  assert.deepEqual(lines.map((line) => /\((\d+)\/21/.exec(line)?.[1]), uris.map((_, index) => String(index + 1))); // biome-ignore format: short
});

test("more checks at once than there are URIs, and rounds of them, bring no warning of Node's", async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    const isFirst = server.requests.filter((request) => request.url === url).length === 1;
    answer.writeHead(isFirst ? 503 : 200).end();
  });
  const uris = Array.from({ length: 60 }, (_, index) => `${server.origin}/${index}`);
  const run = await runAction({ uris: uris.join("\n"), concurrency: "1000", "retry-for": "1m", "retry-delay": "10ms" });
  assert.deepEqual([run.code, run.stderr, server.requests.length], [0, "", 120]);
  assert.ok(server.connections <= 120);
});

test("fifty checks at once bring no warning of listeners on a Node that counts those of signals too, as Node 20 does", async (t) => {
  const server = await startServer(t);
  const uris = Array.from({ length: 100 }, (_, index) => `${server.origin}/${index}`).join("\n");
  const countListeners = `
    import { setMaxListeners } from "node:events";
    const counted = (signal) => (setMaxListeners(10, signal), signal);
    const { any } = AbortSignal;
    AbortSignal.any = (signals) => counted(any.call(AbortSignal, signals));
    globalThis.AbortController = class extends AbortController {
      constructor() {
        super();
        counted(this.signal);
      }
    };`;
  const run = await runAction(
    { uris, concurrency: "50" },
    { nodeArguments: ["--import", `data:text/javascript,${encodeURIComponent(countListeners)}`] },
  );
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "100"]);
});

async function manyServers(t: TestContext, count: number): Promise<TestServer[]> {
  const handler: RequestListener = ({ url = "" }, answer) =>
    answer.writeHead(url.endsWith("7777") ? 404 : 200).end("ok");
  return Promise.all(Array.from({ length: count }, () => startServer(t, handler)));
}

test("10,000 URIs of a file over 20 origins: outputs stay small, the report is whole", {
  timeout: 80_000,
}, async (t) => {
  const servers = await manyServers(t, 20);
  const folder = temporaryFolder(t);
  const uris = Array.from({ length: 10_000 }, (_, index) => `${servers[index % 20]?.origin}/${index}`);
  writeFileSync(join(folder, "list.txt"), uris.join("\n"));
  const run = await runAction({ "uris-file": "list.txt", concurrency: "20" }, { cwd: folder });
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  const { total, up, failed, results, "failed-uris": failedUris } = run.outputs;
  assert.deepEqual({ total, up, failed, results }, { total: "10000", up: "9999", failed: "1", results: "" });
  assert.equal(failedUris, uris[7777]);
  const warnings = run.log.filter((line) => line.startsWith("::warning"));
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? "", /\bresults\b.*\breport\b/);
  assert.deepEqual(run.report.results.map(({ uri }) => uri), uris); // biome-ignore format: short
  assert.equal(run.log.filter((line) => line.startsWith("[OK] ")).length, 9999);
  const connections = servers.reduce((sum, server) => sum + server.connections, 0);
  assert.ok(connections <= 20 * 20, `${connections} connections`);
  assert.deepEqual(
    [run.outputs["connections"], run.outputs["reused"]],
    [String(connections), String(10_000 - connections)],
  );
  assert.match(run.log.join("\n"), new RegExp(`^\\[NOK\\] ${uris[7777]}: 404 \\(`, "m"));
  assert.match(run.log.join("\n"), new RegExp(`^::error file=list.txt,line=7778::${uris[7777]}`, "m"));
});
