import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { HttpClient } from "@actions/http-client";
import { Deadlines, runCancelled } from "../../src/session/attempt.ts";
import { type Reply, Session } from "../../src/session/session.ts";
import { startServer } from "../helpers/server.ts";

// The action's own process ends anyway, and its connections with it. This one goes on, so that only dispose() can have
// closed them: a version of @actions/http-client whose dispose() or getAgent() means something else is noticed here.

interface Opened {
  readonly client: HttpClient;
  readonly session: Session;
}

function open(t?: TestContext): Opened {
  const client = new HttpClient(undefined, [], { keepAlive: true });
  t?.after(() => client.dispose());
  const proxies = { http: null, https: null };
  return { client, session: new Session(client, { timeoutMs: 60_000, proxies, connectTo: [] }) };
}

/** Sends a request; `cancellation` ends it. */
async function ask(session: Session, uri: string, cancellation = new AbortController()): Promise<Reply> {
  const deadlines = new Deadlines({ timeoutMs: 60_000, cancelled: cancellation.signal });
  const attempt = deadlines.begin(1);
  try {
    return await session.send(
      { address: new URL(uri).href, headers: [], expects408: false, readerFor: () => null },
      attempt,
    );
  } finally {
    deadlines.finish(attempt);
    cancellation.abort();
  }
}

test("dispose() closes every idle connection", {
  timeout: 30_000,
}, async (t) => {
  const servers = await Promise.all(Array.from({ length: 3 }, () => startServer(t)));
  const { client, session } = open();
  for (const { origin } of servers) {
    await Promise.all([ask(session, `${origin}/1`), ask(session, `${origin}/2`)]);
    assert.equal((await ask(session, `${origin}/3`)).reused, true);
  }
  assert.ok(servers.every(({ open }) => open.size === 2));
  client.dispose();
  for (const { open, until } of servers) await until(() => open.size === 0);
  assert.deepEqual(
    servers.map(({ connections }) => connections),
    [2, 2, 2],
  );
  assert.deepEqual([session.stats().requests, session.stats().connections, session.stats().reused], [9, 6, 3]);
});

test("dispose() closes connections that are in use", { timeout: 30_000 }, async (t) => {
  const server = await startServer(t, () => {});
  const { client, session } = open();
  const asked = ask(session, server.origin);
  await server.until(() => server.requests.length === 1);
  client.dispose();
  assert.equal((await asked).outcome.kind, "failure");
  await server.until(() => server.open.size === 0);
});

test("freshen() closes idle connections and leaves those in use alone", { timeout: 30_000 }, async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url !== "/held") answer.end("ok");
    else void server.until(() => server.open.size === 1).then(() => answer.end("ok"));
  });
  const { session } = open(t);
  const held = ask(session, `${server.origin}/held`);
  await ask(session, `${server.origin}/1`);
  assert.equal(server.connections, 2);
  session.freshen();
  assert.deepEqual([(await held).outcome.kind, server.open.size], ["answer", 1]);
});

test("an attempt that is ended gives up its connection, and the session goes on", { timeout: 30_000 }, async (t) => {
  const server = await startServer(t, (request, answer) => (request.url === "/held" ? undefined : answer.end("ok")));
  const { session } = open(t);
  const cancellation = new AbortController();
  const held = ask(session, `${server.origin}/held`, cancellation);
  await server.until(() => server.requests.length === 1);
  cancellation.abort();
  const { outcome } = await held;
  assert.deepEqual(outcome.kind === "failure" && outcome.error, runCancelled);
  await server.until(() => server.open.size === 0);
  assert.equal((await ask(session, `${server.origin}/next`)).outcome.kind, "answer");
  assert.equal(server.connections, 2);
});
