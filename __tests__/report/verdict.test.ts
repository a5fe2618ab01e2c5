import assert from "node:assert/strict";
import { test } from "node:test";
import { sessionSentence, verdict } from "../../src/report/verdict.ts";
import type { Judgement, Stats } from "../../src/result.ts";
import { findingsOf, type Given } from "../helpers/findings.ts";

const judgements: Readonly<Record<string, Judgement>> = {
  down: { kind: "wrong status", expected: "200" },
  unchecked: { kind: "cancelled", cause: null },
};

/** A list such as `2 up, 1 down`. */
function listOf(words: string): Given[] {
  return words.split(", ").flatMap((part) => {
    const [number, kind = ""] = part.split(" ");
    const judgement = judgements[kind];
    return Array.from({ length: Number(number) }, () => ({
      uri: "https://a.example/",
      ...(judgement === undefined ? {} : { judgement }),
    }));
  });
}

const verdicts: readonly (readonly [list: string, cancelled: boolean, words: string])[] = [
  ["1 up", false, "The URI is up"],
  ["30 up", false, "All 30 URIs are up"],
  ["0 up", false, "Nothing to check"],
  ["1 down", false, "The URI is down"],
  ["8 up, 4 down", false, "4 of 12 URIs are down"],
  ["2 up, 1 down", false, "1 of 3 URIs is down"],
  ["12 down", false, "12 of 12 URIs are down"],
  ["12 up, 1 down, 17 unchecked", true, "Cancelled: 1 of 30 URIs is down, 17 were not checked"],
  ["1 down, 1 unchecked", true, "Cancelled: 1 of 2 URIs is down, 1 was not checked"],
  ["13 up, 17 unchecked", true, "Cancelled: 17 of 30 URIs were not checked"],
  ["1 up, 1 unchecked", true, "Cancelled: 1 of 2 URIs was not checked"],
  ["1 unchecked", true, "Cancelled: the URI was not checked"],
  ["2 up, 2 down", true, "Cancelled: 2 of 4 URIs are down"],
  ["1 down", true, "Cancelled: the URI is down"],
  ["3 up", true, "All 3 URIs are up"],
  ["1 up, 2 unchecked", false, "2 of 3 URIs were not checked"],
];

for (const [list, cancelled, words] of verdicts) {
  test(`the verdict on ${list}${cancelled ? ", cancelled" : ""}: ${words}`, () => {
    const findings = findingsOf(listOf(list), { cancelled });
    assert.equal(verdict(findings, null), words);
    assert.equal(verdict(findings, "gate"), `gate: ${words}`);
  });
}

test("a run in which all is up and that fails all the same is not called up without more", () => {
  assert.equal(
    verdict(findingsOf(listOf("2 up"), { succeeded: false }), null),
    "All 2 URIs are up, but uptimemon itself failed",
  );
});

const sentences: readonly (readonly [stats: Stats, durationMs: number, concurrency: number, words: string])[] = [
  [
    { requests: 14, connections: 4, reused: 8, origins: 3, savedMs: 1100 },
    7000,
    1,
    "14 requests to 3 origins in 7.0 s: 4 opened a connection, 8 used an open one, 2 got none. Reuse saved about 1.1 s.",
  ],
  [
    { requests: 1, connections: 1, reused: 0, origins: 1, savedMs: 0 },
    150,
    1,
    "1 request to 1 origin in 150 ms: 1 opened a connection.",
  ],
  [
    { requests: 2, connections: 0, reused: 0, origins: 2, savedMs: 0 },
    5,
    1,
    "2 requests to 2 origins in 5 ms: 2 got none.",
  ],
  [
    { requests: 3, connections: 1, reused: 2, origins: 1, savedMs: 0.9 },
    61_000,
    1,
    "3 requests to 1 origin in 1 min 1 s: 1 opened a connection, 2 used an open one.",
  ],
  [
    { requests: 3, connections: 1, reused: 2, origins: 1, savedMs: 1 },
    50,
    1,
    "3 requests to 1 origin in 50 ms: 1 opened a connection, 2 used an open one. Reuse saved about 1 ms.",
  ],
  [
    { requests: 9, connections: 3, reused: 6, origins: 1, savedMs: 400 },
    50,
    2,
    "9 requests to 1 origin in 50 ms: 3 opened a connection, 6 used an open one.",
  ],
  [{ requests: 0, connections: 0, reused: 0, origins: 0, savedMs: 0 }, 5, 1, "No request was made."],
];

for (const [stats, durationMs, concurrency, words] of sentences) {
  test(`what the session did: ${words}`, () => {
    assert.equal(sessionSentence({ stats, durationMs, concurrency }), words);
  });
}
