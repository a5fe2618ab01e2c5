import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { Search, type Verdict } from "../../src/check/search.ts";

const mebibyte = 1024 * 1024;
const proven: Verdict = { kind: "proven" };
const unproven: Verdict = { kind: "unproven", obstacle: null };
const firstMebibyte: Verdict = { kind: "unproven", obstacle: "only the first MiB was searched" };
const undecodable = (coding: string): Verdict => ({ kind: "undecodable", coding });
const obstacle = (words: string): Verdict => ({ kind: "unproven", obstacle: words });

interface Case {
  readonly name: string;
  readonly headers?: IncomingHttpHeaders;
  /** The body in its chunks. */
  readonly body: readonly (string | Buffer)[];
  /** `!` in front: the text is not wanted. */
  readonly text: string;
  readonly verdict: Verdict;
}

async function search({ headers = {}, body, text }: Case): Promise<Verdict> {
  const unwanted = text.startsWith("!");
  const reader = new Search({ text: unwanted ? text.slice(1) : text, unwanted }, headers);
  for (const chunk of body) await reader.read(Buffer.from(chunk));
  return reader.end();
}

async function assertVerdicts(cases: readonly Case[]): Promise<void> {
  const verdicts = await Promise.all(cases.map(search));
  assert.deepEqual(
    cases.map(({ name }, index) => ({ name, verdict: verdicts[index] })),
    cases.map(({ name, verdict }) => ({ name, verdict })),
  );
}

const coded = (coding: string): IncomingHttpHeaders => ({ "content-encoding": coding });
const typed = (type: string): IncomingHttpHeaders => ({ "content-type": type });
const bytes = (body: Buffer): Buffer[] => [...body].map((byte) => Buffer.from([byte]));
// Does not shrink in any coding.
const noise = randomBytes;

test("an unwanted text is proven absent only by the whole body", async () => {
  await assertVerdicts([
    { name: "absent", body: ["all is ", "well"], text: "!error", verdict: proven },
    { name: "present", body: ["an er", "ror"], text: "!error", verdict: unproven },
    { name: "in another case", body: ["Error"], text: "!error", verdict: proven },
    { name: "an empty body", body: [], text: "!error", verdict: proven },
    { name: "a body of 1 MiB", body: ["x".repeat(mebibyte)], text: "!error", verdict: proven },
    { name: "one byte more", body: ["x".repeat(mebibyte), "x"], text: "!error", verdict: firstMebibyte },
    { name: "one byte more, in one chunk", body: ["x".repeat(mebibyte + 1)], text: "!error", verdict: firstMebibyte },
    { name: "found, and more", body: ["error", "x".repeat(mebibyte)], text: "!error", verdict: unproven },
    { name: "behind the first MiB", body: ["x".repeat(mebibyte), "error"], text: "!error", verdict: firstMebibyte },
    { name: "decoded", headers: coded("gzip"), body: [gzipSync("error")], text: "!error", verdict: unproven },
    { name: "decoded, absent", headers: coded("gzip"), body: [gzipSync("ok")], text: "!error", verdict: proven },
    {
      name: "decoded to over 1 MiB",
      headers: coded("gzip"),
      body: [gzipSync("x".repeat(mebibyte + 1))],
      text: "!error",
      verdict: firstMebibyte,
    },
  ]);
});

test("a wanted text that is not in the first MiB of more says how much was searched", async () => {
  const atTheEnd = `${"x".repeat(mebibyte - 3)}end`;
  await assertVerdicts([
    { name: "absent", body: ["x"], text: "end", verdict: unproven },
    { name: "ending with the first MiB", body: [atTheEnd, "more"], text: "end", verdict: proven },
    { name: "one byte over it", body: [`x${atTheEnd}`], text: "end", verdict: firstMebibyte },
    {
      name: "decoded, ending there",
      headers: coded("br"),
      body: [brotliCompressSync(atTheEnd)],
      text: "end",
      verdict: proven,
    },
    {
      name: "decoded, ending there, and more",
      headers: coded("br"),
      body: [brotliCompressSync(`${atTheEnd}more`)],
      text: "end",
      verdict: proven,
    },
    {
      name: "decoded, one byte over it",
      headers: coded("br"),
      body: [brotliCompressSync(`x${atTheEnd}`)],
      text: "end",
      verdict: firstMebibyte,
    },
    {
      name: "over 1 MiB that is coded and does not shrink",
      headers: coded("gzip"),
      body: [gzipSync(noise(mebibyte + 100_000))],
      text: "no noise",
      verdict: firstMebibyte,
    },
  ]);
});

test("a text is found in a body in gzip, deflate or br, and in several codings", async () => {
  const page = "the text is in here";
  const table: readonly (readonly [coding: string, body: Buffer])[] = [
    ["gzip", gzipSync(page)],
    ["x-gzip", gzipSync(page)],
    ["GZip", gzipSync(page)],
    ["deflate", deflateSync(page)],
    ["deflate", deflateSync(page, { level: 0 })],
    ["deflate", deflateRawSync(page)],
    ["deflate", deflateRawSync(page, { level: 0 })],
    ["br", brotliCompressSync(page)],
    ["identity", Buffer.from(page)],
    ["", Buffer.from(page)],
    ["gzip, identity", gzipSync(page)],
    ["br, gzip", gzipSync(brotliCompressSync(page))],
    ["gzip, gzip", gzipSync(gzipSync(page))],
    [" ,deflate ,, gzip,br", brotliCompressSync(gzipSync(deflateRawSync(page)))],
    ["gzip,gzip,gzip,gzip,gzip", [1, 2, 3, 4, 5].reduce((body) => gzipSync(body), Buffer.from(page))],
  ];
  await assertVerdicts(
    table.flatMap(([coding, body]) => [
      { name: coding, headers: coded(coding), body: [body], text: "text is in", verdict: proven },
      {
        name: `${coding} in single bytes`,
        headers: coded(coding),
        body: bytes(body),
        text: "text is in",
        verdict: proven,
      },
      { name: `${coding} without it`, headers: coded(coding), body: [body], text: "no text", verdict: unproven },
    ]),
  );
});

test("a body that is not valid in its coding is no answer, also where the text was found before", async () => {
  const page = `the text, ${noise(100_000).toString("hex")}`;
  const wrongSum = (body: Buffer): Buffer => Buffer.from(body).fill(9, body.length - 8, body.length - 4);
  const cut = (body: Buffer, by = 1): Buffer => body.subarray(0, body.length - by);
  const table: readonly (readonly [coding: string, body: Buffer, named: string])[] = [
    ["gzip", cut(gzipSync(page)), "gzip"],
    ["gzip", cut(gzipSync(page), 60_000), "gzip"],
    ["gzip", wrongSum(gzipSync(page)), "gzip"],
    ["gzip", Buffer.from(page), "gzip"],
    ["gzip", Buffer.from([0x1f]), "gzip"],
    ["gzip", deflateSync(page), "gzip"],
    ["deflate", cut(deflateSync(page)), "deflate"],
    ["deflate", cut(deflateRawSync(page)), "deflate"],
    ["deflate", Buffer.from("x"), "deflate"],
    ["deflate", gzipSync(page), "deflate"],
    ["br", cut(brotliCompressSync(page)), "br"],
    ["br", Buffer.from(page), "br"],
    ["br, gzip", cut(gzipSync(brotliCompressSync(page)), 9), "gzip"],
    ["br, gzip", gzipSync(cut(brotliCompressSync(page))), "br"],
    ["gzip, gzip", gzipSync(page), "gzip"],
  ];
  await assertVerdicts(
    table.flatMap(([coding, body, named]) =>
      ["the text", "!the text", "absent", "!absent"].map((text) => ({
        name: `${coding}: ${text}`,
        headers: coded(coding),
        body: [body.subarray(0, 50_000), body.subarray(50_000)],
        text,
        verdict: undecodable(named),
      })),
    ),
  );
});

test("behind a gzip there may be more of them, or zeros; what is behind a deflate or br is ignored", async () => {
  const followed = (first: Buffer, second: Buffer): Buffer[][] => [[first, second], [Buffer.concat([first, second])]];
  const [a, b] = [gzipSync("first, "), gzipSync("second")];
  const garbage = Buffer.from("garbage");
  const table: readonly (readonly [
    name: string,
    coding: string,
    bodies: Buffer[][],
    text: string,
    verdict: Verdict,
  ])[] = [
    ["two members", "gzip", followed(a, b), "first, second", proven],
    ["zeros behind a gzip", "gzip", followed(a, Buffer.alloc(512)), "first", proven],
    ["garbage behind a gzip", "gzip", followed(a, garbage), "first", undecodable("gzip")],
    ["a second member that is cut", "gzip", followed(a, b.subarray(0, 12)), "first", undecodable("gzip")],
    ["garbage behind a deflate", "deflate", followed(deflateSync("first"), garbage), "first", proven],
    ["garbage behind a raw deflate", "deflate", followed(deflateRawSync("first"), garbage), "first", proven],
    ["garbage behind a br", "br", followed(brotliCompressSync("first"), garbage), "first", proven],
    [
      "garbage behind an inner br",
      "br, gzip",
      [[gzipSync(brotliCompressSync("first")), Buffer.alloc(9)]],
      "first",
      proven,
    ],
  ];
  await assertVerdicts(
    table.flatMap(([name, coding, bodies, text, verdict]) =>
      bodies.map((body) => ({ name: `${name} in ${body.length} chunks`, headers: coded(coding), body, text, verdict })),
    ),
  );
});

test("an empty body is an empty text in any coding", async () => {
  const codings = ["gzip", "deflate", "br", "zstd", "klingon", "gzip, br, zstd"];
  const empty: readonly (readonly [string, readonly Buffer[]])[] = [
    ...codings.map((coding) => [coding, []] as const),
    ...codings.map((coding) => [coding, [Buffer.alloc(0)]] as const),
    ["gzip", [gzipSync("")]],
    ["br, gzip", [gzipSync("")]],
  ];
  await assertVerdicts(
    empty.flatMap(([coding, body]) => [
      { name: `${coding} with`, headers: coded(coding), body, text: "a text", verdict: unproven },
      { name: `${coding} without`, headers: coded(coding), body, text: "!a text", verdict: proven },
    ]),
  );
});

test("a coding that cannot be read is named, and its name is never foreign markup", async () => {
  const named: readonly (readonly [coding: string, words: string])[] = [
    ["zstd", "the body is coded in zstd"],
    ["ZSTD", "the body is coded in zstd"],
    ["compress", "the body is coded in compress"],
    ["zstd, gzip", "the body is coded in zstd"],
    ["aes128gcm", "the body is coded in aes128gcm"],
    ["::error::x", "the body has an unknown content coding"],
    // A server can put what it was sent here, too.
    ["canary-value", "the body has an unknown content coding"],
    ["<b>", "the body has an unknown content coding"],
    ["x".repeat(21), "the body has an unknown content coding"],
    ["br, br, br, br, br, br", "the body has more than 5 content codings"],
  ];
  await assertVerdicts(
    named.flatMap(([coding, words]) =>
      ["text", "!text"].map((text) => ({
        name: `${coding} ${text}`,
        headers: coded(coding),
        body: ["text"],
        text,
        verdict: obstacle(words),
      })),
    ),
  );
});

test("text is read in the charset of a byte order mark, else of Content-Type, else in UTF-8", async () => {
  const utf16 = Buffer.from("\ufeffgrün", "utf16le");
  const swapped = Buffer.from(utf16).swap16();
  const utf8 = Buffer.from("\ufeffgrün");
  const latin1 = Buffer.from("grün", "latin1");
  const table: readonly (readonly [name: string, headers: IncomingHttpHeaders, body: Buffer])[] = [
    ["UTF-16LE by its mark", {}, utf16],
    ["UTF-16BE by its mark", {}, swapped],
    ["UTF-16LE by its mark, declared as something else", typed("text/plain; charset=utf-8"), utf16],
    ["UTF-16BE by its mark, declared as the other", typed("text/plain; charset=utf-16le"), swapped],
    ["UTF-8 by its mark, declared as latin1", typed("text/plain; charset=iso-8859-1"), utf8],
    ["UTF-8", {}, Buffer.from("grün")],
    ["latin1 as declared", typed("text/plain;charset=latin1"), latin1],
    ["UTF-16LE as declared, without a mark", typed("text/plain; charset=utf-16"), utf16.subarray(2)],
    ["UTF-8 under an unknown charset", typed("text/plain; charset=klingon"), Buffer.from("grün")],
    ["UTF-16LE by its mark in gzip", coded("gzip"), gzipSync(utf16)],
    ["latin1 as declared in br", { ...typed("text/html; charset=latin1"), ...coded("br") }, brotliCompressSync(latin1)],
  ];
  await assertVerdicts([
    ...table.flatMap(([name, headers, body]) => [
      { name, headers, body: [body], text: "grün", verdict: proven },
      { name: `${name}, in single bytes`, headers, body: bytes(body), text: "grün", verdict: proven },
    ]),
    { name: "a text of one byte", body: ["x"], text: "x", verdict: proven },
    { name: "a text of two bytes in two chunks", body: ["x", "y"], text: "xy", verdict: proven },
    { name: "half a mark", body: [Buffer.from([0xff])], text: "x", verdict: unproven },
    { name: "latin1 in <meta>", body: ['<meta charset="latin1">', latin1], text: "grün", verdict: unproven },
  ]);
});

test("a text is found wherever the chunks of the body are cut", async () => {
  const body = Buffer.from("<p>the version is 1f3a9c7, caf\u00e9 \u{1f389} here</p>");
  const texts = ["<", "1f3a9c7", "caf\u00e9 \u{1f389}", "\u{1f389}", body.toString(), "</p>"];
  await assertVerdicts(
    texts.flatMap((text) => [
      { name: `${text} in single bytes`, body: bytes(body), text, verdict: proven },
      ...Array.from(body, (_, cut) => ({
        name: `${text}, cut at ${cut}`,
        body: [body.subarray(0, cut), body.subarray(cut)],
        text,
        verdict: proven,
      })),
    ]),
  );
});

test("what is not there is not found: case, order and gaps count", async () => {
  const table: readonly (readonly [text: string, body: readonly string[], verdict: Verdict])[] = [
    ["Ok", ["ok"], unproven],
    ["ab", ["a", "", "c", "b"], unproven],
    ["aab", ["a", "b"], unproven],
    ["ok", [], unproven],
    ["ok", [""], unproven],
    ["a b", ["a\nb"], unproven],
    ["\u00e9", ["e\u0301"], unproven],
    ["aab", ["aa", "ab"], proven],
    ["ok", ["nothing", "ok", "nothing"], proven],
  ];
  await assertVerdicts(table.map(([text, body, verdict]) => ({ name: `${text} in ${body}`, body, text, verdict })));
});

test("a charset is declared in any form, and one that is not known is UTF-8", async () => {
  const latin1 = Buffer.from("caf\u00e9", "latin1");
  const known = [
    "text/plain; charset=iso-8859-1",
    "text/plain;charset=ISO-8859-1",
    'text/plain; charset="latin1"',
    "text/plain; a=b; Charset = windows-1252",
  ];
  const unknown = ["", "text/plain", "text/plain; charset=nonsense", "text/plain; charset=", 'text/plain; charset="'];
  await assertVerdicts([
    ...known.map((type) => ({ name: type, headers: typed(type), body: [latin1], text: "caf\u00e9", verdict: proven })),
    ...unknown.map((type) => ({
      name: type,
      headers: typed(type),
      body: ["caf\u00e9"],
      text: "caf\u00e9",
      verdict: proven,
    })),
    {
      name: "koi8-r",
      headers: typed("text/html; charset=koi8-r"),
      body: [Buffer.from([0xf6])],
      text: "\u0416",
      verdict: proven,
    },
    { name: "latin1 under none", body: [latin1], text: "caf\u00e9", verdict: unproven },
    { name: "behind what is no UTF-8", body: [Buffer.from([0xff, 0xc3, 0x80]), "ok"], text: "ok", verdict: proven },
  ]);
});

test("chunks that are not waited for are searched all the same", async () => {
  const page = gzipSync(`${noise(300_000).toString("hex")}the end`);
  const reader = new Search({ text: "the end", unwanted: false }, coded("gzip"));
  for (let start = 0; start < page.length; start += 1000) void reader.read(page.subarray(start, start + 1000));
  assert.deepEqual(await reader.end(), proven);
});
