import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { runAction } from "../helpers/action.ts";
import { freeze, thaw } from "../helpers/group.ts";
import { noGunicorn, startGunicorn } from "../helpers/gunicorn.ts";
import { assertAllResent, raceWithClose } from "../helpers/race.ts";

const skip = noGunicorn;
const checks = 10;

test("gunicorn that stood still past its keep-alive closes in the very turn of the next requests: all sent once more, all up", {
  skip,
}, async (t) => {
  const servers = await Promise.all([startGunicorn(t), startGunicorn(t, { tls: true })]);
  const workers = servers.flatMap((server) => server.workers);
  const run = await raceWithClose(t, {
    origins: servers.map(({ origin }) => origin),
    checks,
    async prepare() {
      await freeze(...workers);
      // gunicorn measures its keep-alive of two seconds in real time.
      await pause(2050);
    },
    close: () => thaw(...workers),
  });
  assertAllResent(run);
});

test("a gunicorn worker that is killed in the very turn of the next requests: all sent once more, to the worker after it", {
  skip,
}, async (t) => {
  const server = await startGunicorn(t, { keepAliveSeconds: 75 });
  const run = await raceWithClose(t, {
    origins: [server.origin],
    checks,
    prepare: async () => {},
    close() {
      for (const worker of server.workers) process.kill(worker, "SIGKILL");
    },
  });
  assertAllResent(run);
});

test("a gunicorn worker that dies of a request: sent once more if the connection was a kept one, an error if it was new", {
  skip,
}, async (t) => {
  const { origin } = await startGunicorn(t, { keepAliveSeconds: 75 });
  const paths = ["fatal-new", "1", "fatal-2", "3", "fatal-4", "fatal-5", "6"];
  const run = await runAction({ uris: paths.map((path) => `${origin}/${path}`).join("\n") });
  assert.deepEqual(
    run.results.map(({ state, attempts, resent }) => `${state} ${attempts} ${resent}`),
    ["ERR 1 false", "OK 1 false", "OK 1 true", "OK 1 false", "OK 1 true", "OK 1 true", "OK 1 false"],
  );
  assert.equal(run.results[0]?.message, "the connection was closed before an answer came (ECONNRESET)");
  assert.deepEqual([run.code, run.stderr, run.outputs["connections"]], [1, "", "5"]);
});
