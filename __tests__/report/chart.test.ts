import assert from "node:assert/strict";
import { test } from "node:test";
import { renderTimes } from "../../src/report/times.ts";
import type { Judgement } from "../../src/result.ts";
import { type PageChart, readChart } from "../helpers/chart.ts";
import { checkedOf, type Given } from "../helpers/findings.ts";

/** The chart of these results; null where there is none. */
function chartOf(given: readonly Given[]): PageChart | null {
  const section = renderTimes(given.map(checkedOf));
  const lines = section.split("\n");
  const chart = readChart(lines);
  assert.deepEqual(lines, [""], "nothing but the chart");
  return chart;
}

const noAnswer: Judgement = { kind: "no answer", cause: ["timed out"] };
const wrongStatus: Judgement = { kind: "wrong status", expected: "200" };
const uri = "https://www.example.com/";
const waits = (...times: readonly number[]): Given[] => times.map((time) => ({ uri, ms: [0, time, 0] }));
const ends = (chart: PageChart | null): number[] | undefined => chart?.bars.map(({ endMs }) => endMs);
const times = (chart: PageChart | null): string[] | undefined => chart?.bars.map(({ time }) => time);

test("there is no chart for fewer than three requests, nor for one where nothing took over 100 ms", () => {
  assert.equal(chartOf(waits(500, 500)), null);
  assert.equal(chartOf(waits(100, 100, 100)), null);
  assert.deepEqual(ends(chartOf(waits(100, 100, 101))), [100, 100, 101]);
  assert.equal(chartOf(waits(10, 10, 900)), null, "within the axis, all are fast");
});

test("what was never requested or was cancelled has no bar, and the numbers are those of the list", () => {
  const chart = chartOf([
    { uri, mistake: "not a valid URI" },
    ...waits(200, 200),
    { uri, judgement: { kind: "cancelled", cause: null }, ms: [10, 500, 0] },
    { uri, judgement: noAnswer, ms: [0, 0, 0] },
    ...waits(200),
  ]);
  assert.deepEqual(
    chart?.bars.map(({ number }) => number),
    [2, 3, 6],
  );
});

test("connecting, waiting and receiving follow each other, and a reused connection has no first piece", () => {
  const chart = chartOf([
    { uri, ms: [70.4, 60.2, 10.6] },
    { uri, ms: [0, 22.4, 0.2] },
    { uri, ms: [30, 90, 0] },
  ]);
  assert.deepEqual(
    chart?.bars.map(({ pieces }) => pieces.map(({ phase, to }) => `${phase} to ${to}`)),
    [
      ["connecting to 70", "waiting to 131", "receiving to 141"],
      ["waiting to 22", "receiving to 23"],
      ["connecting to 30", "waiting to 120"],
    ],
  );
  assert.deepEqual(times(chart), ["141 ms", "23 ms", "120 ms"]);
});

test("time that no phase accounts for goes to the phase after the last one that was measured", () => {
  const chart = chartOf([
    { uri, ms: [40, 60, 0], durationMs: 130 },
    { uri, ms: [40, 0, 0], durationMs: 130 },
    ...waits(120),
  ]);
  assert.deepEqual(
    chart?.bars[0]?.pieces.map(({ phase, to }) => [phase, to]),
    [
      ["connecting", 40],
      ["waiting", 100],
      ["receiving", 130],
    ],
  );
  assert.deepEqual(
    chart?.bars[1]?.pieces.map(({ phase, to }) => [phase, to]),
    [
      ["connecting", 40],
      ["waiting", 130],
    ],
  );
});

test("a request under a millisecond has a bar of one, drawn as waiting", () => {
  const chart = chartOf([{ uri, ms: [0.2, 0.1, 0.1] }, ...waits(150, 150)]);
  assert.deepEqual(chart?.bars[0]?.pieces, [{ phase: "waiting", from: 0, to: 1 }]);
  assert.equal(chart?.bars[0]?.time, "<1 ms");
});

test("what is down is red behind the connection, or as a whole where none was made", () => {
  const chart = chartOf([
    { uri, judgement: wrongStatus, status: 500, ms: [60, 70, 5] },
    { uri, judgement: noAnswer, ms: [130, 0, 0] },
    { uri, judgement: wrongStatus, status: 500, ms: [149.7, 0.2, 0] },
    { uri, judgement: wrongStatus, status: 500, ms: [0, 0.1, 0] },
  ]);
  assert.deepEqual(
    chart?.bars.map(({ pieces }) => pieces.map(({ phase, to }) => `${phase} to ${to}`)),
    [["connecting to 60", "down to 135"], ["down to 130"], ["connecting to 149", "down to 150"], ["down to 1"]],
  );
  assert.deepEqual(times(chart), ["❌ 135 ms", "❌ 130 ms", "❌ 150 ms", "❌ <1 ms"]);
});

test("the axis ends at the slowest answer, and a request without one is cut there", () => {
  const chart = chartOf([...waits(120, 200), { uri, judgement: noAnswer, ms: [0, 10_000, 0] }]);
  assert.deepEqual(
    [ends(chart), times(chart)],
    [
      [120, 200, 200],
      ["120 ms", "200 ms", "❌ → 10.0 s"],
    ],
  );
});

test("an answer that took over six times the second slowest is cut like one that never came", () => {
  const cut = chartOf(waits(120, 721, 110));
  assert.deepEqual(
    [ends(cut), times(cut)],
    [
      [120, 120, 110],
      ["120 ms", "→ 721 ms", "110 ms"],
    ],
  );
  assert.deepEqual(ends(chartOf(waits(120, 720, 110))), [120, 720, 110]);
  assert.deepEqual(ends(chartOf(waits(2000, 2000, 110))), [2000, 2000, 110]);
});

test("without any answer the axis ends at the slowest request", () => {
  const given = [3000, 1000, 2000].map((time): Given => ({ uri, judgement: noAnswer, ms: [0, time, 0] }));
  assert.deepEqual(ends(chartOf(given)), [3000, 1000, 2000]);
});

test("from five seconds on the axis counts seconds, in ticks of 1, 2 or 5", () => {
  const ticks = [101, 400, 401, 4999, 5000, 8001, 45_000, 170_000].map((time) => {
    const chart = chartOf(waits(time, time, 1));
    return `${chart?.tickMs} ${chart?.unit}`;
  });
  assert.deepEqual(ticks, ["20 ms", "50 ms", "100 ms", "1000 ms", "1000 s", "2000 s", "10000 s", "50000 s"]);
});

test("30 requests stand in list order, of 31 the 20 slowest answers, slowest first", () => {
  const slow = Array.from({ length: 31 }, (_, index) => 100 + ((index * 7) % 31));
  const all = chartOf(waits(...slow.slice(0, 30)));
  assert.deepEqual([all?.title, all?.bars.length], ["### Where the time went", 30]);
  assert.deepEqual(
    all?.bars.map(({ number }) => number),
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
  const slowest = chartOf([...waits(...slow), { uri, judgement: noAnswer, ms: [0, 9999, 0] }]);
  assert.equal(slowest?.title, "### Where the time went, for the 20 slowest answers");
  assert.deepEqual(
    ends(slowest),
    Array.from({ length: 20 }, (_, index) => 130 - index),
  );
});

test("where none of many was answered, the slowest requests have a bar", () => {
  const given = Array.from(
    { length: 40 },
    (_, index): Given => ({ uri, judgement: noAnswer, ms: [0, 1000 + index, 0] }),
  );
  assert.equal(chartOf(given)?.title, "### Where the time went, for the 20 slowest requests");
});

test("a label is number and path, with the host in front where the list has several hosts or ports", () => {
  const addressesOf = (uris: readonly string[]): string[] | undefined =>
    chartOf(uris.map((one) => ({ uri: one, ms: [0, 200, 0] })))?.bars.map(({ address }) => address);
  assert.deepEqual(addressesOf([uri, `${uri}a?token=b#c`, `${uri}a`]), ["/", "/a", "/a"]);
  assert.deepEqual(addressesOf([uri, `${uri}a?b`, "https://www.example.com:8443/"]), [
    "www.example.com",
    "www.example.com/a",
    "www.example.com:8443",
  ]);
  const withMistake: Given[] = [...waits(200, 200, 200), { uri: "http://other.example", mistake: "not a valid URI" }];
  assert.deepEqual(
    chartOf(withMistake)?.bars.map(({ address }) => address),
    ["/", "/", "/"],
  );
});

test("the paddings hold the longest label and the longest time", () => {
  const chart = chartOf([...waits(200, 200), { uri: `${uri}abcdefghi`, judgement: noAnswer, ms: [0, 99_000, 0] }]);
  // "3 · /abcdefghi" and "❌ → 1 min 39 s", the cross as wide as two characters.
  assert.deepEqual([chart?.leftPx, chart?.rightPx], [Math.round(24 + 6.6 * 14), Math.round(30 + 6.6 * 15 + 116 / 2)]);
  const longest = chartOf(
    Array.from({ length: 3 }, () => ({ uri: `${uri}${"long/".repeat(20)}`, ms: [0, 200, 0] as const })),
  );
  assert.ok((longest?.leftPx ?? 301) <= 300);
});

test("the legend says what the chart has, and nothing else", () => {
  assert.deepEqual(chartOf(waits(200, 200, 200))?.legend, ["🟦\u00a0waiting"]);
});
