import type { Socket } from "node:net";
import type { TestContext } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Random, randomFrom } from "./random.ts";
import { reply, reset } from "./scripted.ts";
import { onRequests, type Settings, startRaw, type TestServer } from "./server.ts";

/** What an unruly server does to kept connections. A check that meets it is up all the same. */
export interface Trouble {
  /** What comes after "servers that" in the name of a test. */
  readonly words: string;
  /** Every answer comes in pieces, cut anywhere. */
  readonly splits?: true;
  /** Bytes that come right behind a complete answer. */
  behind?(random: Random): string;
  /** What happens at once or 1 ms after a complete answer, and never in the middle of another. */
  after?(connection: Connection): void;
  /** What happens in place of an answer, to a request that is not the first of its connection. */
  instead?(connection: Connection): void;
}

/** What an unruly server does to all requests for a path under `/dead/` and this name, over whatever connection. */
export interface Death {
  /** The result of such a check. */
  readonly state: "NOK" | "ERR";
  strike(connection: Connection): void;
}

/** The troubles by name. */
export const troubles: Readonly<Record<string, Trouble>> = {
  close: { words: "close kept connections", after: (connection) => connection.end() },
  reset: { words: "reset kept connections", after: (connection) => connection.reset() },
  unanswered: {
    words: "close or reset kept connections in place of an answer",
    instead: (connection) => connection.cut(),
  },
  head: {
    words: "send a part of a head over kept connections, then close or reset them",
    instead: (connection) => connection.cut(partOfHead(connection.random)),
  },
  "line-break": {
    words: "send a stray line break over kept connections, then close or reset them",
    instead: (connection) => connection.cut(lineBreak(connection.random)),
  },
  "idle-line-break": {
    words: "send stray line breaks over idle connections",
    after: (connection) => connection.sendOrEnd(lineBreak(connection.random)),
  },
  garbage: {
    words: "send garbage over kept connections in place of an answer",
    instead: (connection) => connection.sendOrEnd(garbage(connection.random)),
  },
  "idle-garbage": {
    words: "send garbage over idle connections",
    after: (connection) => connection.sendOrEnd(garbage(connection.random)),
  },
  timeout: { words: "answer requests over kept connections with 408", instead: sendTimeout },
  "idle-timeout": { words: "send a 408 over idle connections", after: sendTimeout },
  excess: { words: "send more than their answer with it", behind: excess },
  "late-excess": {
    words: "send more than their answer in a packet of its own",
    after: (connection) => connection.send(excess(connection.random)),
  },
  pieces: { words: "send their answers in pieces", splits: true },
};

/** The deaths by name. */
export const deaths: Readonly<Record<string, Death>> = {
  unanswered: { state: "ERR", strike: (connection) => connection.cut() },
  head: { state: "ERR", strike: (connection) => connection.cut(partOfHead(connection.random)) },
  garbage: { state: "ERR", strike: (connection) => connection.sendOrEnd(garbage(connection.random)) },
  body: { state: "ERR", strike: (connection) => connection.cut("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok") },
  timeout: { state: "NOK", strike: sendTimeout },
};

/**
 * Starts a server whose connections each get into one of these troubles after one to four answers. It answers 204 to
 * paths that begin with `/204`, 304 to `/304`, 200 to others, also to those in absolute form, as a proxy would. Each
 * connection's behaviour follows from the seed and the connection's number.
 */
export async function startUnruly(
  t: TestContext,
  kinds: readonly Trouble[],
  seed: string,
  settings: Settings = {},
): Promise<TestServer> {
  const server: TestServer = await startRaw(
    t,
    (socket, number) => {
      const connection = new Connection(socket, server, randomFrom(`${seed} ${number}`), kinds);
      onRequests(socket, (head, nth) => connection.ask(/^GET (?:http:\/\/[^/]+)?(\S+)/.exec(head)?.[1] ?? "", nth));
    },
    settings,
  );
  return server;
}

/** The server's end of one connection. All that it sends goes out one after the other. */
class Connection {
  readonly random: Random;
  readonly #socket: Socket;
  readonly #server: TestServer;
  readonly #trouble: Trouble;
  readonly #splits: boolean;
  readonly #answers: number;
  #last: Promise<void> = Promise.resolve();

  constructor(socket: Socket, server: TestServer, random: Random, kinds: readonly Trouble[]) {
    // Pieces are to be packets, not to wait for each other's acknowledgement.
    socket.setNoDelay(true);
    this.#socket = socket;
    this.random = random;
    this.#server = server;
    this.#trouble = random.oneOf(kinds);
    this.#splits = this.#trouble.splits ?? (kinds.some(({ splits }) => splits) && random.below(3) === 0);
    this.#answers = 1 + random.below(4);
  }

  /** Takes a request: the `nth` of this connection. */
  ask(path: string, nth: number): void {
    const death = deaths[/^\/dead\/([^/]+)/.exec(path)?.[1] ?? ""];
    const { instead } = this.#trouble;
    if (death) death.strike(this);
    else if (instead && nth > this.#answers) instead(this);
    else this.#answer(path, nth % this.#answers === 0);
  }

  send(bytes: string): void {
    this.#then(() => this.#write(bytes));
  }

  end(bytes = ""): void {
    this.send(bytes);
    this.#then(() => this.#socket.end());
  }

  reset(): void {
    this.#then(() => reset(this.#server, this.#socket));
  }

  /** Closes or resets it behind these bytes. */
  cut(bytes = ""): void {
    this.send(bytes);
    if (this.random.below(2) === 0) this.end();
    else this.reset();
  }

  /** Leaves it open behind these bytes, or closes it. */
  sendOrEnd(bytes: string): void {
    this.send(bytes);
    if (this.random.below(2) === 0) this.end();
  }

  #answer(path: string, isTrouble: boolean): void {
    const { behind, after } = this.#trouble;
    const { bytes, closes } = answerTo(path, this.random);
    this.send(isTrouble && behind ? bytes + behind(this.random) : bytes);
    if (closes) this.end();
    else if (isTrouble && after) this.#soon(() => after(this));
  }

  #then(act: () => unknown): void {
    this.#last = this.#last.then(async () => {
      if (!this.#socket.writableEnded && !this.#socket.destroyed) await act();
    });
  }

  #soon(act: () => void): void {
    this.#then(() => (this.random.below(2) === 0 ? setImmediate(act) : setTimeout(act, 1)));
  }

  async #write(bytes: string): Promise<void> {
    for (const piece of this.#splits ? split(bytes, this.random) : [bytes]) {
      await new Promise<void>((sent) => this.#socket.write(piece, () => sent()));
      if (this.#splits) await nextTurn();
    }
  }
}

/** Up to six pieces; the first ones are of a byte or two now and then. */
function split(bytes: string, random: Random): string[] {
  const pieces: string[] = [];
  let rest = bytes;
  while (rest.length > 1 && pieces.length < 5) {
    const length = 1 + random.below(random.below(3) === 0 ? 2 : rest.length);
    pieces.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...pieces, rest].filter((piece) => piece !== "");
}

function answerTo(path: string, random: Random): { bytes: string; closes: boolean } {
  if (path.startsWith("/204")) return { bytes: "HTTP/1.1 204 No Content\r\n\r\n", closes: false };
  if (path.startsWith("/304")) return { bytes: 'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n', closes: false };
  const chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
  const bytes = random.oneOf([reply(), reply(""), chunked, reply("ok", { headers: ["Connection: close"] })]);
  return { bytes, closes: bytes.includes("close") };
}

function partOfHead(random: Random): string {
  const [head = ""] = reply("ok", { headers: ["Server: unruly"] }).split("\r\n\r\n");
  return head.slice(0, 1 + random.below(head.length));
}

function lineBreak(random: Random): string {
  return random.oneOf(["\r\n", "\n", "\r\n\r\n"]);
}

function garbage(random: Random): string {
  return random.oneOf([
    "SSH-2.0-OpenSSH_9.6\r\n",
    "220 mail ESMTP\r\n",
    "<html><body>no</body></html>",
    "\0",
    "ok",
    "}",
  ]);
}

function excess(random: Random): string {
  return random.oneOf(["ok", "\r\n", "0\r\n\r\n", "<html><body>more</body></html>", "\0\0"]);
}

// In the forms of Node, nginx and HAProxy, and some more that are allowed.
const timeouts = [
  "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n",
  "HTTP/1.0 408 Request Time-out\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n<html>408</html>",
  "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
  "HTTP/1.1 408 Request Timeout\r\nContent-Length: 4\r\n\r\nlate",
  "HTTP/1.1 408 Request Timeout\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nlate\r\n0\r\n\r\n",
  "HTTP/1.1 408 \r\n\r\n",
] as const;

function sendTimeout(connection: Connection): void {
  const bytes = connection.random.oneOf(timeouts);
  // Without a length, its end is that of the connection.
  if (/Length|chunked/.test(bytes) && !bytes.includes("close")) connection.sendOrEnd(bytes);
  else connection.end(bytes);
}
