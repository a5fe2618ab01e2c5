import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Run, resultLines, runAction, type Setting } from "../helpers/action.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

const skip = process.platform === "win32" ? "Windows has no such limit" : false;
const preload = fileURLToPath(new URL("../helpers/fill-descriptors.cjs", import.meta.url));

function startMany(t: TestContext, number: number, settings: Parameters<typeof startServer>[2]): Promise<TestServer[]> {
  return Promise.all(Array.from({ length: number }, () => startServer(t, undefined, settings)));
}

function assertAllUp(run: Run): void {
  const down = run.report.results.filter(({ state }) => state !== "OK").map(({ message }) => message);
  assert.deepEqual([run.code, run.stderr, down.slice(0, 3)], [0, "", []]);
  assert.ok(!run.log.some((line) => line.startsWith("::error")), "no error is told");
  assert.ok(run.summary !== "" && run.report.summary !== "" && run.outputs["total"] !== undefined, "all is written");
}

for (const scheme of ["http", "https"] as const) {
  test(`120 ${scheme} origins with 100 descriptors are all up, by address and by name, one at a time and twenty`, {
    skip,
  }, async (t) => {
    const servers = await startMany(t, 120, scheme === "http" ? {} : { tls: "server" });
    for (const host of ["127.0.0.1", "localhost"]) {
      for (const concurrency of ["1", "20"]) {
        const uris = servers.map(({ port }) => `${scheme}://${host}:${port}/`).join("\n");
        const run = await runAction({ uris, concurrency, timeout: "60s" }, { shell: "ulimit -n 100" });
        assertAllUp(run);
        assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], ["120", "0"]);
      }
    }
  });
}

test("kept connections leave room for what is read late: authorities, names of hosts, the reader of sitemaps", {
  skip,
}, async (t) => {
  const kept = await startMany(t, 5, {});
  const secure = await startServer(t, undefined, { tls: "server" });
  const site = await startServer(t, (request, answer) =>
    answer.end(request.url === "/page" ? "ok" : "<urlset><url><loc>/page</loc></url></urlset>"),
  );
  const last = [`${secure.origin}/`, `http://localhost:${site.port}/page`, `sitemap ${site.origin}/sitemap.xml`];
  const cases = last.flatMap((uri) => ["0", "1", "2"].map((spare) => ({ uri, spare })));
  for (const { uri, spare } of cases) {
    const setting: Setting = {
      shell: "ulimit -n 100",
      env: { KEPT: "5", SPARE: spare },
      nodeArguments: ["--require", preload],
    };
    const uris = [...kept.map(({ origin }) => origin), uri].join("\n");
    await t.test(`${uri.replace(/[^a-z]+.*/, "")} with ${spare} left`, async () => {
      assertAllUp(await runAction({ uris, timeout: "60s" }, setting));
    });
  }
});

test("where no kept connection can make room, descriptors are named as the reason", { skip }, async (t) => {
  const [first, second] = await startMany(t, 2, {});
  const run = await runAction(
    { uris: `${first?.origin}/\n${second?.origin}/`, concurrency: "2" },
    { shell: "ulimit -n 100", env: { KEPT: "0", SPARE: "0" }, nodeArguments: ["--require", preload] },
  );
  const cause = "the system has no file descriptor left for a connection (EMFILE)";
  assert.deepEqual(resultLines(run), [`[ERR] ${first?.origin}/: ${cause}`, `[ERR] ${second?.origin}/: ${cause}`]);
  assert.deepEqual([run.code, run.stderr], [1, ""]);
});

for (const concurrency of [1, 20]) {
  test(`at most 256 connections are kept idle over all origins, those used last, with ${concurrency} at a time`, async (t) => {
    const servers = await startMany(t, 400, {});
    const open = (): number[] => servers.flatMap(({ open: { size } }, index) => (size > 0 ? [index] : []));
    let kept: number[] = [];
    const last = await startServer(t, async (_, answer) => {
      await Promise.race(servers.map((server) => server.until(() => open().length <= 256)));
      kept = open();
      answer.end("ok");
    });
    const uris = [...servers, last].map(({ origin }) => origin).join("\n");
    const run = await runAction({ uris, concurrency: String(concurrency), timeout: "10s" });
    assertAllUp(run);
    assert.equal(kept.length, 256);
    if (concurrency === 1) assert.deepEqual(kept, servers.map((_, index) => index).slice(-256));
  });
}

test("300 checks at once to one origin, and 300 more, take 300 connections", async (t) => {
  const held: (() => void)[] = [];
  const server = await startServer(t, (_, answer) => {
    held.push(() => answer.end("ok"));
    if (held.length === 300) for (const answerHeld of held.splice(0)) answerHeld();
  });
  const uris = Array.from({ length: 600 }, (_, index) => `${server.origin}/${index}`).join("\n");
  const run = await runAction({ uris, concurrency: "300", timeout: "60s" });
  assertAllUp(run);
  assert.equal(server.connections, 300);
  assertCounted(run, tallyOf(server));
});
