import assert from "node:assert/strict";
import type { RequestListener, ServerResponse } from "node:http";
import { test } from "node:test";
import { runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

/** Refuses the first request of each path as `refuse` says, and notes when requests came, by path. */
function refusing(refuse: (path: string, answer: ServerResponse) => void): {
  times: Map<string, number[]>;
  handler: RequestListener;
} {
  const times = new Map<string, number[]>();
  const handler: RequestListener = ({ url = "" }, answer) => {
    const seen = times.get(url) ?? [];
    times.set(url, [...seen, Date.now()]);
    if (seen.length === 0) refuse(url, answer);
    else answer.end("ok");
  };
  return { times, handler };
}

test("a 429 or 503 with Retry-After in seconds is not asked before, while others are", async (t) => {
  const { times, handler } = refusing((path, answer) =>
    answer.writeHead(Number(path.slice(1)), path === "/502" ? {} : { "Retry-After": "1" }).end(),
  );
  const server = await startServer(t, handler);
  const run = await runAction({
    uris: ["/429", "/502", "/503", "/500"].map((path) => server.origin + path).join("\n"),
    "retry-for": "1m",
    "retry-delay": "100ms",
  });
  assert.equal(run.code, 0);
  assert.deepEqual(run.results.map(({ state, attempts }) => `${state} ${attempts}`), Array(4).fill("OK 2")); // biome-ignore format: short
  const gap = (path: string): number => (times.get(path)?.[1] ?? 0) - (times.get(path)?.[0] ?? 0);
  for (const path of ["/429", "/503"]) assert.ok(gap(path) >= 990, `${path} after ${gap(path)} ms`);
  const again = (path: string): number => times.get(path)?.[1] ?? Number.NaN;
  for (const path of ["/500", "/502"]) assert.ok(again(path) < again("/429"), `${path} is not held up`);
});

test("a Retry-After that is a date is waited for", async (t) => {
  const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000);
  const { times, handler } = refusing((_, answer) =>
    answer.writeHead(503, { "Retry-After": until.toUTCString() }).end(),
  );
  const server = await startServer(t, handler);
  const run = await runAction({ uris: server.origin, "retry-for": "1m", "retry-delay": "50ms" });
  assert.deepEqual([run.code, server.requests.length], [0, 2]);
  assert.ok((times.get("/")?.[1] ?? 0) >= until.getTime());
});

test("a Retry-After is in GMT in all forms of a date, wherever the runner is", async (t) => {
  const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000);
  const [, weekday = "", day = "", month = "", year = "", time = ""] =
    /^(...), (..) (...) (....) (\S+) GMT$/.exec(until.toUTCString()) ?? [];
  const fullWeekday = until.toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
  const forms: Readonly<Record<string, string>> = {
    "/imf-fixdate": until.toUTCString(),
    "/rfc850": `${fullWeekday}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
    "/asctime": `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} ${year}`,
  };
  const { times, handler } = refusing((path, answer) =>
    answer.writeHead(503, { "Retry-After": forms[path] ?? "" }).end(),
  );
  const server = await startServer(t, handler);
  const uris = Object.keys(forms).map((path) => server.origin + path);
  const run = await runAction(
    { uris: uris.join("\n"), "retry-for": "1m", "retry-delay": "50ms" },
    { env: { TZ: "America/New_York" } },
  );
  assert.equal(run.code, 0);
  for (const path of Object.keys(forms)) {
    const again = times.get(path)?.[1] ?? 0;
    assert.ok(
      again >= until.getTime() && again < until.getTime() + 3000,
      `${path} ${again - until.getTime()} ms after`,
    );
  }
});

test("a Retry-After beyond the deadline binds nobody", { timeout: 30_000 }, async (t) => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  const { handler } = refusing((path, answer) =>
    answer.writeHead(503, { "Retry-After": path === "/date" ? date : "3600" }).end(),
  );
  const server = await startServer(t, handler);
  const run = await runAction({
    uris: `${server.origin}/date\n${server.origin}/seconds`,
    "retry-for": "5s",
    "retry-delay": "50ms",
  });
  assert.deepEqual([run.code, server.requests.length], [0, 4]);
});

/** Values that say nothing, or nothing that can be waited for: the round comes after retry-delay. */
const nonsense = [
  "",
  "soon",
  "-5",
  "1.5",
  "1e3",
  "0",
  "00",
  "9".repeat(400),
  "99999999999999999999",
  "Fri, 31 Dec 1999 23:59:59 GMT",
  "2 seconds",
  "\u00ff<b>",
  "1, 2",
  "NaN",
  "Infinity",
];

test("a Retry-After that makes no sense changes nothing", { timeout: 30_000 }, async (t) => {
  const { handler } = refusing((path, answer) =>
    answer.writeHead(429, { "Retry-After": nonsense[Number(path.slice(1))] ?? "" }).end(),
  );
  const server = await startServer(t, handler);
  const run = await runAction({
    uris: nonsense.map((_, index) => `${server.origin}/${index}`).join("\n"),
    "retry-for": "20s",
    "retry-delay": "50ms",
  });
  assert.deepEqual([run.code, run.stderr], [0, ""]);
  assert.deepEqual(run.results.map(({ attempts }) => attempts), nonsense.map(() => 2)); // biome-ignore format: short
});

test("one that asks for patience until after the last round is asked no more, and its last line says so", {
  timeout: 30_000,
}, async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    const isFirst = server.requests.filter((request) => request.url === url).length === 1;
    if (url === "/patience") return answer.writeHead(503, { "Retry-After": "1" }).end();
    // Its second attempt ends after the deadline, so that no later round can begin.
    setTimeout(() => answer.writeHead(500).end(), isFirst ? 0 : 1500);
  });
  const run = await runAction({
    uris: `${server.origin}/patience\n${server.origin}/slow`,
    "retry-for": "1200ms",
    "retry-delay": "100ms",
  });
  assert.deepEqual(run.results.map(({ state, attempts }) => `${state} ${attempts}`), ["NOK 1", "NOK 2"]); // biome-ignore format: short
  const lines = run.log.filter((line) => line.startsWith("[") && line.includes("/patience"));
  assert.match(lines[0] ?? "", /will retry/);
  assert.equal(lines.length, 1);
  assert.ok(run.log.some((line) => line.endsWith("/patience: not retried: retry-for is over")));
});
