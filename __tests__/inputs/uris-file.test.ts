import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type Run, resultLines, runAction, temporaryFolder } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

async function listed(t: TestContext, content: Buffer | string, uris = ""): Promise<Run> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "list.txt"), content);
  return runAction({ uris, "uris-file": "list.txt" }, { cwd: folder });
}

function errorOf({ log }: Run): string {
  return log.find((line) => line.startsWith("::error::")) ?? "";
}

function warnings({ log }: Run): string[] {
  return log.filter((line) => line.startsWith("::warning"));
}

/** UTF-16 with a byte order mark, little endian as Windows PowerShell writes it, or big endian. */
function utf16(text: string, endian: "little" | "big"): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return endian === "little" ? bytes : bytes.swap16();
}

for (const endian of ["little", "big"] as const) {
  test(`a uris-file in UTF-16 with a byte order mark is read: ${endian} endian`, async (t) => {
    const server = await startServer(t, (_, answer) => answer.end("Gr\u00fc\u00dfe"));
    const list = `# two\r\n${server.origin}/stra\u00dfe\r\n\r\n${server.origin}/ 2xx Gr\u00fc\u00dfe\r\n`;
    const run = await listed(t, utf16(list, endian));
    assert.deepEqual(
      [run.code, resultLines(run)],
      [0, [`[OK] ${server.origin}/stra\u00dfe`, `[OK] ${server.origin}/`]],
    );
    assert.equal(server.requests[0]?.url, "/stra%C3%9Fe");
  });
}

test("a uris-file in any other encoding is refused by name, and nothing is requested", async (t) => {
  const server = await startServer(t);
  const list = `${server.origin}/stra\u00dfe\n`;
  const contents = {
    "Latin-1": Buffer.from(list, "latin1"),
    "UTF-16 without a byte order mark": Buffer.from(list, "utf16le"),
    "UTF-16 without a byte order mark, big endian": Buffer.from(list, "utf16le").swap16(),
    "UTF-16 that is cut within a character": utf16(list, "little").subarray(0, -1),
    "UTF-16 with half a surrogate pair": utf16(`${list}\ud83c`, "little"),
    "UTF-32": Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from([...list].flatMap((c) => [c.charCodeAt(0), 0, 0, 0]))]), // biome-ignore format: short
    "UTF-8 that is cut within a character": Buffer.from(list).subarray(0, -3),
    "a zip file": Buffer.from("PK\u0003\u0004\u0000\u0000https://a.example/", "latin1"),
  };
  for (const [name, content] of Object.entries(contents)) {
    const run = await listed(t, content, server.origin);
    assert.equal(run.code, 1, name);
    assert.match(errorOf(run), /^::error::uris-file: "list\.txt" is not UTF-8; accepted: /, name);
  }
  assert.equal(server.connections, 0);
});

test("a pipe, a device and a folder as uris-file are refused at once", {
  skip: process.platform === "win32",
}, async (t) => {
  const server = await startServer(t);
  const folder = temporaryFolder(t);
  execFileSync("mkfifo", [join(folder, "pipe")]);
  mkdirSync(join(folder, "folder"));
  symlinkSync("pipe", join(folder, "link"));
  for (const file of ["pipe", "link", "folder", "/dev/zero", "/dev/null"]) {
    const run = await runAction({ uris: server.origin, "uris-file": file }, { cwd: folder });
    assert.deepEqual([run.code, run.stderr], [1, ""], file);
    assert.match(errorOf(run), new RegExp(`^::error::uris-file: "${file}" cannot be read.*; accepted: the path`));
    assert.match(errorOf(run), /this is (?:no regular file|a folder)/);
    assert.ok(run.ms < 5000, `${file}: ${run.ms} ms`);
  }
  assert.equal(server.connections, 0);
});

test("what is wrong with a uris-file is said in our own words", { skip: process.platform === "win32" }, async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "file"), "");
  symlinkSync("circle", join(folder, "circle"));
  const cases = {
    missing: /is there a checkout step\?$/,
    "file/x": /is there a checkout step\?$/,
    circle: /leads to itself$/,
    [`https://a.example/${"x".repeat(300)}`]: /too long|checkout step/,
    [`${"x".repeat(300)}`]: /belongs in uris$/,
  };
  for (const [file, words] of Object.entries(cases)) {
    const run = await runAction({ "uris-file": file }, { cwd: folder });
    assert.match(errorOf(run), /^::error::uris-file: ".*" cannot be read \(E[A-Z]+\); accepted: the path/);
    assert.match(errorOf(run), words, file);
    assert.doesNotMatch(errorOf(run), /no such file or directory|open '|stat '/);
  }
});

test("a uris-file without a line is a warning beside uris, and an error alone", async (t) => {
  const server = await startServer(t);
  for (const content of ["", "\n# nothing\n", "\ufeff"]) {
    const beside = await listed(t, content, server.origin);
    assert.deepEqual([beside.code, resultLines(beside)], [0, [`[OK] ${server.origin}`]]);
    assert.deepEqual(warnings(beside), ['::warning::uris-file: there is no URI in "list.txt"']);
    const alone = await listed(t, content);
    assert.deepEqual([alone.code, warnings(alone)], [1, []]);
    assert.match(errorOf(alone), /^::error::uris: there is no URI to check, and none in "list\.txt"; accepted: ./);
  }
});

test("the name of a file in a warning is taken for no command", { skip: process.platform === "win32" }, async (t) => {
  const server = await startServer(t);
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "##[error]\n::error::x"), "");
  const run = await runAction({ uris: server.origin, "uris-file": "##[error]\n::error::x" }, { cwd: folder });
  assert.deepEqual([run.code, warnings(run).length], [0, 1]);
  assert.doesNotMatch(run.log.join("\n"), /##\[|^::error/m);
});

test("a list of nothing but comments says so, and what makes one comment of a list", async () => {
  const folded = await runAction({ uris: "# the shop https://a.example/ https://b.example/" });
  assert.match(errorOf(folded), /no URI to check, only comments \(in YAML: \|, not >\); accepted/);
  const comments = await runAction({ uris: "# nothing yet\n\n# really" });
  assert.match(errorOf(comments), /no URI to check, only comments; accepted/);
});
