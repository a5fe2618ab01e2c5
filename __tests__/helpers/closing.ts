import type { TestContext } from "node:test";
import { HttpClient } from "@actions/http-client";
import { reply, reset, type ScriptedServer, startScripted } from "./scripted.ts";
import type { Settings } from "./server.ts";

/** How a server gets rid of a kept connection, of which it says nothing beforehand. */
export interface Habit {
  /** Answers that a connection gets; what is asked after them is never answered. */
  readonly answers: number;
  readonly by: "FIN" | "RST";
  readonly afterMs: number;
}

/** The ways in which servers close kept connections. */
export const habits: readonly Habit[] = [
  { answers: 1, by: "FIN", afterMs: 0 },
  { answers: 1, by: "RST", afterMs: 0 },
  { answers: 1, by: "FIN", afterMs: 1 },
  { answers: 1, by: "RST", afterMs: 1 },
  { answers: 5, by: "FIN", afterMs: 0 },
  { answers: 5, by: "RST", afterMs: 0 },
];

/** Starts a server that answers 200 and closes its connections by a habit. */
export async function startClosing(
  t: TestContext,
  { answers, by, afterMs }: Habit,
  settings: Settings = {},
): Promise<ScriptedServer> {
  const closing: ScriptedServer = await startScripted(
    t,
    ({ socket, nth }) => {
      if (nth > answers) return null;
      if (nth < answers) return reply();
      const close = (): void => {
        if (by === "FIN") socket.end();
        else reset(closing.server, socket);
      };
      // Queued behind the answer, so that it is out before the connection goes.
      setImmediate(() => (afterMs === 0 ? close() : setTimeout(close, afterMs)));
      return reply();
    },
    settings,
  );
  return closing;
}

/** The same checks with nothing but the library, a client for each scheme (one for both would throw): how many of them find the site down. */
export async function countNaiveFailures(uris: readonly string[]): Promise<number> {
  const open = (): HttpClient => new HttpClient("naive", [], { keepAlive: true, ignoreSslError: true });
  const [plain, secure] = [open(), open()];
  let failures = 0;
  for (const uri of uris) {
    try {
      const { message } = await (uri.startsWith("https:") ? secure : plain).get(uri);
      await new Promise((done, fail) => message.on("error", fail).on("end", done).resume());
    } catch {
      failures += 1;
    }
  }
  plain.dispose();
  secure.dispose();
  return failures;
}
