import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { temporaryFolder } from "../helpers/action.ts";
import { freeze, type Group, startGroup, thaw, whyNot } from "../helpers/group.ts";
import { findProgram } from "../helpers/program.ts";
import { assertAllResent, raceWithClose } from "../helpers/race.ts";
import { closedPort } from "../helpers/server.ts";

const lighttpd = findProgram("lighttpd");
const skip = whyNot("lighttpd", lighttpd);
const checks = 10;

async function startLighttpd(t: TestContext): Promise<{ readonly origin: string; readonly group: Group }> {
  const folder = temporaryFolder(t);
  const port = await closedPort();
  const settings = {
    "server.document-root": folder,
    "server.bind": "127.0.0.1",
    "server.port": port,
    "server.max-keep-alive-idle": 1,
    // Not the default of 100, so that only the idle time and reloads close connections.
    "server.max-keep-alive-requests": 1000,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`);
  writeFileSync(join(folder, "lighttpd.conf"), `${lines.join("")}index-file.names = ("index.html")\n`);
  for (const name of ["index.html", ...Array.from({ length: checks }, (_, i) => String(i))])
    writeFileSync(join(folder, name), "ok");
  const group = startGroup(t, lighttpd ?? "", ["-D", "-f", join(folder, "lighttpd.conf")]);
  await group.lines(/server started/);
  return { origin: `http://127.0.0.1:${port}`, group };
}

test("lighttpd that was frozen past its keep-alive closes in the very turn of the next requests: all sent once more, all up", {
  skip,
}, async (t) => {
  const { origin, group } = await startLighttpd(t);
  const run = await raceWithClose(t, {
    origins: [origin],
    checks,
    async prepare() {
      await freeze(group.pid);
      // lighttpd counts whole seconds of real time, and closes what was idle for more than one.
      await pause(2050);
    },
    close: () => thaw(group.pid),
  });
  assertAllResent(run);
});

test("lighttpd that is reloaded closes in the very turn of the next requests: all sent once more, all up", {
  skip,
}, async (t) => {
  const { origin, group } = await startLighttpd(t);
  const run = await raceWithClose(t, {
    origins: [origin],
    checks,
    prepare: async () => {},
    close: () => process.kill(group.pid, "SIGUSR1"),
  });
  await group.lines(/server started/, 2);
  assertAllResent(run);
});
