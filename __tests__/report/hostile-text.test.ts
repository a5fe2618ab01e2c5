import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { plainText } from "../../src/text.ts";
import { type Run, runAction, temporaryFolder } from "../helpers/action.ts";
import { everyNameIs } from "../helpers/names.ts";
import { needingAttention, type Page, readPage } from "../helpers/page.ts";
import { onRequests, startRaw, startServer } from "../helpers/server.ts";

/** Text without a blank in it, that somebody could take for a command, a tag, Markdown, Mermaid or another line. */
const hostile = [
  "</code></td></tr></table><img/src=x/onerror=alert(1)>",
  "</summary></details><script>alert(1)</script>",
  "`|a|b|`\\|**x**_y_~~z~~[l](javascript:alert(1))![i](https://x.example/i.png)",
  "##[error]forged##[add-mask]e##[group]x",
  "::error::forged",
  "%0A::error::forged%0D%0A##[error]forged",
  "@octocat#1:tada:&amp;lt;b&amp;gt;&#124;&lt;!--x--><!--y--><![CDATA[",
  "\u001b[2J\u001b]0;title\u0007\u009b31m\u0085::error::forged",
  "\u202egnp.exe\u200b\u2066x\u2069\u2060",
  "```mermaid%%{init:{}}%%;section:x",
  "$\u007b{secrets.TOKEN}}$(id)`id`",
  `"onmouseover="alert(1)"'x'`,
  "<details><summary>|</summary></td><td>",
  "&#x3c;b&#x3e;&lt;i&gt;",
  "\u00fc\u{1f389}%ff%00\\x",
];

const allowed =
  /^(?:\[(?:OK|NOK|ERR)\] |::(?:error|warning)(?: [^:]*)?::|::add-mask::|\d+ requests? to |No request was made|Report: \S|https?:\/\/.*: not retried: [a-z -]+$)/;

/** Every line of the log is one of ours, no command is in it but those that are expected, and all files are clean. */
function assertHarmless(run: Run, { errors, lines }: { errors: number; lines: number }): Page {
  assert.equal(run.stderr, "");
  for (const line of run.log) {
    assert.match(line, allowed);
    assert.doesNotMatch(line, /##\[/);
    assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u2060]/u);
  }
  const count = (pattern: RegExp): number => run.log.filter((line) => pattern.test(line)).length;
  assert.deepEqual([count(/^\s*::error/), count(/^\[/), count(/^\s*::(?!error)/)], [errors, lines, 0]);
  assert.equal(run.report.summary, run.summary);
  const page = readPage(run.summary);
  const shown = [...needingAttention(page), ...(page.up?.rows ?? [])].map(({ uri }) => uri).sort();
  const typed = run.results.map(({ uri }) => plainText(uri)).sort();
  assert.deepEqual(shown, typed, "shown as it was typed");
  return page;
}

test("hostile paths, queries and fragments, up and down: shown as typed, and nothing but text", async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) =>
    answer.writeHead(url.startsWith("/up") ? 200 : 500).end(),
  );
  const uris = hostile.flatMap((text) =>
    ["up/", "down/", "down?q=", "up#"].map((before) => `${server.origin}/${before}${text}`),
  );
  const run = await runAction({ uris: uris.join("\n"), concurrency: "4" });
  assert.deepEqual(run.results.map(({ uri }) => uri), uris); // biome-ignore format: short
  assertHarmless(run, { errors: 10, lines: uris.length });
  assert.deepEqual(run.outputs["failed-uris"]?.split("\n"), uris.filter((uri) => uri.includes("/down"))); // biome-ignore format: short
});

test("hostile lines that are no URI", async () => {
  const lines = [...hostile, "ghadelimiter", "ghadelimiter_", "total<<ghadelimiter", "up=7", "failed<<EOF"]
    .flatMap((text) => [text, `https://x.example/ ${text}`, `${text} ${text}`])
    .filter((line) => !line.startsWith("#"));
  const run = await runAction({
    uris: `${lines.join("\n")}\n\u2028::error::a\u2028::error::b\n[OK] https://x.example/`,
  });
  assertHarmless(run, { errors: 10, lines: lines.length + 2 });
  assert.doesNotMatch(run.summary, /href/);
  const { total, up, failed } = run.outputs;
  assert.deepEqual(
    { total, up, failed },
    { total: String(lines.length + 2), up: "0", failed: String(lines.length + 2) },
  );
  assert.deepEqual(JSON.parse(run.outputs["results"] ?? ""), run.results);
});

/** Answers 500 after a tenth of a second, so that the chart has a bar for it. */
const slowly: RequestListener = (_, answer) => {
  setTimeout(() => answer.writeHead(500).end(), 120);
};

test("hostile hosts", async (t) => {
  const server = await startServer(t, slowly);
  const hosts = [
    'a;b"c`d{e}*f',
    "a'b(c)!$&=+~_",
    "section-x--y",
    "xn--bcher-kva",
    `${"a".repeat(60)}.${"b".repeat(60)}`,
    "b\u00fccher",
    "[::ffff:127.0.0.1]",
  ];
  const uris = hosts.map(
    (host) => `http://${host}${host.startsWith("[") ? "" : ".example"}:${server.port}/%%{init:{}}%%`,
  );
  const run = await runAction({ uris: uris.join("\n") }, { nodeArguments: everyNameIs("127.0.0.1") });
  const { chart } = assertHarmless(run, { errors: 8, lines: uris.length });
  assert.equal(chart?.bars.length, uris.length);
});

// What Mermaid gives a meaning, or could: https://mermaid.js.org/syntax/gantt.html
const syntax = [
  ":crit,0,9",
  ";section;x",
  "#quot;#35;",
  "%%comment",
  "%0Asection%20x%0Aa:crit,0,9",
  "%0a%0d```%0a",
  "%2525%7B%7Binit:{}}",
  "``````",
  "---%0aconfig:%0a---",
  "click-x-call-alert()",
  "<img/src=x/onerror=alert(1)>",
  "%3Cscript%3Ealert(1)%3C/script%3E",
  "$$x$$",
  "&lt;b&gt;&amp;",
  "title-gantt-end",
  "\u202egnp.exe\u2066\u2069",
  "%E2%80%AE%E2%81%A6",
  "[a](b)|c|",
  `${"very-long/".repeat(500)}end`,
  "%".repeat(300),
];

test("paths that mean something to Mermaid, or pass for something else: labels of harmless characters", async (t) => {
  const server = await startServer(t, slowly);
  const uris = syntax.map((path) => `${server.origin}/${path}`);
  const run = await runAction({ uris: uris.join("\n"), concurrency: "10" });
  const { chart } = assertHarmless(run, { errors: 10, lines: uris.length });
  assert.deepEqual(
    chart?.bars.map(({ number }) => number),
    uris.map((_, index) => index + 1),
  );
});

test("a chart's labels have no query, no fragment, no credentials, and no more than the beginning of a token", async (t) => {
  const server = await startServer(t, slowly);
  const token = "9f8e7d6c5b4a3f2e1d0c9b8a";
  const paths = [
    `a?token=${token}`,
    `b#${token}`,
    `hooks/T024/${token}`,
    `c/${token}${token}.json`,
    `%39${token.slice(1)}`,
  ];
  const uris = [
    ...paths.map((path) => `${server.origin}/${path}`),
    `http://user:${token}@127.0.0.1:${server.port}/d`,
    `${server.origin}/123e4567-e89b-12d3-a456-426614174000`,
  ];
  const run = await runAction({ uris: uris.join("\n") });
  const [, chart = ""] = run.summary.split("```mermaid");
  assert.deepEqual(
    [...chart.matchAll(/^ {2}section \d+ · (.*)$/gm)].map(([, label]) => label),
    ["/a", "/b", "/hooks/T024/9f8e…", "/c/9f8e….json", "/9f8e…", "/d", "/123e…"],
  );
  assert.doesNotMatch(chart, /9f8e7|123e4/);
});

test("hostile redirects, followed, refused and left alone", async (t) => {
  const server = await startRaw(t, (socket) =>
    onRequests(socket, (head) => {
      const path = head.split(" ")[1] ?? "";
      const number = Number(/^\/(\d+)/.exec(path)?.[1] ?? Number.NaN);
      const prefix = path.endsWith("?refused") ? "javascript:" : `/end/${"x".repeat(number * 20)}`;
      const location = Number.isNaN(number)
        ? ""
        : `Location: ${prefix}${hostile[number]}?${hostile[number]}#${hostile[number]}\r\n`;
      socket.write(
        Buffer.from(`HTTP/1.1 ${location ? 302 : 500} ::error::<b>\r\n${location}Content-Length: 0\r\n\r\n`),
      );
    }),
  );
  const uris = hostile.flatMap((_, index) => [`${server.origin}/${index}`, `${server.origin}/${index}?refused`]);
  for (const redirects of ["10", "0"]) {
    const run = await runAction({ uris: uris.join("\n"), "max-redirects": redirects });
    const page = assertHarmless(run, { errors: 10, lines: uris.length });
    for (const { reason } of needingAttention(page)) {
      assert.ok(reason.length < 400, reason);
      assert.doesNotMatch(reason, /\?[^…]|#[^…]/, "no query and no fragment that a server chose");
    }
  }
});

test("hostile reason phrases, header fields and bodies, and a hostile text to look for", async (t) => {
  const server = await startRaw(t, (socket) =>
    onRequests(socket, (head) => {
      const text = hostile[Number(/\/(\d+)/.exec(head)?.[1])] ?? "";
      const fields = [
        "Content-Encoding",
        "Content-Type",
        "Retry-After",
        "Set-Cookie",
        "Server",
        "X-Y",
        "Alt-Svc",
        "Keep-Alive",
        "WWW-Authenticate",
      ];
      const body = hostile.join("\n");
      const answer = [
        `HTTP/1.1 503 ${text}`,
        ...fields.map((name) => `${name}: ${text}`),
        `Content-Length: ${Buffer.byteLength(body)}`,
        "",
        body,
      ];
      socket.write(answer.join("\r\n"));
    }),
  );
  const uris = hostile.flatMap((text, index) => [
    `${server.origin}/${index}`,
    `${server.origin}/${index} 503 not there ${text} \u00a0::error::`,
  ]);
  const run = await runAction({ uris: uris.join("\n"), "retry-for": "1ms", "retry-delay": "1ms" });
  assertHarmless(run, { errors: 10, lines: 2 * uris.length });
  assert.doesNotMatch(run.files, /WWW-Authenticate/i);
});

test("a certificate with a hostile name", async (t) => {
  const server = await startServer(t, undefined, { tls: "wrong-name" });
  const run = await runAction({ uris: server.origin });
  assertHarmless(run, { errors: 2, lines: 1 });
  assert.match(run.results[0]?.message ?? "", /ERR_TLS_CERT_ALTNAME_INVALID/);
  assert.doesNotMatch(run.log.join() + run.files, /img|elsewhere/);
});

const fileNames = [
  "<b>|`x`&amp;.txt",
  "::error::x,y=z%0A.txt",
  "##[error]x.txt",
  "a\n::error::forged\r##[error]forged.txt",
  "\u001b[2J\u202e\u2028.txt",
  "a:b,c%2C.txt",
];

for (const name of fileNames) {
  test(`a uris-file with a hostile name: ${JSON.stringify(name)}`, {
    skip: process.platform === "win32" && /[<>:"|\p{Cc}]/u.test(name),
  }, async (t) => {
    const folder = temporaryFolder(t);
    const server = await startServer(t, (_, answer) => answer.writeHead(500).end());
    writeFileSync(join(folder, name), `nonsense\n${server.origin}\n`);
    const run = await runAction({ "uris-file": name }, { cwd: folder });
    assertHarmless(run, { errors: 3, lines: 2 });
    const missing = await runAction({ "uris-file": `missing ${name}` }, { cwd: folder });
    assert.equal(missing.log.filter((line) => /^\s*::/.test(line)).length, 1);
    assert.doesNotMatch(missing.log.join(""), /##\[|[\p{Cc}\u202e\u2028]/u);
    assert.deepEqual(missing.summary.match(/<(?!\/?(?:ul|li|code|sub)>)/g), null);
  });
}
