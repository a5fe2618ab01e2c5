import { PassThrough, pipeline, type Transform } from "node:stream";

/** A coding that can be taken off; `maybe gzip` is gzip if the first two bytes say so, else none. */
export type Coding = "gzip" | "deflate" | "br" | "maybe gzip";

/** The codings of a body in the order in which they come off, or why they cannot. */
export type Codings =
  | { readonly kind: "readable"; readonly codings: readonly Coding[] }
  | { readonly kind: "unreadable"; readonly obstacle: string };

// RFC 9110, section 8.4.1; x-gzip is an old name of gzip. Not zstd: Node does not notice that such a stream was cut.
const readable: ReadonlyMap<string, Coding> = new Map([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
  ["br", "br"],
]);

// curl's limit (MAX_ENCODE_STACK). Each coding has a window in memory, brotli's takes up to 16 MiB.
const maxCodings = 5;

/** Reads Content-Encoding (RFC 9110, section 8.4). `obstacle` is a sentence of ours, harmless to print. */
export function readCodings(declared = ""): Codings {
  const names = declared
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length > maxCodings)
    return { kind: "unreadable", obstacle: `the body has more than ${maxCodings} content codings` };
  const codings: Coding[] = [];
  for (const name of names.reverse()) {
    const coding = readable.get(name);
    if (coding === undefined) return { kind: "unreadable", obstacle: nameUnreadable(name) };
    codings.push(coding);
  }
  return { kind: "readable", codings };
}

// https://www.iana.org/assignments/http-parameters, the rest of its content codings. A server could give back what it
// was sent as any other name.
const known = /^(?:aes128gcm|compress|x-compress|dcb|dcz|exi|pack200-gzip|zstd)$/;

function nameUnreadable(name: string): string {
  return known.test(name) ? `the body is coded in ${name}` : "the body has an unknown content coding";
}

/** The body is not valid in its coding, or was cut in the middle of it. */
export class CodingError extends Error {
  readonly coding: string;

  constructor(coding: Coding, cause: unknown) {
    super("not valid in its content coding", { cause });
    this.coding = coding === "maybe gzip" ? "gzip" : coding;
  }
}

/** There is more of the body than the limit. Thrown once everything up to the limit was handed on. */
export class TooLongError extends Error {}

/**
 * Takes the codings off a body. Hands on at most `maxBytes` and stops there, whatever the ratio: at no stage are more
 * bytes decoded. Throws a `CodingError` or a `TooLongError`. An empty body is valid in every coding.
 */
export function decode(
  body: AsyncIterable<Buffer>,
  { codings, maxBytes }: { readonly codings: readonly Coding[]; readonly maxBytes: number },
): AsyncIterable<Buffer> {
  return codings.reduce((bytes, coding) => limit(takeOff(coding, bytes), maxBytes), limit(body, maxBytes));
}

async function* limit(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let room = maxBytes;
  for await (const bytes of source) {
    if (bytes.length > room) {
      yield bytes.subarray(0, room);
      throw new TooLongError();
    }
    room -= bytes.length;
    yield bytes;
  }
}

async function* takeOff(coding: Coding, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const rest = source[Symbol.asyncIterator]();
  const head = await readHead(rest);
  if (head.length === 0) return;
  const whole = putBack(head, rest);
  const decoder = openDecoder(coding, head);
  if (decoder === null) return yield* whole;
  try {
    // Its callback may be empty: an error in the source or in the decoder reaches whoever reads the decoder.
    const decoded: AsyncIterable<Buffer> = pipeline(whole, decoder, () => {});
    yield* decoded;
  } catch (error) {
    throw error instanceof CodingError || error instanceof TooLongError ? error : new CodingError(coding, error);
  }
}

/** The first two bytes and what came with them; fewer if there are no more. */
async function readHead(source: AsyncIterator<Buffer>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await source.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* putBack(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

// Loaded on first use: most lists have no text to look for in a coded body.
const loadZlib = (): typeof import("node:zlib") => process.getBuiltinModule("node:zlib");

// Fewer trips to Node's threads than with its 16 KiB.
const chunkSize = 64 * 1024;

function openDecoder(coding: Coding, head: Buffer): Transform | null {
  switch (coding) {
    case "gzip":
      return loadZlib().createGunzip({ chunkSize });
    case "maybe gzip":
      // RFC 1952, section 2.3.1
      return head.readUInt8(0) === 0x1f && head[1] === 0x8b ? loadZlib().createGunzip({ chunkSize }) : null;
    case "deflate":
      return hasZlibHeader(head) ? loadZlib().createInflate({ chunkSize }) : loadZlib().createInflateRaw({ chunkSize });
    case "br":
      return loadZlib().createBrotliDecompress({ chunkSize });
  }
}

/** Some send `deflate` without the header that RFC 9110, section 8.4.1.2, asks for; browsers and curl take both. */
function hasZlibHeader(head: Buffer): boolean {
  // RFC 1950, section 2.2: the method is 8, and the first two bytes are a multiple of 31.
  return head.length > 1 && (head.readUInt8(0) & 15) === 8 && head.readUInt16BE(0) % 31 === 0;
}

/** Hands a body that is pushed in chunks to a function that pulls it. */
export class Inlet<T> {
  /** Whether the function has returned or thrown: it takes nothing more. */
  isDone = false;
  readonly #body = new PassThrough();
  readonly #result: Promise<T>;
  readonly #done: Promise<void>;

  constructor(consume: (body: AsyncIterable<Buffer>) => Promise<T>) {
    this.#result = consume(this.#body);
    const close = (): void => {
      this.isDone = true;
      this.#body.destroy();
    };
    this.#done = this.#result.then(close, close);
  }

  /** Resolves when there is room for the next chunk, or when nothing more is taken. Never rejects. */
  async write(chunk: Buffer): Promise<void> {
    if (this.isDone) return;
    // A stream that is destroyed may keep the callback of its last write: hence the race.
    await Promise.race([new Promise<void>((resolve) => this.#body.write(chunk, () => resolve())), this.#done]);
  }

  /** Says that the body is complete; what the function returns or throws. */
  end(): Promise<T> {
    this.#body.end();
    return this.#result;
  }
}
