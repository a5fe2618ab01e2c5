import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { connectionLost } from "./failure.ts";

/** Takes the headers of an answer, then the chunks of its body. */
export interface BodyReader {
  open(headers: IncomingHttpHeaders): void;
  read(chunk: Buffer): void;
}

/** So much of a body is read; the connection of a longer one is closed. */
const maxBodyBytes = 1024 * 1024;

/** Reads the body to its end, so that the connection goes back to the pool, or to its first MiB exactly. `settle` is told of the answer, or of the error that cut it. */
export function readBody(
  answer: IncomingMessage,
  reader: BodyReader | null,
  settle: (answer: IncomingMessage | null, error: unknown) => void,
): void {
  reader?.open(answer.headers);
  let room = maxBodyBytes;
  answer.on("data", (chunk: Buffer) => {
    const fits = chunk.length <= room;
    reader?.read(fits ? chunk : chunk.subarray(0, room));
    room -= chunk.length;
    if (fits) return;
    settle(answer, null);
    answer.destroy();
  });
  answer.on("end", () => (answer.complete ? settle(answer, null) : settle(null, connectionLost())));
  answer.on("error", (error) => settle(null, error));
  answer.on("close", () => answer.complete || settle(null, connectionLost()));
}
