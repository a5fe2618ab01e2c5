import assert from "node:assert/strict";
import { test } from "node:test";
import { resultLines, runAction } from "../helpers/action.ts";
import { assertCounted, reply, reset, type ScriptedServer, startScripted } from "../helpers/scripted.ts";
import { startServer } from "../helpers/server.ts";

test("the body of a redirect is drained like any other: cut is an error, over one MiB costs the connection", async (t) => {
  const cutting: ScriptedServer = await startScripted(t, ({ socket }) => {
    socket.write("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 100\r\n\r\nhalf", () =>
      setImmediate(() => reset(cutting.server, socket)),
    );
    return null;
  });
  const long = await startServer(t, (request, answer) => {
    if (request.url === "/next") answer.end("ok");
    else answer.writeHead(302, { Location: "/next" }).end(Buffer.alloc(3_000_000));
  });
  const run = await runAction({ uris: `${cutting.origin}\n${long.origin}` });
  assert.deepEqual(resultLines(run), [
    `[ERR] ${cutting.origin}: the connection was closed in the middle of the body (ECONNRESET)`,
    `[OK] ${long.origin}`,
  ]);
  assertCounted(run, { connections: 1, reused: 0 }, { connections: 2, reused: 0 });
  assert.deepEqual([cutting.asked.length, long.connections], [1, 2]);
});

test("a connection that closes after the redirect costs a resend, not the check", async (t) => {
  const server = await startScripted(t, ({ path, socket, nth }) => {
    if (path === "/next") return nth === 1 ? reply() : null;
    setImmediate(() => socket.end());
    return reply("", { status: "302 Found", headers: ["Location: /next"] });
  });
  const run = await runAction({ uris: `${server.origin}/1` });
  assert.deepEqual(
    [run.code, run.results[0]?.state, run.results[0]?.attempts, run.results[0]?.resent],
    [0, "OK", 1, true],
  );
  assertCounted(run, server.tally);
  assert.equal(server.server.connections, 2);
});
