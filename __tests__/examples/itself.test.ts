import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { engineTest, startEngine } from "./engine.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const dist = readdirSync(new URL("../../dist/", import.meta.url)).map((name) => `dist/${name}`);
const files = Object.fromEntries(
  ["action.yml", "scripts/local-site.mjs", ...dist].map((path) => [path, read(path)] as const),
);
const job = { event: "push", job: "itself", matrix: "os:ubuntu-latest" };

engineTest("CI's job `itself` finds what it expects of the action", async (t) => {
  const { run } = await startEngine(t, { files });
  const { outcome, steps, outputs } = await run(read(".github/workflows/ci.yml"), job);
  assert.equal(outcome, "success");
  assert.deepEqual(steps.slice(1), [
    "Start a site on loopback: success",
    "Expected to succeed: success",
    "Expected to fail: failure",
    "Compare with what was expected: success",
  ]);
  assert.equal(outputs("green")["connections"], "1");
});

engineTest("CI's job `itself` fails where the bundle does nothing", async (t) => {
  const { run } = await startEngine(t, { files: { ...files, "dist/index.js": "" } });
  const { outcome, steps } = await run(read(".github/workflows/ci.yml"), job);
  assert.equal(outcome, "failure");
  assert.equal(steps.at(-1), "Compare with what was expected: failure");
});

test("a test runs each workflow in examples/", () => {
  const tests = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".test.ts"));
  const text = tests.map((name) => read(`__tests__/examples/${name}`)).join("\n");
  const names = readdirSync(new URL("../../examples/", import.meta.url)).filter((name) => name.endsWith(".yml"));
  const missing = names.filter((name) => !text.includes(`example("${name.replace(/\.yml$/, "")}")`));
  assert.deepEqual(missing, []);
});
