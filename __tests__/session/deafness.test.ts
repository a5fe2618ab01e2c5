import assert from "node:assert/strict";
import { test } from "node:test";
import { resultLines, runAction } from "../helpers/action.ts";
import { startProxy, through } from "../helpers/proxy.ts";
import { type Asked, assertCounted, reply, type ScriptedServer, startScripted } from "../helpers/scripted.ts";

const redirect = (to: string): string => reply("", { status: "302 Found", headers: [`Location: ${to}`] });

/** Answers the first request of each connection, and no other. */
const once =
  (answer: (asked: Asked) => string | null) =>
  (asked: Asked): string | null =>
    asked.nth === 1 ? answer(asked) : null;

const both = ["http", "https"] as const;
const settingsOf = (scheme: "http" | "https") => (scheme === "http" ? {} : ({ tls: "server" } as const));

for (const scheme of both) {
  test(`deaf kept ${scheme} connections all along a chain of redirects cost one timeout, and not the check`, async (t) => {
    const start = (answer: (asked: Asked) => string): Promise<ScriptedServer> =>
      startScripted(t, once(answer), settingsOf(scheme));
    const last = await start(() => reply());
    const middle = await start(({ path }) => (path === "/go" ? redirect(`${last.origin}/end`) : reply()));
    const first = await start(({ path }) => (path === "/go" ? redirect(`${middle.origin}/go`) : reply()));
    const servers = [first, middle, last];
    const run = await runAction({
      uris: [...servers.map(({ origin }) => `${origin}/`), `${first.origin}/go`].join("\n"),
      timeout: "1s",
    });
    assert.deepEqual(
      run.results.map(({ state, resent, attempts }) => [state, resent, attempts]),
      [
        ["OK", false, 1],
        ["OK", false, 1],
        ["OK", false, 1],
        ["OK", true, 1],
      ],
    );
    const { durationMs = 0 } = run.results[3] ?? {};
    assert.ok(durationMs >= 1000 && durationMs < 2000, `one timeout and not two: ${durationMs} ms`);
    assertCounted(run, ...servers.map(({ tally }) => tally));
  });

  test(`a kept ${scheme} connection that is closed after a long silence leaves the resend a timeout of its own`, async (t) => {
    const server = await startScripted(
      t,
      ({ nth, connection, socket }) => {
        if (connection === 1 && nth === 1) return reply();
        setTimeout(() => (connection === 1 ? socket.destroy() : socket.write(reply())), 700);
        return null;
      },
      settingsOf(scheme),
    );
    const run = await runAction({ uris: `${server.origin}/1\n${server.origin}/2`, timeout: "1s" });
    assert.deepEqual(resultLines(run), [`[OK] ${server.origin}/1`, `[OK] ${server.origin}/2`]);
    assert.equal(run.results[1]?.resent, true);
  });
}

test("where a deaf connection and a fresh one were silent the cause says so, and only there", async (t) => {
  const silent = await startScripted(t, ({ connection, nth }) => (connection === 1 && nth === 1 ? reply() : null));
  const stalling = await startScripted(
    t,
    once(({ connection }) => (connection === 1 ? reply() : "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok")),
  );
  const run = await runAction({
    uris: [silent, stalling].flatMap(({ origin }) => [`${origin}/1`, `${origin}/2`]).join("\n"),
    timeout: "300ms",
  });
  assert.deepEqual(resultLines(run), [
    `[OK] ${silent.origin}/1`,
    `[ERR] ${silent.origin}/2: timed out after 300 ms waiting for the answer (ETIMEDOUT): a kept connection and a fresh one were both silent`,
    `[OK] ${stalling.origin}/1`,
    `[ERR] ${stalling.origin}/2: timed out after 300 ms reading the body (ETIMEDOUT)`,
  ]);
  for (const { durationMs } of [run.results[1], run.results[3]].flatMap((result) => result ?? []))
    assert.ok(durationMs >= 600 && durationMs < 900, `two timeouts: ${durationMs} ms`);
});

test("a connection that answered a redirect of the same attempt is not deaf: one timeout", async (t) => {
  const server = await startScripted(t, ({ path }) =>
    path === "/end" ? null : path === "/go" ? redirect("/end") : reply(),
  );
  const run = await runAction({ uris: `${server.origin}/\n${server.origin}/go`, timeout: "500ms" });
  assert.match(resultLines(run)[1] ?? "", /timed out after 500 ms waiting for the answer \(ETIMEDOUT\)$/);
  assert.ok((run.results[1]?.durationMs ?? 0) < 900);
  assert.deepEqual(
    server.asked.map(({ path }) => path),
    ["/", "/go", "/end"],
  );
});

for (const scheme of both) {
  test(`a kept connection through a proxy that went deaf costs one timeout, and not the check: ${scheme}`, async (t) => {
    const server = await startScripted(t, scheme === "http" ? () => reply() : once(() => reply()), settingsOf(scheme));
    const clients = new Set<unknown>();
    const proxy = await startProxy(t, {
      servers: { "site.uptimemon.test:1": server.server },
      // What is forwarded is answered once a connection; in a tunnel the server does so.
      intercept: (client) => clients.size === clients.add(client).size,
    });
    const origin = `${scheme}://site.uptimemon.test:1`;
    const run = await runAction({ uris: `${origin}/1\n${origin}/2`, timeout: "500ms" }, through(proxy));
    assert.deepEqual(
      run.results.map(({ state, resent }) => [state, resent]),
      [
        ["OK", false],
        ["OK", true],
      ],
    );
    assert.deepEqual([proxy.server.connections, run.outputs["connections"], run.outputs["reused"]], [2, "2", "1"]);
  });
}
