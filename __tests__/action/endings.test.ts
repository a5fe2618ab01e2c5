import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { plainLog, runAction, startAction } from "../helpers/action.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer } from "../helpers/server.ts";

const helper = (name: string): string[] => [
  "--require",
  fileURLToPath(new URL(`../helpers/${name}.cjs`, import.meta.url)),
];

test("idle connections that servers never close do not keep the process, and all of them are closed by us", {
  timeout: 60_000,
}, async (t) => {
  const plain = await startServer(t);
  const secure = await startServer(t, undefined, { tls: "server" });
  const endless = await startServer(t, (_, answer) => {
    answer.on("error", () => {});
    const pour = (): void => {
      while (!answer.destroyed && answer.write(Buffer.alloc(65_536)));
    };
    answer.on("drain", pour);
    pour();
  });
  const uris = Array.from({ length: 20 }, (_, index) => `${index % 2 === 0 ? plain.origin : secure.origin}/${index}`);
  const step = startAction({
    uris: [`${endless.origin}/first`, ...uris].join("\n"),
    concurrency: "10",
    timeout: "60s",
  });
  await step.line(/^Report: /);
  const lastLineAt = performance.now();
  const run = await step.finished;
  assert.ok(performance.now() - lastLineAt < 2000, "it ended with its last line");
  assert.deepEqual([run.code, run.stderr], [0, ""]);
  assert.ok(plain.connections > 1 && secure.connections > 1);
  assertCounted(run, tallyOf(plain), tallyOf(secure), tallyOf(endless));
  for (const server of [plain, secure, endless]) await server.until(() => server.open.size === 0);
});

test("a promise that nothing settles ends the step red, with a message and with its outputs", {
  timeout: 60_000,
}, async () => {
  const run = await runAction(
    { uris: "http://127.0.0.1:9/1\nhttp://127.0.0.1:9/2" },
    { nodeArguments: helper("nothing-happens") },
  );
  assert.equal(run.code, 1);
  assert.ok(run.log.some((line) => /^::error::uptimemon itself failed, .* before all was done/.test(line)));
  assert.ok(!plainLog(run).some((line) => line.startsWith("[OK]")));
  const { total, up, failed } = run.outputs;
  assert.deepEqual({ total, up, failed }, { total: "2", up: "0", failed: "2" });
});

test("a process that ends by itself before every result is in is red from the start", { timeout: 60_000 }, async () => {
  const run = await runAction(
    { uris: "http://127.0.0.1:9/" },
    { nodeArguments: [...helper("nothing-happens"), ...helper("no-net")] },
  );
  assert.deepEqual([run.code, plainLog(run)], [1, []]);
});
