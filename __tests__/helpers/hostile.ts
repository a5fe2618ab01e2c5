import { brotliCompressSync, constants, deflateRawSync } from "node:zlib";

/** A body with its Content-Encoding. */
export interface HostileBody {
  readonly coding: string;
  chunks(): Iterable<Buffer>;
}

const mebibyte = 1024 * 1024;
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const urlset = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';

/** A gzip of something again and again, made without packing it more than once: each block stands alone. */
function* gzipOf(times: number, content: Buffer, start: Buffer = Buffer.alloc(0)): Generator<Buffer> {
  yield gzipHeader;
  yield toBlock(start);
  const block = toBlock(content);
  for (let count = 0; count < times; count += 1) yield block;
}

function toBlock(content: Buffer): Buffer {
  return deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH });
}

/** A text again and again, in chunks of about 64 KiB. */
function* repeat(times: number, piece: (at: number) => string, start: string): Generator<Buffer> {
  let text = start;
  for (let at = 0; at < times; at += 1) {
    text += piece(at);
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

const packed = (coding: string, chunks: () => Iterable<Buffer>): HostileBody => ({ coding, chunks });
const plain = (times: number, piece: (at: number) => string, start: string): HostileBody => ({
  coding: "",
  chunks: () => repeat(times, piece, start),
});
const long = (start: string): HostileBody => plain(5_000_000, () => "aaaaaaaa", start);
const spaces = Buffer.alloc(mebibyte, " ");
// 10,000 blocks of deflate with no byte in them: RFC 1951, section 3.2.4.
const nothing = Buffer.from("000000ffff".repeat(10_000), "hex");
const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join("");
const attributes = Array.from({ length: 90 }, (_, at) => `a:c${at}=""`).join(" ");

/** Bodies that ask for far more time or memory than their size. */
export const hostileBodies: Readonly<Record<string, HostileBody>> = {
  "10 GiB of spaces in gzip": packed("gzip", () => gzipOf(10_240, spaces)),
  "10 GiB of zeros in gzip": packed("gzip", () => gzipOf(10_240, Buffer.alloc(mebibyte))),
  "10 GiB of spaces in gzip in gzip": packed("gzip, gzip", () => gzipOf(10_240, toBlock(spaces), gzipHeader)),
  "64 MiB in br, five times": packed("br, br, br, br, br", () => [
    [1, 2, 3, 4, 5].reduce((body) => brotliCompressSync(body), Buffer.alloc(64 * mebibyte, " ")),
  ]),
  "blocks of nothing": packed("gzip", () => [gzipHeader, ...Array<Buffer>(2000).fill(nothing)]),
  "blocks of nothing in gzip": packed("gzip, gzip", () => gzipOf(2000, nothing, gzipHeader)),
  "an entity bomb": plain(1, () => `]>${urlset}<url><loc>/&e9;</loc>`, `<!DOCTYPE a [<!ENTITY e0 "e">${entities}`),
  "a long DTD": plain(1_000_000, (at) => `<!ENTITY e${at} "">`, "<!DOCTYPE urlset ["),
  "a million nested elements": plain(1_000_000, () => "<a>", urlset),
  "a million attributes": plain(1_000_000, (at) => ` a${at}=""`, "<urlset"),
  "attributes in a long namespace": plain(
    10_000,
    () => `<a:b ${attributes}/>`,
    `<urlset xmlns:a="${"n".repeat(500_000)}">`,
  ),
  "attributes in a namespace": plain(10_000, () => `<a:b ${attributes}/>`, `<urlset xmlns:a="${"n".repeat(256)}">`),
  "a long attribute": long('<urlset a="'),
  "a long name": long("<"),
  "a long text": long(urlset),
  "a long <loc>": long(`${urlset}<url><loc>`),
  "a long entity": long(`${urlset}<url><loc>&`),
  "a long comment": long("<!-- "),
  "a long CDATA": plain(5_000_000, () => "]]]]]]]]", `${urlset}<![CDATA[`),
  "a long instruction": long("<?a "),
  "many comments": plain(5_000_000, () => "<!---->", urlset),
  "many elements": plain(10_000_000, () => "<a/>", urlset),
  "white space only": plain(10_000_000, () => "        ", ""),
};
