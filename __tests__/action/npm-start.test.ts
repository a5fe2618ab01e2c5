import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));

interface Started {
  readonly code: number | null;
  readonly said: string;
}

/** What `npm start -- WORDS` does. */
async function start(
  words: readonly string[],
  { env = {}, nodeArguments = [] }: { env?: Record<string, string>; nodeArguments?: readonly string[] } = {},
): Promise<Started> {
  const child = spawn(process.execPath, [...nodeArguments, script, ...words], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

// Lines that cannot be checked, so that nothing is requested.
const lines = [
  "https://ann:s3cret/pw@127.0.0.1/",
  "https:ann:s3cretpw@127.0.0.1",
  "//ann:s3cretpw@127.0.0.1/",
  "url=https://ann:s3cretpw@127.0.0.1/",
  "https://ann:s3cret pw@127.0.0.1/",
  "https://ann:s3cret\\pw@127.0.0.1/",
  "https://ann:s3cretpw%40127.0.0.1/",
  "https://ann:p@s3cret/w#rd@127.0.0.1/",
  "ann:s3cretpw@127.0.0.1",
  "https://ann%3As3cretpw%40127.0.0.1/",
  "https%253A%252F%252Fann%253As3cretpw%2540127.0.0.1%252F",
  "https://ann:s3cretpw\uff20127.0.0.1/",
];

test("npm start alone checks a demo site, with a sitemap and a redirect target, of which two URIs are meant to be down", async () => {
  const { code, said } = await start([]);
  assert.equal(code, 0);
  const tags = (tag: string): number => said.match(new RegExp(`^\\[${tag}\\] `, "gm"))?.length ?? 0;
  assert.deepEqual([tags("OK"), tags("NOK"), tags("ERR")], [10, 1, 1]);
  assert.match(said, /^ {6}https:\/\/localhost:\d+\/moved 301 -> \/here$/m);
  assert.match(said, /^ {6}sitemap https:\/\/localhost:\d+\/sitemap\.xml 200 !Application error$/m);
  assert.match(said, /^\[OK\] https:\/\/localhost:\d+\/sitemap\.xml \(.*sitemap, 3 pages/m);
});

test("npm start prints no credentials: not of bad lines, of headers, of base-uri, or of a proxy without a scheme", async () => {
  const headers = "Authorization Bearer s3cretpw\nX-Key: s3cretpw\ns3cret/pw: x\n s3cretpw";
  const { code, said } = await start([...lines, `--headers=${headers}`, "--base-uri=https://ann:s3cretpw@127.0.0.1/"], {
    env: {
      HTTP_PROXY: "ann:s3cretpw@127.0.0.1:9",
      https_proxy: "http://DOMAIN\\ann:s3cretpw@127.0.0.1:9",
      NO_PROXY: "http://ann:s3cretpw@127.0.0.1:9",
    },
  });
  assert.equal(code, 1);
  const telling = said.split("\n").filter((line) => /s3cret/.test(line));
  assert.deepEqual(telling, []);
  for (const part of ["https://***@127.0.0.1/", "X-Key: ***", "HTTP_PROXY: ", "***@127.0.0.1:9"])
    assert.ok(said.includes(part), `${part} in what it prints`);
});

test("npm start shows a line without credentials, and the name of a header, as they are", async () => {
  const { said } = await start(["example.com 200 a text", "--headers=X-Trace: 1"]);
  assert.match(said, /^ {6}example\.com 200 a text$/m);
  assert.match(said, /^ {6}X-Trace: \*\*\*$/m);
});

test("npm start names a word that is no input without its value", async () => {
  for (const word of ["--header=Authorization: Bearer s3cretpw", "--Authorization: Bearer s3cretpw", "--headers"]) {
    const { code, said } = await start([word]);
    assert.equal(code, 1);
    assert.match(said, /is not an input|needs its value in the same word/);
    assert.doesNotMatch(said, /s3cret/);
  }
});

test("npm start refuses a Node that cannot load what https needs, and says which one can", async () => {
  const without = "data:text/javascript,delete process.getBuiltinModule";
  const { code, said } = await start(["https://127.0.0.1:9/"], { nodeArguments: ["--import", without] });
  assert.equal(code, 1);
  assert.match(said, /^This is Node \d+\.\d+\.\d+; npm start needs 20\.16 or a later 20, or 22\.3 or later/);
});
