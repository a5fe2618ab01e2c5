import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { plainLog, type Run, resultLines, runAction, startAction, temporaryFolder } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

/** The commands of one kind, properties and message, as the runner reads them. */
function commands(run: Run, kind: "error" | "warning"): { properties: Record<string, string>; message: string }[] {
  const decode = (text: string): string => text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%"); // biome-ignore format: a chain
  return run.log.flatMap((line) => {
    const found = new RegExp(`^::${kind}(?: ([^:]*))?::(.*)$`).exec(line);
    if (!found) return [];
    const pairs = (found[1] ?? "").split(",").filter((pair) => pair !== "");
    const properties = Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), decode(pair.slice(pair.indexOf("=") + 1))]),
    );
    return [{ properties, message: decode(found[2] ?? "") }];
  });
}

test("annotations: at most nine for URIs and the verdict last, while every failure has a log line", async (t) => {
  const server = await startServer(t, ({ url }, answer) => answer.writeHead(url === "/5" ? 200 : 503).end());
  const uris = Array.from({ length: 15 }, (_, index) => `${server.origin}/${index}`);
  const run = await runAction({ uris: uris.join("\n") });
  const errors = commands(run, "error");
  const failed = uris.filter((uri) => !uri.endsWith("/5"));
  assert.deepEqual(errors.map(({ message }) => message), [...failed.slice(0, 9).map((uri) => `${uri}: 503 Service Unavailable, expected 200`), "14 of 15 URIs are down"]); // biome-ignore format: short
  assert.deepEqual(errors.flatMap(({ properties }) => Object.keys(properties)), []); // biome-ignore format: short
  assert.deepEqual(resultLines(run).filter((line) => !line.startsWith("[OK]")), failed.map((uri) => `[NOK] ${uri}: 503`)); // biome-ignore format: short
  assert.deepEqual(commands(run, "warning"), []);
});

test("annotations of a uris-file point to its lines, those of uris to no file", async (t) => {
  const server = await startServer(t, ({ url }, answer) => answer.writeHead(url === "/up" ? 200 : 404).end());
  const folder = temporaryFolder(t);
  // Windows has no colon in file names.
  const file = process.platform === "win32" ? "a list, of 100%.txt" : "a list, of: 100%.txt";
  writeFileSync(join(folder, file), `# c\r\n\r\n${server.origin}/up\r\n${server.origin}/down\r\nnonsense\r\n`);
  const run = await runAction({ uris: `\n${server.origin}/first`, "uris-file": file }, { cwd: folder });
  const [first, second, third, verdict, ...more] = commands(run, "error");
  assert.deepEqual(first, { properties: {}, message: `${server.origin}/first: 404 Not Found, expected 200` });
  assert.deepEqual(second, {
    properties: { file, line: "4" },
    message: `${server.origin}/down: 404 Not Found, expected 200`,
  });
  assert.deepEqual(third?.properties, { file, line: "5" });
  assert.match(third?.message ?? "", /^nonsense: not an http\(s\) URI/);
  assert.deepEqual([verdict, more], [{ properties: {}, message: "3 of 4 URIs are down" }, []]);
});

test("a URI that recovered has no annotation", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(server.requests.length === 1 ? 503 : 200).end());
  const run = await runAction({ uris: server.origin, "retry-for": "1m", "retry-delay": "10ms" });
  assert.deepEqual([run.code, run.log.filter((line) => line.startsWith("::"))], [0, []]);
});

test("a failure is annotated once, however often it was tried", async (t) => {
  const server = await startServer(t, (_, answer) => answer.writeHead(503).end());
  const run = await runAction({ uris: server.origin, "retry-for": "100ms", "retry-delay": "20ms" });
  assert.ok(server.requests.length > 1);
  assert.deepEqual(commands(run, "error").length, 2);
});

test("a cancelled run has the verdict, and no annotation for what it did not check", {
  timeout: 30_000,
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    if (url !== "/hangs") answer.writeHead(500).end();
  });
  const step = startAction({ uris: ["/down", "/hangs", "/a", "/b"].map((path) => server.origin + path).join("\n") });
  await server.until(() => server.requests.length === 2);
  step.child.kill("SIGTERM");
  const run = await step.finished;
  const messages = commands(run, "error").map(({ message }) => message);
  assert.deepEqual(messages, [
    `${server.origin}/down: 500 Internal Server Error, expected 200`,
    "Cancelled: 1 of 4 URIs is down, 3 were not checked",
  ]);
  assert.equal(plainLog(run).filter((line) => /^\[ERR\] .*: not checked \(cancelled\)/.test(line)).length, 2);
});

test("a URI that may have ended on a login page is a warning; there are at most five, and the step succeeds", async () => {
  const given = Array.from({ length: 8 }, (_, index) => ({
    uri: `https://a.example/${index}`,
    strayedTo: "login.example.net",
    redirects: ["https://login.example.net/"],
    ...(index === 0 ? {} : { file: "list.txt", line: index + 1 }),
  }));
  const entry = fileURLToPath(new URL("../helpers/write-report.ts", import.meta.url));
  const run = await runAction({}, { entry, env: { GIVEN: JSON.stringify(given) } });
  const warnings = commands(run, "warning");
  const message = ": ended on login.example.net: a login page? If not, write -> and the address behind the URI";
  assert.deepEqual(
    warnings,
    given.slice(0, 5).map(({ uri }, index) => ({
      properties: index === 0 ? {} : { file: "list.txt", line: String(index + 1) },
      message: uri + message,
    })),
  );
  assert.deepEqual([run.code, commands(run, "error")], [0, []]);
  assert.match(run.summary, /^## ✅ All 8 URIs are up\n/);
  assert.equal(run.summary.match(/<td>⚠️<\/td>/g)?.length, 8);
});
