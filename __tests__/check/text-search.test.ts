import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { resultLines, runAction } from "../helpers/action.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer } from "../helpers/server.ts";

const mebibyte = 1024 * 1024;

interface Case {
  readonly name: string;
  readonly text: string;
  /** The body, in the chunks in which it is sent. */
  readonly pieces: readonly (string | Buffer)[];
  readonly type?: string;
  readonly found: boolean;
}

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const eAcute = Buffer.from("é");
const emoji = Buffer.from("😀");

const cases: readonly Case[] = [
  { name: "in one piece", text: "up and running", pieces: ["we are up and running"], found: true },
  { name: "not there", text: "up and running", pieces: ["we are up, and running"], found: false },
  { name: "in another case", text: "Running", pieces: ["running"], found: false },
  { name: "more words, with a hash", text: "a  b # c", pieces: ["x a  b # c"], found: true },
  { name: "over two pieces", text: "version 12", pieces: ["vers", "ion 12"], found: true },
  { name: "over many pieces", text: "abcdef", pieces: [..."xxabcdefxx"], found: true },
  { name: "over two pieces, after a false start", text: "aab", pieces: ["aa", "ab"], found: true },
  { name: "its two halves apart", text: "abcd", pieces: ["ab", "x", "cd"], found: false },
  { name: "one character in the last piece", text: "z", pieces: ["abc", "z"], found: true },
  {
    name: "a character split between pieces",
    text: "café ok",
    pieces: ["caf", eAcute.subarray(0, 1), eAcute.subarray(1), " ok"],
    found: true,
  },
  {
    name: "four bytes of a character in four pieces",
    text: "a😀b",
    pieces: ["a", ...[0, 1, 2, 3].map((i) => emoji.subarray(i, i + 1)), "b"],
    found: true,
  },
  { name: "after a byte order mark", text: "ok", pieces: ["\ufeffok"], found: true },
  { name: "after bytes that are no UTF-8", text: "ok", pieces: [Buffer.from([0xff, 0xc3]), "ok"], found: true },
  {
    name: "latin1 by its charset",
    text: "Überall grün",
    pieces: [latin1("Überall "), latin1("grün")],
    type: "text/html; charset=iso-8859-1",
    found: true,
  },
  {
    name: "windows-1252 by its charset, quoted",
    text: "€ 5 „ja“",
    pieces: [Buffer.from([0x80, 0x20, 0x35, 0x20, 0x84, 0x6a, 0x61, 0x93])],
    type: 'text/html;charset="Windows-1252"',
    found: true,
  },
  {
    name: "utf-16le by its charset, split inside a unit",
    text: "grün",
    pieces: [utf16("grün").subarray(0, 3), utf16("grün").subarray(3)],
    type: "text/plain; charset=utf-16le",
    found: true,
  },
  {
    name: "utf-8 by its charset, among other parameters",
    text: "grün",
    pieces: ["grün"],
    type: "text/html; boundary=x; charset=UTF-8",
    found: true,
  },
  {
    name: "utf-16le by its byte order mark, split inside a unit",
    text: "grün",
    pieces: [utf16("\ufeffgrün").subarray(0, 5), utf16("grün").subarray(3)],
    found: true,
  },
  {
    name: "utf-16be by its byte order mark, which wins over the charset",
    text: "grün",
    pieces: [utf16("\ufeffgrün").swap16()],
    type: "text/plain; charset=utf-8",
    found: true,
  },
  { name: "utf-16le without a byte order mark", text: "grün", pieces: [utf16("grün")], found: false },
  { name: "latin1 without a charset", text: "grün", pieces: [latin1("grün")], found: false },
  {
    name: "plain letters under an unknown charset",
    text: "ok",
    pieces: ["ok"],
    type: "text/html; charset=klingon",
    found: true,
  },
  { name: "an empty charset", text: "grün", pieces: ["grün"], type: "text/html; charset=", found: true },
  { name: "ending with the first MiB", text: "the-end", pieces: [`${"x".repeat(mebibyte - 7)}the-end`], found: true },
  {
    name: "ending with the first MiB of more",
    text: "the-end",
    pieces: [`${"x".repeat(mebibyte - 7)}the-end`, "more"],
    found: true,
  },
  {
    name: "ending with the first MiB of more, in one piece",
    text: "the-end",
    pieces: [`${"x".repeat(mebibyte - 7)}the-endmore`],
    found: true,
  },
  {
    name: "one byte over the first MiB",
    text: "the-end",
    pieces: [`${"x".repeat(mebibyte - 6)}the-end`],
    found: false,
  },
  { name: "behind the first MiB", text: "the-end", pieces: ["x".repeat(mebibyte), "the-end"], found: false },
  {
    name: "a character cut by the end of the first MiB",
    text: "é",
    pieces: [Buffer.concat([Buffer.alloc(mebibyte - 1, "x"), eAcute])],
    found: false,
  },
  { name: "an empty body", text: "ok", pieces: [], found: false },
];

/** Each piece is a chunk of its own, and so are the reads of it, however TCP divides the bytes. */
function send(answer: ServerResponse, { pieces, type }: Case): void {
  if (type !== undefined) answer.setHeader("Content-Type", type);
  for (const piece of pieces) answer.write(piece);
  answer.end();
}

test("the text is found wherever it is in the first MiB of the body, in the charset that the page declares", async (t) => {
  const server = await startServer(t, (request, answer) => {
    const wanted = cases[Number(request.url?.slice(1))];
    if (wanted) send(answer, wanted);
  });
  const run = await runAction({
    uris: cases.map(({ text }, index) => `${server.origin}/${index} 200 ${text}`).join("\n"),
  });
  assert.deepEqual(
    run.results.map(({ status, state }, index) => ({ name: cases[index]?.name, status, state })),
    cases.map(({ name, found }) => ({ name, status: 200, state: found ? "OK" : "NOK" })),
  );
  assert.deepEqual(
    resultLines(run),
    cases.map(({ found }, index) =>
      found ? `[OK] ${server.origin}/${index}` : `[NOK] ${server.origin}/${index}: 200, text not found`,
    ),
  );
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  assertCounted(run, tallyOf(server));
});

test("a text is asked for uncompressed, and found in a compressed body all the same", async (t) => {
  const server = await startServer(t, (_, answer) => {
    answer.setHeader("Content-Encoding", "gzip");
    answer.end(gzipSync("the text is in here"));
  });
  const run = await runAction({ uris: `${server.origin}/1 200 the text\n${server.origin}/2` });
  assert.deepEqual(resultLines(run), [`[OK] ${server.origin}/1`, `[OK] ${server.origin}/2`]);
  assert.deepEqual(
    server.requests.map(({ headers }) => headers["accept-encoding"]),
    ["identity", undefined],
  );
});

test("a text is still asked for uncompressed behind a redirect to another origin", async (t) => {
  const last = await startServer(t);
  const first = await startServer(t, (_, answer) => answer.writeHead(302, { Location: `${last.origin}/` }).end());
  const run = await runAction({ uris: `${first.origin}/ 200 ok` });
  assert.equal(run.code, 0);
  assert.deepEqual(
    [...first.requests, ...last.requests].map(({ headers }) => headers["accept-encoding"]),
    ["identity", "identity"],
  );
});

test("the text has to be in the page where a redirect ends, not on the way", async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url === "/end") answer.end("nothing here");
    else answer.writeHead(302, { Location: "/end" }).end("the text");
  });
  const run = await runAction({ uris: `${server.origin}/start 200 the text\n${server.origin}/start 302 the text` });
  assert.deepEqual(resultLines(run), [
    `[NOK] ${server.origin}/start: 200, text not found`,
    `[OK] ${server.origin}/start`,
  ]);
});

test("a wrong status is the verdict, whether the text is there or not", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(503).end("the text"));
  const run = await runAction({ uris: `${server.origin}/1 200 the text\n${server.origin}/2 200 other` });
  assert.deepEqual(resultLines(run), [`[NOK] ${server.origin}/1: 503`, `[NOK] ${server.origin}/2: 503`]);
});
