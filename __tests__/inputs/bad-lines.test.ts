import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { plainLog, runAction, temporaryFolder } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

/** Lines that cannot be checked, and what the result has to say of each. */
const badLines: readonly (readonly [line: string, problem: RegExp])[] = [
  ["example.com", /not an http\(s\) URI/],
  ["ftp://example.com/", /not an http\(s\) URI/],
  ["javascript:alert(1)", /not an http\(s\) URI/],
  ["http:/example.com", /not an http\(s\) URI/],
  ["//example.com/", /not an http\(s\) URI/],
  ["- https://example.com/", /not an http\(s\) URI: .*without the list mark/],
  ['"https://example.com/"', /not an http\(s\) URI: .*without quotes/],
  ["https://", /not a valid URI/],
  ["http://[::1", /not a valid URI/],
  ["http://exa%zzmple/", /not a valid URI/],
  ["http://example.com:99999/", /not a valid URI/],
  ["https://a.example/ https://b.example/", /second URI.*one URI per line/],
  ["https://a.example/ 200,https://b.example/", /second URI.*one URI per line/],
  ["https://a.example,https://b.example", /comma in the host.*one URI per line/],
  ["https://a.example,b.example/", /comma in the host.*one URI per line/],
  ["https://a.example/ up", /second word is not a status.*one URI per line/],
  ["https://a.example/ 99", /second word is not a status/],
  ["https://a.example/ 1000", /second word is not a status/],
  ["https://a.example/ 300-200", /second word is not a status/],
  ["https://a.example/ 200, 204", /second word is not a status/],
  ["https://a.example/ # a comment", /second word is not a status: a comment needs its own line/],
  ["https://a.example/a page", /second word is not a status/],
];

test("a bad line is an ERR that says what is wrong and where; the others are checked, and the step fails", async (t) => {
  const server = await startServer(t);
  const list = ["# the list", "", ...badLines.flatMap(([line], index) => [`${server.origin}/${index}`, `  ${line}\t`])];
  const run = await runAction({ uris: list.join("\n") });
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  assert.deepEqual([server.requests.length, server.connections], [badLines.length, 1]);
  const { total, up, failed, connections, reused } = run.outputs;
  const good = String(badLines.length);
  assert.deepEqual(
    { total, up, failed, connections, reused },
    { total: "44", up: good, failed: good, connections: "1", reused: "21" },
  );
  for (const [index, [line, problem]] of badLines.entries()) {
    const result = run.results[2 * index + 1];
    const place = `line ${2 * index + 4}`;
    assert.deepEqual(
      [result?.uri, result?.state, result?.status, result?.attempts, result?.durationMs],
      [line, "ERR", null, 0, 0],
    );
    assert.match(result?.message ?? "", problem);
    assert.ok(result?.message.includes(place), `${place}: ${result?.message}`);
    assert.deepEqual(result?.timings, { dns: -1, connect: -1, ssl: -1, send: -1, wait: -1, receive: -1 });
    assert.ok(
      plainLog(run).some((one) => one.startsWith(`[ERR] ${line}: `) && problem.test(one) && one.includes(place)),
    );
  }
  assert.equal(run.outputs["failed-uris"], badLines.map(([line]) => line).join("\n"));
});

test("a list of nothing but bad lines is checked to its end without a request", async () => {
  const run = await runAction({ uris: badLines.map(([line]) => line).join("\n") });
  assert.deepEqual([run.code, run.stderr, run.outputs["connections"], run.outputs["reused"]], [1, "", "0", "0"]);
  assert.equal(run.results.length, badLines.length);
  assert.match(run.summary, /^## ❌ 22 of 22 URIs are down\n[\s\S]*\nNo request was made\.$/m);
  assert.doesNotMatch(run.summary, /```mermaid/);
});

test("a bad line of uris-file names the file and counts that file's lines", async (t) => {
  const server = await startServer(t);
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "list.txt"), `\ufeff# first\r\n${server.origin}/2\r\nexample.com\r\n`);
  const run = await runAction(
    { uris: `${server.origin}/1\nftp://a.example/`, "uris-file": "list.txt" },
    { cwd: folder },
  );
  assert.deepEqual(
    run.results.map(({ uri, state }) => `${state} ${uri}`),
    [`OK ${server.origin}/1`, "ERR ftp://a.example/", `OK ${server.origin}/2`, "ERR example.com"],
  );
  assert.match(run.results[1]?.message ?? "", /\bline 2\b/);
  assert.match(run.results[3]?.message ?? "", /\blist\.txt:3\b/);
});

test("a line that is listed twice is checked twice and counts twice", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: `${server.origin}/\nexample.com\n${server.origin}/\nexample.com` });
  const { total, up, failed } = run.outputs;
  assert.deepEqual({ total, up, failed }, { total: "4", up: "2", failed: "2" });
  assert.equal(run.outputs["failed-uris"], "example.com\nexample.com");
  assert.equal(server.requests.length, 2);
});

test("comments may be indented, and a # later in a line is part of it", async (t) => {
  const server = await startServer(t, (_, answer) => answer.end("issue #7 is done"));
  const run = await runAction({
    uris: `# a\n \t# b\n#${server.origin}/no\n${server.origin}/#part\n${server.origin}/ 200 #7 is\n\u00a0#c`,
  });
  assert.deepEqual([run.code, run.outputs["total"]], [0, "2"]);
  assert.equal(run.results[0]?.uri, `${server.origin}/#part`);
  assert.deepEqual(
    server.requests.map(({ url }) => url),
    ["/", "/"],
  );
});
