import assert from "node:assert/strict";
import { test } from "node:test";
import { runAction } from "../helpers/action.ts";
import { freeze } from "../helpers/group.ts";
import { noGunicorn, startGunicorn } from "../helpers/gunicorn.ts";
import { startServer } from "../helpers/server.ts";

const skip = noGunicorn;

test("one of two gunicorn workers stands still with a kept connection: sent once more after the timeout, and the other answers", {
  skip,
}, async (t) => {
  const settings = { workers: 2, keepAliveSeconds: 75 };
  const servers = await Promise.all([startGunicorn(t, settings), startGunicorn(t, { ...settings, tls: true })]);
  const between = await startServer(t, async (_, answer) => {
    for (const server of servers) await freeze(await server.servedBy("/before"));
    answer.end("ok");
  });
  const uris = [
    ...servers.map(({ origin }) => `${origin}/before`),
    `${between.origin}/1`,
    `${between.origin}/2`,
    ...servers.map(({ origin }) => `${origin}/deaf`),
    ...servers.map(({ origin }) => `${origin}/after`),
  ];
  // Real time: there is silence until the timeout is over. Two at a time, so that both deaf workers take one.
  const run = await runAction({ uris: uris.join("\n"), concurrency: "2", timeout: "1s" });
  assert.deepEqual(
    run.results.map(({ state, attempts, resent }) => `${state} ${attempts} ${resent}`),
    uris.map((uri) => `OK 1 ${uri.endsWith("/deaf")}`),
  );
  assert.deepEqual([run.code, run.stderr], [0, ""]);
  assert.ok(run.results.every(({ durationMs }) => durationMs < 2000));
});

test("all of gunicorn stands still: an error within two timeouts over a kept connection, within one over a new one", {
  skip,
}, async (t) => {
  const server = await startGunicorn(t, { keepAliveSeconds: 75 });
  const between = await startServer(t, async (_, answer) => {
    await freeze(server.group.pid, ...server.workers);
    answer.end("ok");
  });
  const uris = [`${server.origin}/before`, between.origin, `${server.origin}/kept`, `${server.origin}/new`];
  // Real time: only a timeout ends silence.
  const run = await runAction({ uris: uris.join("\n"), timeout: "1s" });
  assert.deepEqual(
    run.results.map(({ state, attempts, resent }) => `${state} ${attempts} ${resent}`),
    ["OK 1 false", "OK 1 false", "ERR 1 true", "ERR 1 false"],
  );
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  const [, , kept, fresh] = run.results;
  assert.match(kept?.message ?? "", /both/);
  assert.equal(fresh?.message, "timed out after 1 s waiting for the answer (ETIMEDOUT)");
  assert.ok((kept?.durationMs ?? Infinity) < 2500, `the kept one took ${kept?.durationMs} ms`);
  assert.ok((fresh?.durationMs ?? Infinity) < 1500, `the new one took ${fresh?.durationMs} ms`);
  assert.ok(run.ms < 4500, `all of it took ${run.ms} ms`);
});
