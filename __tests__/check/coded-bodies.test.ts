import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { messages, runAction } from "../helpers/action.ts";
import { hostileBodies } from "../helpers/hostile.ts";
import { observe } from "../helpers/observe.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer } from "../helpers/server.ts";

const mebibyte = 1024 * 1024;
const page = `<p>the needle</p>${"x".repeat(5000)}`;

interface Case {
  readonly coding: string;
  readonly body: Buffer | string;
  /** Of a line that wants `the needle`, and of one that wants it absent. */
  readonly wanted: "OK" | RegExp;
  readonly unwanted: "OK" | RegExp;
}

const found = { wanted: "OK", unwanted: /^NOK 200 .*unwanted text found$/ } as const;
const absent = { wanted: /^NOK 200 .*text not found$/, unwanted: "OK" } as const;
const unsearched = (why: string): Pick<Case, "wanted" | "unwanted"> => ({
  wanted: new RegExp(`^NOK 200 .*text not found: ${why}`),
  unwanted: new RegExp(`^NOK 200 .*unwanted text not ruled out: ${why}`),
});
const invalid = (coding: string): Pick<Case, "wanted" | "unwanted"> => ({
  wanted: new RegExp(`^ERR .*not valid ${coding}`),
  unwanted: new RegExp(`^ERR .*not valid ${coding}`),
});

const cases: Readonly<Record<string, Case>> = {
  gzip: { coding: "gzip", body: gzipSync(page), ...found },
  "x-gzip": { coding: "X-GZip", body: gzipSync(page), ...found },
  deflate: { coding: "deflate", body: deflateSync(page), ...found },
  "raw deflate": { coding: "deflate", body: deflateRawSync(page), ...found },
  br: { coding: "br", body: brotliCompressSync(page), ...found },
  "gzip in br": { coding: "gzip, br", body: brotliCompressSync(gzipSync(page)), ...found },
  "gzip without the text": { coding: "gzip", body: gzipSync("x"), ...absent },
  "gzip of nothing": { coding: "gzip", body: gzipSync(""), ...absent },
  "an empty body": { coding: "gzip", body: "", ...absent },
  "an empty body in zstd": { coding: "zstd", body: "", ...absent },
  "text that says it is gzip": { coding: "gzip", body: page, ...invalid("gzip") },
  "text that says it is br": { coding: "br", body: page, ...invalid("br") },
  "gzip that says it is deflate": { coding: "deflate", body: gzipSync(page), ...invalid("deflate") },
  "gzip that is cut": { coding: "gzip", body: gzipSync(page).subarray(0, -1), ...invalid("gzip") },
  "gzip with a wrong checksum": {
    coding: "gzip",
    body: Buffer.concat([gzipSync(page).subarray(0, -8), Buffer.alloc(8)]),
    ...invalid("gzip"),
  },
  "br that is cut": { coding: "br", body: brotliCompressSync(page).subarray(0, -1), ...invalid("br") },
  zstd: {
    coding: "zstd",
    body: Buffer.from("28b52ffd00580100786162", "hex"),
    ...unsearched("the body is coded in zstd"),
  },
  "an unknown coding": { coding: "::error::", body: page, ...unsearched("the body has an unknown content coding") },
  "six codings": {
    coding: "gzip,gzip,gzip,gzip,gzip,gzip",
    body: "x",
    ...unsearched("the body has more than 5 content codings"),
  },
  "the text at the end of the first MiB": {
    coding: "gzip",
    body: gzipSync(`${"x".repeat(mebibyte - 10)}the needle and more`),
    ...found,
  },
  "the text behind the first MiB": {
    coding: "gzip",
    body: gzipSync(`${"x".repeat(mebibyte)}the needle`),
    ...unsearched("only the first MiB was searched"),
  },
  "the text within 1 MiB of much more": {
    coding: "br",
    body: brotliCompressSync(`the needle${"x".repeat(20 * mebibyte)}`),
    ...found,
  },
};

test("a text is looked for in a coded body, within 1 MiB of decoded text, and the connection is used again", async (t) => {
  const all = Object.values(cases);
  const server = await startServer(t, ({ url = "" }, answer) => {
    const { coding = "", body = "" } = all[Number(url.split("/")[1])] ?? {};
    answer.setHeader("Content-Encoding", coding);
    answer.end(body);
  });
  const run = await runAction({
    uris: all
      .map(
        (_, index) =>
          `${server.origin}/${index} 200 the needle\n${server.origin}/${index} 200 !the needle\n${server.origin}/${index}`,
      )
      .join("\n"),
  });
  const said = run.results.map(({ state, message }) => `${state} ${message}`.trimEnd());
  for (const [index, [name, { wanted, unwanted }]] of Object.entries(cases).entries()) {
    const [first = "", second = "", third] = said.slice(3 * index, 3 * index + 3);
    assert.match(first, wanted === "OK" ? /^OK$/ : wanted, name);
    assert.match(second, unwanted === "OK" ? /^OK$/ : unwanted, name);
    // Without a text nothing is decoded.
    assert.equal(third, "OK", name);
  }
  assert.deepEqual([run.code, run.stderr, server.connections], [1, "", 1]);
  assertCounted(run, tallyOf(server));
});

test("a coded body that unpacks without end is searched in bounded time and memory, and the next line is checked", async (t) => {
  const bombs = Object.values(hostileBodies).filter(({ coding }) => coding !== "");
  const server = await startServer(t, ({ url = "" }, answer) => {
    const bomb = bombs[Number(url.slice(1))];
    if (bomb === undefined) answer.end("ok");
    else {
      answer.setHeader("Content-Encoding", bomb.coding);
      pipeline(Readable.from(bomb.chunks()), answer).catch(() => {});
    }
  });
  const { setting, read } = observe(t);
  const lines = bombs.map((_, index) => `${server.origin}/${index} 200 !needle`);
  const run = await runAction({ uris: [...lines, `${server.origin}/next 200 ok`].join("\n") }, setting);
  const said = messages(run);
  assert.equal(said.pop(), "");
  for (const message of said) assert.match(message, /only the first MiB was searched/);
  const { peakMebibytes } = read();
  t.diagnostic(`${Math.round(run.ms)} ms, ${Math.round(peakMebibytes)} MiB`);
  assert.ok(peakMebibytes < 200, `${peakMebibytes} MiB`);
  assert.ok(run.ms < 20_000, `${run.ms} ms`);
});

test("an Accept-Encoding in headers is sent, and what comes of it is decoded", async (t) => {
  const server = await startServer(t, ({ headers }, answer) => {
    const isGzip = headers["accept-encoding"] === "gzip";
    if (isGzip) answer.setHeader("Content-Encoding", "gzip");
    answer.end(isGzip ? gzipSync(page) : "plain");
  });
  const uris = `${server.origin}/ 200 the needle`;
  const run = await runAction({ uris, headers: "Accept-Encoding: gzip" });
  assert.equal(run.code, 0, messages(run).join());
});
