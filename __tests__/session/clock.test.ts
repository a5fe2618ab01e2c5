import assert from "node:assert/strict";
import { test } from "node:test";
import { connectingMs } from "../../src/result.ts";
import { Clock, noTimings, type Stage } from "../../src/session/clock.ts";

test("a phase that did not happen is -1, one gone through again adds up, and connect includes ssl", () => {
  const clock = new Clock();
  assert.equal(clock.stage, null);
  assert.deepEqual(clock.stop(), { durationMs: 0, timings: noTimings });
  const spin = (stage: Stage): void => {
    clock.enter(stage);
    for (const until = performance.now() + 2; performance.now() < until; );
  };
  for (const stage of ["connect", "tls", "send", "wait", "receive", "wait"] as const) spin(stage);
  const { durationMs, timings } = clock.stop();
  const { dns, connect, ssl, send, wait, receive } = timings;
  assert.equal(dns, -1);
  assert.ok(ssl >= 2 && connect >= ssl + 2 && send >= 2 && receive >= 2 && wait >= 4);
  assert.ok(Math.abs(connect + send + wait + receive - durationMs) < 1, "the phases without ssl are the whole");
  assert.equal(connectingMs({ dns: -1, connect: -1, ssl: -1, send: 1, wait: 1, receive: 1 }), 0);
  assert.equal(connectingMs({ dns: 3, connect: 40, ssl: 30, send: 1, wait: 1, receive: 1 }), 43);
});
