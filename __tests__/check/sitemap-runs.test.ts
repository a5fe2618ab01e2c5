import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Run, resultLines, runAction, startAction } from "../helpers/action.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer, type TestServer } from "../helpers/server.ts";
import { type Site, serving, sitemapIndex, urlset } from "../helpers/sitemap.ts";

const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `/${name}${index}`); // biome-ignore format: short

/** An index of two sitemaps, which are read in this order. */
const indexed: Site = {
  "/index.xml": sitemapIndex(["/a.xml", "/b.xml"]),
  "/a.xml": urlset(named("a", 7)),
  "/b.xml": urlset(named("b", 5)),
};
const indexedOrder = ["/index.xml", "/a.xml", ...named("a", 7), "/b.xml", ...named("b", 5)];

function pathsOf({ results }: Run): string[] {
  return results.map(({ uri }) => new URL(uri).pathname);
}

/** How often each path was asked for. */
function counts({ requests }: TestServer): Record<string, number> {
  const times: Record<string, number> = {};
  for (const { url } of requests) times[url] = (times[url] ?? 0) + 1;
  return times;
}

function times(paths: readonly string[], number: number): Record<string, number> {
  return Object.fromEntries(paths.map((path) => [path, number]));
}

function attempts({ results }: Run): string[] {
  return results.map(({ uri, state, attempts: number }) => `${new URL(uri).pathname} ${state} ${number}`);
}

for (const concurrency of [1, 8]) {
  test(`pages follow their sitemap in list order, each once per line, with concurrency ${concurrency}`, async (t) => {
    const serve = serving(() => indexed);
    // What is asked for later is answered sooner: with several checks at once nothing comes in list order.
    const server = await startServer(t, (request, answer) => {
      setTimeout(() => serve(request, answer), concurrency === 1 ? 0 : Math.max(40 - 2 * server.requests.length, 0));
    });
    const { origin } = server;
    const line = `sitemap ${origin}/index.xml`;
    const run = await runAction({ uris: `${origin}/first\n${line}\n${line}\n${origin}/last`, concurrency: `${concurrency}` }); // biome-ignore format: short
    assert.deepEqual(pathsOf(run), ["/first", ...indexedOrder, ...indexedOrder, "/last"]);
    assert.deepEqual([run.code, run.stderr], [0, ""]);
    assert.deepEqual(counts(server), { ...times(indexedOrder, 2), "/first": 1, "/last": 1 });
    assert.ok(server.connections <= concurrency, `${server.connections} connections`);
    assertCounted(run, tallyOf(server));
    if (concurrency === 1) {
      assert.deepEqual(resultLines(run), pathsOf(run).map((path) => `[OK] ${origin}${path}`)); // biome-ignore format: short
    }
  });
}

test("every shard reads every sitemap, and their parts of lines and pages are disjoint and complete", async (t) => {
  const server = await startServer(t, serving(() => indexed)); // biome-ignore format: short
  const lines = named("line", 4);
  const uris = [`sitemap ${server.origin}/index.xml`, ...lines.map((path) => server.origin + path)].join("\n");
  const runs = await Promise.all([1, 2, 3].map((part) => runAction({ uris, shard: `${part}/3` })));
  const sitemaps = ["/index.xml", "/a.xml", "/b.xml"];
  for (const run of runs) {
    assert.deepEqual([run.code, run.log.filter((line) => line.startsWith("::warning"))], [0, []]);
    assert.deepEqual(pathsOf(run).filter((path) => path.endsWith(".xml")), sitemaps); // biome-ignore format: short
  }
  assert.deepEqual(counts(server), { ...times(sitemaps, 3), ...times([...named("a", 7), ...named("b", 5), ...lines], 1) }); // biome-ignore format: short
  assert.deepEqual(runs.map((run) => pathsOf(run).filter((path) => path.startsWith("/a")).length - 1), [3, 2, 2]); // biome-ignore format: short
});

test("a shard for which a sitemap has no page left warns, and one with a page, or without a sitemap, does not", async (t) => {
  const server = await startServer(t, serving(() => ({ "/sitemap.xml": urlset(["/a", "/b"]) }))); // biome-ignore format: short
  const uris = `sitemap ${server.origin}/sitemap.xml\n${server.origin}/line`;
  const [second, third, without] = await Promise.all([
    runAction({ uris, shard: "2/3" }),
    runAction({ uris, shard: "3/3" }),
    runAction({ uris: `${server.origin}/line`, shard: "1/1" }),
  ]);
  const warnings = ({ log }: Run): string[] => log.filter((line) => line.startsWith("::warning::"));
  assert.deepEqual([pathsOf(second), pathsOf(third)], [["/sitemap.xml", "/b"], ["/sitemap.xml"]]);
  assert.deepEqual([second.code, third.code], [0, 0]);
  assert.deepEqual([warnings(second), warnings(without)], [[], []]);
  assert.equal(warnings(third).length, 1);
  assert.match(warnings(third)[0] ?? "", /shard.*3\/3.*sitemap's pages/);
});

test("a gate: a sitemap that comes up in the third round has all its pages checked then, once, over one connection", async (t) => {
  const rounds = { "/index.xml": 0, "/b.xml": 0 };
  const serve = serving(() => indexed);
  const server = await startServer(t, (request, answer) => {
    const { url = "" } = request;
    if (url === "/index.xml" || url === "/b.xml") {
      rounds[url] += 1;
      if (rounds[url] < (url === "/index.xml" ? 3 : 2)) {
        answer.writeHead(503).end();
        return;
      }
    }
    serve(request, answer);
  });
  const run = await runAction({ uris: `sitemap ${server.origin}/index.xml`, "retry-for": "1m", "retry-delay": "10ms" });
  assert.deepEqual([run.code, run.stderr, pathsOf(run)], [0, "", indexedOrder]);
  assert.deepEqual(counts(server), { ...times(indexedOrder, 1), "/index.xml": 3, "/b.xml": 2 });
  assert.deepEqual(
    attempts(run).filter((line) => !line.endsWith(" OK 1")),
    ["/index.xml OK 3", "/b.xml OK 2"],
  );
  // Each round has fresh connections, shared within the round: three that ask for the index, and a fourth for b.xml.
  assert.equal(server.connections, 4);
  assertCounted(run, tallyOf(server));
  const lines = resultLines(run);
  assert.deepEqual(lines.slice(0, 3), [`[NOK] ${server.origin}/index.xml: 503`, `[NOK] ${server.origin}/index.xml: 503`, `[OK] ${server.origin}/index.xml`]); // biome-ignore format: short
});

test("a sitemap that is ERR for foreign pages is read again in the rounds: new pages join, known ones are not repeated", async (t) => {
  let reads = 0;
  const site = (origin: string): Site => ({
    "/sitemap.xml": urlset(reads < 2 ? ["/a", "http://169.254.169.254/", "/down"] : ["/new", "/a", `${origin}/down`]),
  });
  const server: TestServer = await startServer(t, (request, answer) => {
    if (request.url === "/sitemap.xml") reads += 1;
    if (request.url === "/down" && reads < 2) answer.writeHead(500).end();
    else serving(() => site(server.origin))(request, answer);
  });
  const run = await runAction({
    uris: `sitemap ${server.origin}/sitemap.xml`,
    "retry-for": "1m",
    "retry-delay": "10ms",
  });
  assert.deepEqual(attempts(run), ["/sitemap.xml OK 2", "/a OK 1", "/down OK 2", "/new OK 1"]);
  assert.deepEqual([run.code, counts(server)], [0, { "/sitemap.xml": 2, "/a": 1, "/down": 2, "/new": 1 }]);
});

test("a sitemap that never comes up is red, and its line is all that is reported", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(503).end());
  const run = await runAction({
    uris: `sitemap ${server.origin}/sitemap.xml`,
    "retry-for": "100ms",
    "retry-delay": "20ms",
  });
  assert.deepEqual([run.code, pathsOf(run), run.outputs["failed-uris"]], [1, ["/sitemap.xml"], `${server.origin}/sitemap.xml`]); // biome-ignore format: short
});

test("a run that is cancelled among the pages of a sitemap reports all of them, checked or not", {
  skip: process.platform === "win32",
}, async (t: TestContext) => {
  const serve = serving(() => indexed);
  const server = await startServer(t, (request, answer) => {
    if (request.url !== "/a3") serve(request, answer);
  });
  const step = startAction({ uris: `sitemap ${server.origin}/index.xml\n${server.origin}/last`, "retry-for": "1m" });
  await server.until(() => server.requests.at(-1)?.url === "/a3");
  const signalledAt = performance.now();
  step.child.kill("SIGTERM");
  const run = await step.finished;
  assert.ok(performance.now() - signalledAt < 2000, "within 2 s");
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  // b.xml was named, and not read.
  assert.deepEqual(pathsOf(run), ["/index.xml", "/a.xml", ...named("a", 7), "/b.xml", "/last"]);
  assert.deepEqual(run.results.map(({ state, message }) => (message === "not checked (cancelled)" ? "left" : state)), ["OK", "OK", "OK", "OK", "OK", "ERR", ...Array(5).fill("left")]); // biome-ignore format: short
  assert.deepEqual([run.outputs["total"], run.outputs["up"], run.outputs["failed"]], ["11", "5", "6"]);
});

test("a run that is cancelled while a sitemap comes in ends at once", {
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t, (_, answer) => answer.write(urlset(named("a", 100)).slice(0, -20)));
  const step = startAction({ uris: `sitemap ${server.origin}/sitemap.xml` });
  await server.until(() => server.requests.length === 1);
  step.child.kill("SIGINT");
  const run = await step.finished;
  assert.deepEqual([run.code, run.stderr, pathsOf(run), run.results[0]?.state], [1, "", ["/sitemap.xml"], "ERR"]);
  assert.match(run.results[0]?.message ?? "", /cancelled/);
});
