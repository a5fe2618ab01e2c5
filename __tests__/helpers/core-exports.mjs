// Goes through everything that @actions/core exports, and says on standard output what each did, one JSON line each.
import { appendFileSync } from "node:fs";
import * as core from "@actions/core";

const { summary } = core;
const ways = {
  ExitCode: () => core.ExitCode.Failure,
  exportVariable: () => core.exportVariable("A_VARIABLE", { a: 1 }),
  setSecret: () => core.setSecret("s%e\nc"),
  addPath: () => core.addPath("/a/path"),
  getInput: () => [core.getInput("text"), core.getInput("text", { trimWhitespace: false })],
  getMultilineInput: () => core.getMultilineInput("lines"),
  getBooleanInput: () => core.getBooleanInput("flag"),
  setOutput: () => core.setOutput("an-output", "one\ntwo"),
  setCommandEcho: () => core.setCommandEcho(true),
  setFailed: () => [core.setFailed(new Error("it failed")), process.exitCode],
  isDebug: () => core.isDebug(),
  debug: () => core.debug("a"),
  error: () => core.error("b", { file: "a,b", startLine: 1 }),
  warning: () => core.warning("c"),
  notice: () => core.notice("d"),
  info: () => core.info("e"),
  startGroup: () => core.startGroup("f"),
  endGroup: () => core.endGroup(),
  group: () => core.group("g", async () => "inside"),
  saveState: () => core.saveState("state", 1),
  getState: () => core.getState("before"),
  summary: async () => {
    await summary
      .addHeading("h", 2)
      .addTable([[{ data: "1", header: true }]])
      .addRaw("raw", true)
      .write();
    await summary.addLink("l", "https://a.example/").addDetails("d", "c").addList(["x"]).addCodeBlock("y", "z").write();
    return [summary.isEmptyBuffer(), summary.stringify()];
  },
  markdownSummary: () => core.markdownSummary === summary,
  toPosixPath: () => core.toPosixPath("a\\b"),
  toWin32Path: () => core.toWin32Path("a/b"),
  toPlatformPath: () => core.toPlatformPath("a/b"),
  // They need modules that are kept out: a system command, and http-client's own transports.
  platform: () => "not tried",
  getIDToken: () => "not tried",
};

for (const name of Object.keys(core).sort()) {
  const found = await Promise.resolve(ways[name]?.() ?? null);
  appendFileSync(process.env.TRIED, `${JSON.stringify([name, name in ways, found])}\n`);
}
process.exitCode = 0;
