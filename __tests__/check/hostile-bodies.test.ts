import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { resultLines, runAction, startAction } from "../helpers/action.ts";
import { hostileBodies } from "../helpers/hostile.ts";
import { startServer } from "../helpers/server.ts";

const program = fileURLToPath(new URL("../helpers/read-hostile.ts", import.meta.url));

interface Reading {
  readonly found: object | null;
  readonly ms: number;
  /** The most memory that the process ever took; about 75 with nothing to do. */
  readonly mebibytes: number;
}

async function read(reader: "sitemap" | "search" | "given up", name: string): Promise<Reading> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, reader, name], { timeout: 60_000 });
  return JSON.parse(stdout) as Reading;
}

function assertBounded(name: string, { ms, mebibytes }: Reading): void {
  assert.ok(mebibytes < 220, `${name}: ${mebibytes} MiB`);
  assert.ok(ms < 20_000, `${name}: ${ms} ms`);
}

const xml = (reason: string): readonly unknown[] => ["broken XML in line 1: ", { foreign: reason }];
const noTag = xml("over 1 MiB without a tag");
const notClosed = xml("unclosed tag: urlset, or a lone & behind it");

/** What a sitemap comes to that is one of these. */
const problems: Readonly<Record<string, readonly unknown[]>> = {
  "10 GiB of spaces in gzip": ["over 50 MiB"],
  "10 GiB of zeros in gzip": ["not XML"],
  "10 GiB of spaces in gzip in gzip": ["over 50 MiB"],
  "64 MiB in br, five times": ["over 50 MiB"],
  "blocks of nothing": ["over 50 MiB"],
  "blocks of nothing in gzip": ["over 50 MiB"],
  "an entity bomb": xml("undefined entity"),
  "a long DTD": noTag,
  "a million nested elements": xml("elements nested deeper than 100"),
  "a million attributes": xml("too many attributes"),
  "attributes in a long namespace": xml("the name of a namespace is too long"),
  "attributes in a namespace": notClosed,
  "a long attribute": noTag,
  "a long name": noTag,
  "a long text": noTag,
  "a long <loc>": noTag,
  "a long entity": noTag,
  "a long comment": noTag,
  "a long CDATA": noTag,
  "a long instruction": noTag,
  "many comments": noTag,
  "many elements": notClosed,
  "white space only": ["over 50 MiB"],
};

test("a hostile sitemap is broken, in bounded time and memory", async () => {
  assert.deepEqual(Object.keys(problems), Object.keys(hostileBodies));
  for (const [name, problem] of Object.entries(problems)) {
    const reading = await read("sitemap", name);
    assert.deepEqual({ name, ...reading.found }, { name, kind: "broken", problem });
    assertBounded(name, reading);
  }
});

test("the first MiB of a body that unpacks without end is searched in bounded time and memory", async () => {
  for (const [name, { coding }] of Object.entries(hostileBodies)) {
    if (coding === "") continue;
    const reading = await read("search", name);
    assert.deepEqual(
      { name, ...reading.found },
      { name, kind: "unproven", obstacle: "only the first MiB was searched" },
    );
    assertBounded(name, reading);
  }
});

test("a reader that is given up keeps no process alive", async () => {
  const reading = await read("given up", "10 GiB of spaces in gzip");
  assert.equal(reading.found, null);
});

test("a sitemap that takes long to read is an error at its deadline, and is given up when the run is cancelled", {
  timeout: 60_000,
}, async (t) => {
  // 20 kB that unpack to 20 MiB of tags.
  const packed = gzipSync(`<urlset>${"<b/>".repeat(5_000_000)}`);
  const server = await startServer(t, (_, answer) => answer.end(packed));
  const late = await runAction({ uris: `sitemap ${server.origin}/`, timeout: "200ms" });
  assert.deepEqual(resultLines(late), [`[ERR] ${server.origin}/: timed out after 200 ms reading the body (ETIMEDOUT)`]);
  const uris = Array.from({ length: 20 }, (_, index) => `sitemap ${server.origin}/${index}`).join("\n");
  const step = startAction({ uris, concurrency: "20", timeout: "60s" });
  await server.until(() => server.requests.length === 21);
  step.child.kill("SIGTERM");
  const cancelledAt = performance.now();
  const run = await step.finished;
  assert.ok(performance.now() - cancelledAt < 2000, "it is gone within 2 s");
  assert.deepEqual([run.code, run.stderr, run.results.length], [1, "", 20]);
  for (const { message } of run.results) assert.match(message, /^(cancelled while |not checked \(cancelled\))/);
});
