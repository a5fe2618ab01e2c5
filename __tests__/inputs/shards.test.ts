import assert from "node:assert/strict";
import { test } from "node:test";
import { parseList } from "../../src/inputs/line.ts";
import { parseShard, takeShard } from "../../src/inputs/shard.ts";
import { ok } from "../../src/inputs/status.ts";
import type { Target } from "../../src/inputs/target.ts";
import { type Run, runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

const defaults = { expected: { status: ok, text: null, end: null }, base: null };
const listOf = (lines: readonly string[]): readonly Target[] => parseList(lines.join("\n"), null, defaults).targets;
const split = (targets: readonly Target[], count: number): Target[][] =>
  Array.from({ length: count }, (_, index) => takeShard(targets, { index: index + 1, count }));
const siteOf = (target: Target): string => (target.kind === "mistake" ? "none" : new URL(target.address).origin);
const originsOf = (targets: readonly Target[]): number =>
  new Set(targets.filter(({ kind }) => kind !== "mistake").map(siteOf)).size;

/** Sizes of origins, dealt out in turn so that no origin stands together in the list. */
function interleaved(sizes: readonly number[]): string[] {
  const rows = Math.max(...sizes);
  return Array.from({ length: rows }, (_, row) =>
    sizes.flatMap((size, origin) => (row < size ? [`https://o${origin}.example/${row}`] : [])),
  ).flat();
}

test("a shard is i/n with 1 <= i <= n", () => {
  for (const [text, shard] of [
    ["1/1", [1, 1]],
    ["2/4", [2, 4]],
    ["4/4", [4, 4]],
    ["256/256", [256, 256]],
  ] as const) {
    assert.deepEqual(parseShard(text), { index: shard[0], count: shard[1] });
  }
  for (const text of [
    "",
    "0/4",
    "5/4",
    "x",
    "1",
    "1/",
    "/1",
    "1/0",
    "0/0",
    "-1/4",
    "1/-4",
    "1.5/4",
    "1/4/4",
    "1 /4",
    "1/4 ",
    "a/b",
    "1/4x",
    "١/٤",
    "1e0/4",
    "1\\4",
  ]) {
    assert.equal(parseShard(text), undefined, text);
  }
});

const lists: Readonly<Record<string, string[]>> = {
  "7 unequal origins": interleaved([40, 1, 3, 17, 2, 25, 9]),
  "7 origins of which one is nearly all": interleaved([1, 1, 1, 400, 1, 1, 1]),
  "200 origins of one URI": interleaved(Array.from({ length: 200 }, () => 1)),
  "one origin": interleaved([101]),
  "3 URIs": interleaved([1, 1, 1]),
  "bad lines among good ones": [
    "example.com",
    ...interleaved([5, 4]),
    "https://a,b",
    "https://o0.example/0",
    "https://o0.example/0",
    "nonsense",
  ],
};

for (const [name, lines] of Object.entries(lists)) {
  test(`shards of a list are all of it, disjoint, of equal size, and keep origins together: ${name}`, () => {
    const targets = listOf(lines);
    for (const count of [1, 2, 3, 4, 7, 50, 1000]) {
      const shards = split(targets, count);
      const sizes = shards.map(({ length }) => length);
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, `sizes ${sizes}`);
      assert.deepEqual(shards.flat().map(({ place }) => place.line).sort((a, b) => a - b), targets.map(({ place }) => place.line)); // biome-ignore format: short
      for (const shard of shards) assert.deepEqual(shard, targets.filter((target) => shard.includes(target)), "in list order"); // biome-ignore format: short
      assert.deepEqual(split(targets, count), shards, "the same every time");
      const connections = shards.map(originsOf).reduce((sum, one) => sum + one, 0);
      const most = originsOf(targets) + Math.min(count, targets.length) - 1;
      assert.ok(connections <= most, `${connections} connections instead of ${most} at most with ${count} shards`);
    }
    assert.deepEqual(split(targets, 1), [targets]);
  });
}

test("every shard has all sitemaps, in their places, and its part of the other lines", () => {
  const targets = listOf(["https://a.example/1", "sitemap https://a.example/s", "https://a.example/2", "sitemap https://b.example/s", "x"]); // biome-ignore format: short
  for (const count of [1, 2, 3, 9]) {
    const shards = split(targets, count);
    for (const shard of shards) {
      assert.equal(shard.filter(({ kind }) => kind === "sitemap").length, 2);
      assert.deepEqual(shard, targets.filter((target) => shard.includes(target)), "in list order"); // biome-ignore format: short
    }
    const others = shards.flat().filter(({ kind }) => kind !== "sitemap");
    assert.deepEqual(others.map(({ place }) => place.line).sort(), [1, 3, 5]);
  }
});

test("a list of 100,000 URIs is split at once", () => {
  const shards = split(listOf(interleaved(Array.from({ length: 50 }, () => 2000))), 4);
  assert.deepEqual(shards.map(({ length }) => length), [25_000, 25_000, 25_000, 25_000]); // biome-ignore format: short
});

test("four steps with a shard each check the list once, over few more connections than it has origins", async (t) => {
  const servers = await Promise.all(Array.from({ length: 7 }, () => startServer(t)));
  const sizes = [12, 1, 3, 6, 2, 8, 4];
  const uris = Array.from({ length: 12 }, (_, row) =>
    servers.flatMap(({ origin }, index) => (row < (sizes[index] ?? 0) ? [`${origin}/${row}`] : [])),
  ).flat();
  const runs: Run[] = [];
  for (const index of [1, 2, 3, 4]) runs.push(await runAction({ uris: uris.join("\n"), shard: `${index}/4` }));
  assert.deepEqual(runs.map(({ code, outputs }) => `${code} ${outputs["total"]}`), ["0 9", "0 9", "0 9", "0 9"]); // biome-ignore format: short
  assert.deepEqual(runs.flatMap(({ results }) => results.map(({ uri }) => uri)).sort(), [...uris].sort());
  const connections = servers.reduce((sum, server) => sum + server.connections, 0);
  assert.ok(connections <= 10, `${connections} connections`);
  assert.equal(runs.reduce((sum, { outputs }) => sum + Number(outputs["connections"]), 0), connections); // biome-ignore format: short
});

test("a shard that gets nothing succeeds and says that nothing was asked", async (t) => {
  const server = await startServer(t);
  const runs = await Promise.all(
    ["1/3", "2/3", "3/3"].map((shard) => runAction({ uris: `${server.origin}/a\n${server.origin}/b`, shard })),
  );
  assert.deepEqual(runs.map(({ code, stderr }) => `${code}${stderr}`), ["0", "0", "0"]); // biome-ignore format: short
  const totals = runs.map(({ outputs }) => Number(outputs["total"]));
  assert.deepEqual(totals.toSorted(), [0, 1, 1]);
  const empty = runs[totals.indexOf(0)];
  const warnings = runs.map(({ log }) => log.filter((line) => line.startsWith("::warning")));
  assert.deepEqual(
    warnings.flat(),
    [`::warning::shard ${totals.indexOf(0) + 1}/3 has nothing to check: there are more parts than URIs (2)`],
    "only the empty one has a warning",
  );
  assert.match(empty?.summary ?? "", /^## ✅ Nothing to check\n\nNo request was made\.$/m);
  assert.deepEqual(
    [empty?.outputs["results"], empty?.outputs["failed-uris"], empty?.outputs["connections"]],
    ["[]", "", "0"],
  );
});

test("a single part is the whole list in its order", async (t) => {
  const servers = await Promise.all([startServer(t), startServer(t)]);
  const uris = [0, 1, 0, 1, 0].map((index, line) => `${servers[index]?.origin}/${line}`);
  const run = await runAction({ uris: uris.join("\n"), shard: "1/1" });
  assert.deepEqual(run.results.map(({ uri }) => uri), uris); // biome-ignore format: short
});

test("bad lines keep their line numbers in their shard, and fail only the step that has them", async (t) => {
  const server = await startServer(t);
  const uris = `${server.origin}/1\n${server.origin}/2\n\n# c\nexample.com\n${server.origin}/3`;
  const runs = await Promise.all(["1/2", "2/2"].map((shard) => runAction({ uris, shard })));
  const [bad] = runs.flatMap(({ results }) => results.filter(({ state }) => state === "ERR"));
  assert.match(bad?.message ?? "", /line 5/);
  assert.deepEqual(runs.map(({ code }) => code).sort(), [0, 1]); // biome-ignore format: short
  assert.equal(server.requests.length, 3);
});
