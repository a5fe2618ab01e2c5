import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBase } from "../../src/inputs/address.ts";
import { parseLine } from "../../src/inputs/line.ts";
import { ok } from "../../src/inputs/status.ts";
import { runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

const base = parseBase("https://example.com/app");
const defaults = { expected: { status: ok, text: null, end: null }, base: "problem" in base ? null : base };

function problemOf(line: string): string | null {
  const target = parseLine(line, { file: null, line: 1 }, defaults);
  return target.kind === "mistake" ? target.problem : null;
}

/** Lines with a second URI that would never be asked. `A` stands for a URI that is up. */
const second = [
  "A/health,https://b.example/health",
  "A/health;https://b.example/health",
  "A/health|https://b.example/health",
  "A/health\uff0chttps://b.example/health",
  "A/health\u3001https://b.example/health",
  "A/health\\nhttps://b.example/health",
  "A\\nhttps://b.example",
  "A/health\\r\\nhttps://b.example/health",
  "A/health%0Ahttps://b.example/health",
  "A/health%0d%0aHTTP://b.example/health",
  "A/,https://b.example/?x",
  "A/#part,https://b.example/",
  'A/","https://b.example/',
  "A/\\n'https://b.example/'",
  "A/%0Ahttps%3A%2F%2Fb.example%2F",
  "A/health\\n",
  "A;https://b.example",
  "A|https://b.example",
  "A/ https://b.example/",
  "A/ http://b.example/ 200",
  "A/ 200,https://b.example/",
  "A/ www.b.example",
  "A/ 200 https://b.example/",
  "A/ 200 HTTPS://b.example/",
  "A/ 200 https://b.example/ 200",
  "A/ 200 https://b.example/ 200 https://c.example/ 200",
  "A/ 200 https://b.example/ 2xx,301 and a text",
  "A/ 200 https://b.example/ -> https://c.example/",
  "A/ 200 Welcome https://b.example/ 200 Welcome",
  "A/ 200 !Error https://b.example/ 404",
  "A/ 200 !Error https://b.example/",
  "A/ 200 !Error\\nhttps://b.example/ 200",
  "A/ 200 !Error,https://b.example/",
  "A/ 200 !Error;https://b.example/ 200 !Error",
  "A/ 200 Welcome\\nhttps://b.example/ 200 Welcome",
  "A/ 200 https://b.example/ https://c.example/",
  "A/ 200 Welcome https://b.example/ https://c.example/ 200",
  "A/ 200 sitemap https://b.example/sitemap.xml",
  "sitemap A/ https://b.example/",
  "sitemap A/ 200 https://b.example/",
  "sitemap A/,https://b.example/",
  "A/ 301 -> A/x,https://b.example/",
  "/a,/b",
  "/a\\n/b",
  "/a%0A/b",
  "/a /b",
  "/a 200 /b 200",
  "/a 200 !Error /b 200 !Error",
  "/a 200 !Error /b",
  "/a 200 !Error\\n/b",
  "/a 200 !Error A/b",
  "/a 200 text /b -> /c",
  "sitemap /sitemap.xml 200 !Error /b",
  "/a,https://b.example/",
];

test("a second URI on a line is a mistake, however it got there: it would never be asked", async (t) => {
  const server = await startServer(t);
  const lines = second.map((line) => line.replace(/\bA\b/g, server.origin));
  const run = await runAction({ uris: lines.join("\n"), "base-uri": server.origin });
  for (const [index, line] of lines.entries()) {
    const { state, message } = run.results[index] ?? {};
    assert.equal(state, "ERR", line);
    assert.match(message ?? "", /one URI per line/, line);
  }
  assert.deepEqual([run.code, run.results.length, server.requests.length], [1, lines.length, 0]);
});

/** URIs that hold another one, and texts that hold one, as they may. */
const legitimate = [
  "https://web.archive.example/web/2020/https://example.com/",
  "https://web.archive.example/web/2020/http://example.com/a,b;c|d",
  "https://img.example/w=80,q=75/https://example.com/a.png",
  "https://img.example/plain/https://example.com/a.png@png",
  "https://img.example/?url=https://example.com/,https://example.org/",
  "https://img.example/?a=1;https://example.com/",
  "https://example.com/?urls=https://a.example/%0Ahttps://b.example/",
  "https://example.com/login?next=https://b.example/",
  "https://example.com/a,b;c|d",
  "https://example.com/a%0Ab",
  "https://example.com/,",
  "https://example.com/a\\nb",
  "https://example.com#https://b.example/",
  "https://example.com/rdf/<https://b.example/>",
  "https://example.com/Items('https://b.example')",
  "https://example.com/%2Chttps://b.example/",
  "/web/https://example.com/",
  "/?to=/a,/b",
  "https://example.com/ 200 <a href=https://b.example/>",
  "https://example.com/ 200 https://b.example/ is our shop",
  "https://example.com/ 200 see https://b.example/",
  "https://example.com/robots.txt 200 Sitemap: https://example.com/sitemap.xml",
  "https://example.com/ 200 !https://evil.example/",
  "https://example.com/ 200 ! https://evil.example/",
  "https://example.com/ 200 !https://evil.example/ was here",
  "https://example.com/ 200 !GET /b 200",
  "https://example.com/ 200 !see /b",
  "https://example.com/ 200 !C:\\new\\readme",
  "https://example.com/ 200 see,https://b.example/",
  "https://example.com/ 200 !a,b;c|d",
  "/ 200 /about",
  "/ 200 !/about",
  "/ 200 see /about",
  "https://example.com/ 200 /about",
  "https://example.com/ 200 a -> b",
  "https://example.com/ 200 # 7",
  "https://example.com/ 200 200 OK",
];

test("a URI within the path or the query of another, or within a text, is no mistake", () => {
  for (const line of legitimate) assert.equal(problemOf(line), null, line);
});

/** Likely mistakes, and what their message tells to write. */
const advice: readonly (readonly [advice: RegExp, lines: readonly string[]])[] = [
  [
    /a comment needs its own line/,
    ["A # c", "A #c", "A // c", "A -- c", "A ; c", "A <!-- c -->", "/x # c", "sitemap A # c", "// c", "A # c A"],
  ],
  [/without quotes/, ['"A"', '\\"A\\"', "'A'", "`A`", "\u201cA\u201d", '"A",', '"A" 200', "'A',"]],
  [/without brackets/, ["<A>", "<A> 200", "(A)"]],
  [
    /without the list mark/,
    [
      "- A",
      "* A",
      "+ A",
      "\u2022 A",
      "1. A",
      "2) A",
      "-A",
      "*A",
      '- "A"',
      "- A 200",
      "- sitemap A",
      "- /x",
      "\u25e6 A",
      "\u00b7 A",
      "(1) A",
    ],
  ],
  [/a JSON list: write one URI per line/, ['["A", "A"]', "['A']", "[", "]", "],", '"A", "A"', "{", "[A, A]"]],
  [/a Markdown link: write the URI alone/, ["[a](A)", "![a](A)", "[a b](A) 200", "[a]: A"]],
  [
    /only GET/,
    [
      "GET A",
      "HEAD A",
      "get A",
      "POST A 200",
      "curl A",
      "curl -I A",
      "DELETE /x",
      "GET: A",
      "GET /x",
      "A GET",
      "A HEAD 200",
    ],
  ],
  [/2xx,3xx/, ["A 2xx, 3xx", "A 200, 204", "A 200,204, 2xx", "A 200, 204 text", "A 200 ,204", "sitemap A 200, 204"]],
  [/in YAML: \|, not >/, ["A A", "A A A", "A # c A", "A 200 A 200", "/x /y", "A 200 text A 200 text"]],
  [/write: sitemap URI/, ["Sitemap: A", "sitemap: A", "Sitemap A", "SITEMAP A", "sitemap"]],
  [/write -> with a blank/, ["A ->A", "A 301->A", "A 301 ->A", "A ->/x"]],
  [/write -> in front/, ["A => A", "A \u2192 A", "A 301 => A", "A 301 \u2192 /x", "A --> A"]],
  [/the status in front of the text/, ["A !text", "sitemap A !Application error"]],
  [/one http:\/\/ or https:\/\//, ["https://A", "http://https://example.com/x"]],
  [/write the status behind the URI/, ["200 A", "2xx A"]],
];

test("the message of a likely mistake says what to write instead", () => {
  for (const [pattern, lines] of advice)
    for (const line of lines)
      assert.match(problemOf(line.replace(/\bA\b/g, "https://a.example/")) ?? "", pattern, line);
});

test("a message has nothing of the line in it", () => {
  for (const line of [...second, ...advice.flatMap(([, lines]) => lines)])
    assert.doesNotMatch(problemOf(line.replace(/\bA\b/g, "https://canary.example/")) ?? "", /canary|b\.example/, line);
});
