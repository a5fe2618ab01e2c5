import assert from "node:assert/strict";
import { test } from "node:test";
import { type Run, runAction } from "../helpers/action.ts";
import { countNaiveFailures, habits, startClosing } from "../helpers/closing.ts";
import { assertCounted, type ScriptedServer } from "../helpers/scripted.ts";
import { startTunnel } from "../helpers/tunnel.ts";

/** As many checks of one server as make 336 of all. Servers come one after the other, so that no check waits for another's connection. */
function listFor(origin: string): string[] {
  return Array.from({ length: 336 / habits.length }, (_, i) => `${origin}/${i}`);
}

/** No check failed, none was repeated, and stale connections were really met. */
function assertNoFalseAlarm(run: Run, servers: readonly ScriptedServer[]): void {
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "336"]);
  assert.ok(
    run.results.every(({ state, attempts, reused, resent }) => state === "OK" && attempts === 1 && !(reused && resent)),
  );
  assert.ok(run.results.some(({ resent }) => resent));
  assertCounted(run, ...servers.map(({ tally }) => tally));
}

for (const settings of [{}, { tls: "server" }] as const) {
  const scheme = "tls" in settings ? "https" : "http";
  test(`336 checks of ${scheme} servers that close kept connections find them all up, where the bare library does not`, async (t) => {
    const servers = await Promise.all(habits.map((habit) => startClosing(t, habit, settings)));
    const run = await runAction({ uris: servers.flatMap(({ origin }) => listFor(origin)).join("\n") });
    assertNoFalseAlarm(run, servers);
    for (const [index, { origin }] of servers.entries()) {
      const failures = await countNaiveFailures(listFor(origin));
      t.diagnostic(`${JSON.stringify(habits[index])}: the bare library calls ${failures} of 56 down`);
      assert.ok(failures > 0);
    }
  });
}

test("336 checks through tunnels of servers that close kept connections find them all up", async (t) => {
  const servers = await Promise.all(habits.map((habit) => startClosing(t, habit, { tls: "server" })));
  const tunnel = await startTunnel(t);
  const uris = servers.flatMap(({ server }) => listFor(`https://site.uptimemon.test:${server.port}`));
  const run = await runAction({ uris: uris.join("\n") }, { env: { HTTPS_PROXY: tunnel.address } });
  assertNoFalseAlarm(run, servers);
  assert.equal(run.outputs["connections"], String(tunnel.connections));
  assert.equal(tunnel.asked.length, tunnel.connections);
});
