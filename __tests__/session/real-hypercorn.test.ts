import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { messages, runAction, temporaryFolder } from "../helpers/action.ts";
import { startGroup, whyNot } from "../helpers/group.ts";
import { findPythonProgram } from "../helpers/python.ts";
import { closedPort } from "../helpers/server.ts";

const hypercorn = findPythonProgram("hypercorn");

const app = `
async def app(scope, receive, send):
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"ok"})
`;

test("200 checks of two hypercorn workers that end unannounced after 20 requests each: all up at the first attempt", {
  skip: whyNot("hypercorn", hypercorn),
}, async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "app.py"), app);
  const port = await closedPort();
  const limits = ["--workers", "2", "--max-requests", "20"];
  const bind = ["--bind", `127.0.0.1:${port}`];
  const server = startGroup(t, hypercorn ?? "", [...limits, ...bind, `${join(folder, "app.py")}:app`]);
  await server.lines(/Running on/, 2);
  const uris = Array.from({ length: 200 }, (_, i) => `http://127.0.0.1:${port}/${i}`);
  const run = await runAction({ uris: uris.join("\n") });
  assert.deepEqual([new Set(messages(run)), run.code, run.stderr], [new Set([""]), 0, ""]);
  assert.ok(run.results.every(({ attempts }) => attempts === 1));
  // How many of the requests meet a worker that goes is up to the scheduler. Nearly all do.
  const resent = run.results.filter((result) => result.resent).length;
  t.diagnostic(`${resent} sent again, ${run.outputs["connections"]} connections`);
  assert.ok(resent > 0);
});
