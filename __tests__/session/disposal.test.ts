import assert from "node:assert/strict";
import { Socket } from "node:net";
import { test } from "node:test";
import { Attempt, runCancelled } from "../../src/session/attempt.ts";
import { openSession, type Session } from "../../src/session/session.ts";
import { startServer } from "../helpers/server.ts";

// The action's own process ends anyway, and its connections with it. This one goes on, so that only dispose() can have
// closed them: a version of @actions/http-client whose dispose() or getAgent() means something else is noticed here.

function ask(session: Session, uri: string, attempt = new Attempt()): ReturnType<Session["exchange"]> {
  return session.exchange({ url: new URL(uri), headers: [], attempt, reader: null });
}

const direct = { timeoutMs: 60_000, proxies: { http: null, https: null } };

test("dispose() closes every idle connection, and the session makes no more requests", {
  timeout: 30_000,
}, async (t) => {
  const servers = await Promise.all(Array.from({ length: 3 }, () => startServer(t)));
  const session = openSession(direct);
  for (const { origin } of servers) {
    await Promise.all([ask(session, `${origin}/1`), ask(session, `${origin}/2`)]);
    assert.equal((await ask(session, `${origin}/3`)).reused, true);
  }
  assert.ok(servers.every(({ open }) => open.size === 2));
  session.dispose();
  for (const { open, until } of servers) await until(() => open.size === 0);
  assert.deepEqual(
    servers.map(({ connections }) => connections),
    [2, 2, 2],
  );
  await assert.rejects(ask(session, servers[0]?.origin ?? ""), /disposed/);
  assert.deepEqual([session.stats().requests, session.stats().connections, session.stats().reused], [9, 6, 3]);
});

test("dispose() closes connections that are in use", { timeout: 30_000 }, async (t) => {
  const server = await startServer(t, () => {});
  const session = openSession(direct);
  const asked = ask(session, server.origin);
  await server.until(() => server.requests.length === 1);
  session.dispose();
  assert.equal((await asked).kind, "lost");
  await server.until(() => server.open.size === 0);
});

test("freshen() closes idle connections and leaves those in use alone", { timeout: 30_000 }, async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url !== "/held") answer.end("ok");
    else void server.until(() => server.open.size === 1).then(() => answer.end("ok"));
  });
  const session = openSession(direct);
  t.after(() => session.dispose());
  const held = ask(session, `${server.origin}/held`);
  await ask(session, `${server.origin}/1`);
  assert.equal(server.connections, 2);
  session.freshen();
  assert.deepEqual([(await held).kind, server.open.size], ["answer", 1]);
});

test("an attempt that is ended gives up its connection, and the session goes on", { timeout: 30_000 }, async (t) => {
  const server = await startServer(t, (request, answer) => (request.url === "/held" ? undefined : answer.end("ok")));
  const session = openSession(direct);
  t.after(() => session.dispose());
  const attempt = new Attempt();
  const held = ask(session, `${server.origin}/held`, attempt);
  await server.until(() => server.requests.length === 1);
  attempt.end(runCancelled);
  const reply = await held;
  assert.deepEqual(reply.kind === "lost" && reply.failure.error, runCancelled);
  await server.until(() => server.open.size === 0);
  assert.equal((await ask(session, `${server.origin}/next`)).kind, "answer");
  assert.equal(server.connections, 2);
});

test("no connection has a time limit of its own: the client's would end what an attempt still waits for", {
  timeout: 30_000,
}, async (t) => {
  const server = await startServer(t);
  const limits: number[] = [];
  const setTimeout = Socket.prototype.setTimeout;
  t.mock.method(
    Socket.prototype,
    "setTimeout",
    function (this: Socket, milliseconds: number, listener?: () => void): Socket {
      if (this.remotePort === server.port) limits.push(milliseconds);
      return setTimeout.call(this, milliseconds, listener);
    },
  );
  const session = openSession(direct);
  t.after(() => session.dispose());
  for (const path of ["/1", "/2"]) assert.equal((await ask(session, server.origin + path)).kind, "answer");
  assert.deepEqual(
    limits.filter((milliseconds) => milliseconds > 0),
    [],
  );
});
