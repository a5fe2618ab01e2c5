import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runAction, temporaryFolder } from "../helpers/action.ts";
import { observe } from "../helpers/observe.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer } from "../helpers/server.ts";

test("10,000 checks of an origin take one connection, no warning, and no more memory than their results", {
  timeout: 120_000,
}, async (t) => {
  const server = await startServer(t);
  const list = join(temporaryFolder(t), "list.txt");
  writeFileSync(list, Array.from({ length: 10_000 }, (_, index) => `${server.origin}/${index}`).join("\n"));
  const { setting, read } = observe(t, { heapAt: [1000, 10_000] });
  const run = await runAction({ "uris-file": list }, setting);
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", "10000"]);
  assert.deepEqual([server.connections, server.requests.length], [1, 10_000]);
  assertCounted(run, tallyOf(server));
  const { 1000: early = 0, 10000: late = Number.POSITIVE_INFINITY } = read().heapBytes;
  const bytesPerCheck = (late - early) / 9000;
  t.diagnostic(`heap: ${early} bytes at 1,000 requests, ${late} at 10,000: ${Math.round(bytesPerCheck)} a check`);
  // A request and its answer that were kept would be over 5,000 bytes: the results are a tenth of that.
  assert.ok(bytesPerCheck < 1500, `${bytesPerCheck} bytes a check`);
});
