import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { messages, type Run, resultLines, runAction } from "../helpers/action.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer } from "../helpers/server.ts";

const mebibyte = 1024 * 1024;

function states({ results }: Run): string[] {
  return results.map(({ state, status }) => `${state} ${status}`);
}

test("a page without the unwanted text is up, and a page with it says so", async (t) => {
  const server = await startServer(t, ({ url }, answer) =>
    answer.end(url === "/bad" ? "Fatal error: x" : "Fatal Error"),
  );
  const run = await runAction({
    uris: `${server.origin}/good 200 !Fatal error\n${server.origin}/bad 200 ! Fatal error\n${server.origin}/good 200 !!`,
  });
  assert.deepEqual(resultLines(run), [
    `[OK] ${server.origin}/good`,
    `[NOK] ${server.origin}/bad: 200, unwanted text found`,
    `[OK] ${server.origin}/good`,
  ]);
  assert.match(run.log.find((line) => line.startsWith("[NOK]")) ?? "", /"Fatal error"/);
  assert.match(messages(run)[1] ?? "", /^200 .*unwanted text found$/);
  assert.deepEqual([run.code, run.outputs["failed-uris"]], [1, `${server.origin}/bad`]);
  assertCounted(run, tallyOf(server));
});

/** A body in the pieces in which it is sent, and whether "error" is proven to be absent. */
const bodies: readonly (readonly [name: string, pieces: readonly (string | Buffer)[], state: "OK" | "NOK"])[] = [
  ["an empty body", [], "OK"],
  ["over two pieces", ["er", "ror"], "NOK"],
  ["at the end of the first MiB", [`${"x".repeat(mebibyte - 5)}error`], "NOK"],
  ["a body of exactly 1 MiB", ["x".repeat(mebibyte)], "OK"],
  ["one byte more", ["x".repeat(mebibyte), "x"], "NOK"],
  ["behind the first MiB", ["x".repeat(mebibyte), "error"], "NOK"],
  ["in UTF-16 with a byte order mark", [Buffer.from("\ufeffan error", "utf16le")], "NOK"],
];

test("only a whole body proves that a text is absent: over 1 MiB it is NOK, and says how much was searched", async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) => {
    for (const piece of bodies[Number(url.slice(1))]?.[1] ?? []) answer.write(piece);
    answer.end();
  });
  const run = await runAction({ uris: bodies.map((_, index) => `${server.origin}/${index} 200 !error`).join("\n") });
  assert.deepEqual(
    run.results.map(({ state }, index) => [bodies[index]?.[0], state]),
    bodies.map(([name, , state]) => [name, state]),
  );
  const unproven = messages(run).filter((message) => message.includes("only the first MiB was searched"));
  assert.deepEqual(unproven, [messages(run)[4], messages(run)[5]]);
  for (const message of unproven) assert.match(message, /unwanted text not ruled out/);
});

test("a wrong status, a cut body and a page on the way say nothing of the text", async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    if (url === "/moved") answer.writeHead(302, { Location: "/end" }).end("error");
    else if (url === "/500") answer.writeHead(500).end("error");
    else if (url === "/cut") answer.writeHead(200, { "Content-Length": 99 }).write("error", () => answer.destroy());
    else answer.end("fine");
  });
  const { origin } = server;
  const run = await runAction({
    uris: `${origin}/moved 200 !error\n${origin}/moved 302 !error\n${origin}/500 200 !error\n${origin}/cut 200 !error`,
  });
  assert.deepEqual(states(run), ["OK 200", "NOK 302", "NOK 500", "ERR null"]);
  assert.doesNotMatch(messages(run)[2] ?? "", /text/);
  assert.match(messages(run)[3] ?? "", /closed in the middle of the body/);
});

test("a page that is rid of the text in a later round is up", async (t) => {
  const server = await startServer(t, (_, answer) => {
    answer.setHeader("Content-Encoding", "gzip");
    answer.end(gzipSync(server.requests.length < 3 ? "starting" : "started"));
  });
  const run = await runAction({ uris: `${server.origin}/ 200 !starting`, "retry-for": "1m", "retry-delay": "10ms" });
  assert.deepEqual([run.code, run.results[0]?.attempts], [0, 3]);
});
