import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { runAction } from "../helpers/action.ts";
import { countNaiveFailures } from "../helpers/closing.ts";
import { startNginx } from "../helpers/nginx.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

/** Milliseconds that nginx keeps an idle connection. */
const keptMs = 20;

/** A server whose answer comes when a lap of the list has taken about as long as nginx keeps connections: from 4 ms less to 4 ms more. */
async function startPacer(t: TestContext): Promise<TestServer> {
  let lap = 0;
  let lastAnswer = performance.now();
  return startServer(t, (_, answer) => {
    const wanted = keptMs - 4 + (lap % 17) / 2;
    lap += 1;
    setTimeout(
      () => {
        lastAnswer = performance.now();
        answer.end("ok");
      },
      Math.max(wanted - (performance.now() - lastAnswer), 0),
    );
  });
}

/** A hundred checks of each of ten nginx servers, one of each in a lap. */
function listLaps(origins: readonly string[], pacer: TestServer): string[] {
  return Array.from({ length: 100 }, (_, lap) => [...origins, pacer.origin].map((origin) => `${origin}/${lap}`)).flat();
}

test("1,000 checks of nginx with the gap at its keepalive_timeout find it up each time, where the bare library does not", async (t) => {
  const settings = { http: 5, https: 5, directives: `keepalive_timeout ${keptMs}ms;` };
  const nginx = await startNginx(t, settings);
  const forNaive = await startNginx(t, settings);
  if (nginx === null || forNaive === null) return t.skip("no nginx");
  const pacer = await startPacer(t);
  const run = await runAction({ uris: listLaps(nginx.origins, pacer).join("\n") });
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "1100"]);
  assert.ok(run.results.every(({ attempts }) => attempts === 1));
  assertCounted(run, await nginx.stop(), tallyOf(pacer));
  const failures = await countNaiveFailures(listLaps(forNaive.origins, await startPacer(t)));
  t.diagnostic(
    `${run.results.filter(({ resent }) => resent).length} sent again; the bare library calls ${failures} of 1,000 down`,
  );
  assert.ok(failures > 0);
});

test("nginx's keepalive_requests is announced: a connection for every so many checks, and nothing is sent twice", async (t) => {
  const nginx = await startNginx(t, { http: 1, https: 1, directives: "keepalive_requests 7;" });
  if (nginx === null) return t.skip("no nginx");
  const uris = Array.from({ length: 140 }, (_, i) => `${nginx.origins[i % 2]}/${i}`);
  const run = await runAction({ uris: uris.join("\n") });
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "140"]);
  assert.ok(run.results.every(({ resent }) => !resent));
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], ["20", "120"]);
  assertCounted(run, await nginx.stop());
});
