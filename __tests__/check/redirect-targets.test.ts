import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bare, messages, type Run, resultLines, runAction, temporaryFolder } from "../helpers/action.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { startServer } from "../helpers/server.ts";

function states({ results }: Run): string[] {
  return results.map(({ state }) => state);
}

test("of a redirect map of 1,000 lines, three wrong targets are NOK and say what is wrong; no target is asked for", async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) => {
    const number = Number(/^\/old\/(\d+)$/.exec(url)?.[1]);
    const location = wrong[number] ?? `/new/${number}?from=map`;
    answer.writeHead(301, { Location: location }).end();
  });
  const wrong: Readonly<Record<number, string>> = {
    17: "/new/18?from=map",
    500: "/new/500?from=mapp",
    999: `http://localhost:${server.port}/new/999?from=map`,
  };
  const lines = Array.from({ length: 1000 }, (_, index) => `/old/${index} 301 -> /new/${index}?from=map`);
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "redirects.txt"), lines.join("\n"));
  const inputs = { "uris-file": "redirects.txt", "base-uri": server.origin };
  const run = await runAction(inputs, { cwd: folder });
  const { origin, port } = server;
  assert.deepEqual(
    run.log.filter((line) => line.startsWith("[NOK]")).map(bare),
    [
      [17, `${origin}/new/18?…`],
      [500, `${origin}/new/500?…`],
      [999, `http://localhost:${port}/new/999?…`],
    ].map(
      ([number, end]) =>
        `[NOK] ${origin}/old/${number}: 301, leads to ${end}, expected ${origin}/new/${number}?from=map`,
    ),
  );
  assert.deepEqual(messages(run).filter((message) => message.includes("only")).length, 1); // biome-ignore format: short
  assert.match(messages(run)[500] ?? "", /only the query differs/);
  assert.match(run.log.find((line) => line.includes("/old/500")) ?? "", /only the query differs/);
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [1, "", "997"]);
  assert.deepEqual([server.connections, server.requests.length], [1, 1000]);
  const annotations = run.log.filter((line) => line.startsWith("::error file=redirects.txt,line="));
  assert.deepEqual(annotations.map((line) => /line=(\d+)/.exec(line)?.[1]), ["18", "501", "1000"]); // biome-ignore format: short
});

/** A target, the Location that is answered, and in what they differ: null in nothing, "" in more than query and fragment. */
const unfollowed: readonly (readonly [target: string, location: string, differsIn: string | null])[] = [
  ["/new", "/new", null],
  ["/new", "new", null],
  ["/new", "./x/../new", null],
  ["/new", "HTTP://LOCALHOST:PORT/new", ""],
  ["ORIGIN/new", "/new", null],
  ["ORIGIN/new", "//127.0.0.1:PORT/new", null],
  ["http://127.1:PORT/new", "ORIGIN/new", null],
  ["/new", "/new/", ""],
  ["/new", "/New", ""],
  ["/gr\u00fcn%20x?\u00fc", "/gr%C3%BCn%20x?%C3%BC", null],
  ["/new?a=1&b=2", "/new?b=2&a=1", "query"],
  ["/new?", "/new", null],
  ["/new", "/new?a", "query"],
  ["/new", "/new#part", null],
  ["/new#part", "/new#part", null],
  ["/new#part", "/new", "fragment"],
  ["/new#part", "/new#Part", "fragment"],
  ["/new?a#part", "/new?b#part", "query"],
  ["/new?a#part", "/new?b", "query and fragment"],
  ["/new", "http://eve:G1ftig@127.0.0.1:PORT/new", null],
  ["https://other.example/x", "https://other.example/x", null],
  ["https://other.example/x", "https://other.example:443/x", null],
  ["https://other.example/x", "http://other.example/x", ""],
];

test("a redirect that is not followed has to lead to the target, compared as URLs; a fragment counts if the line names one", async (t) => {
  const real = (text: string): string => text.replaceAll("ORIGIN", server.origin).replaceAll("PORT", `${server.port}`);
  const server = await startServer(t, ({ url = "" }, answer) => {
    const location = real(unfollowed[Number(url.slice(1))]?.[1] ?? "");
    answer.writeHead(308, { Location: Buffer.from(location, "utf8").toString("latin1") }).end();
  });
  const run = await runAction({
    uris: unfollowed.map(([target], index) => `${server.origin}/${index} 308 -> ${real(target)}`).join("\n"),
  });
  const said = run.results.map(({ state, message }, index) => {
    const [, only = ""] = /\(only (?:the )?(.*) differs?\)/.exec(message) ?? [];
    return [unfollowed[index]?.[0], unfollowed[index]?.[1], state === "OK" ? null : only];
  });
  assert.deepEqual(said, unfollowed);
  assert.deepEqual([server.requests.length, server.connections], [unfollowed.length, 1]);
  assertHidden(run, ["G1ftig"]);
});

test("a redirect without a Location, or to no http(s) URI, leads nowhere, though its own address be the target", async (t) => {
  const locations = [null, "", "mailto:a@b.example", "http://[", "javascript:alert(1)"];
  const server = await startServer(t, ({ url = "" }, answer) => {
    const location = locations[Number(url.slice(1))] ?? null;
    answer.writeHead(301, location === null ? {} : { Location: location }).end();
  });
  const run = await runAction({
    uris: locations.map((_, index) => `${server.origin}/${index} 301 -> ${server.origin}/${index}`).join("\n"),
  });
  assert.deepEqual(states(run), locations.map(() => "NOK")); // biome-ignore format: short
  for (const [index, message] of messages(run).entries())
    assert.match(message, new RegExp(`^301 .*leads to no .*, expected ${server.origin}/${index}$`));
});

test("a followed chain has to end at the target, with the expected status", async (t) => {
  const chain: Readonly<Record<string, string>> = {
    "/one": "/two",
    "/two": "/end?x#part",
    "/loop": "/loop",
    "/gone": "/404",
    "/204": "/empty",
  };
  const server = await startServer(t, ({ url = "" }, answer) => {
    const location = chain[url];
    if (location !== undefined) answer.writeHead(302, { Location: location });
    else answer.writeHead(url === "/404" ? 404 : url === "/empty" ? 204 : 200);
    answer.end();
  });
  const { origin } = server;
  const run = await runAction({
    uris: [
      "/one -> /end?x",
      "/one 200 -> /end?x#part",
      "/one 200 -> /end",
      "/one 200 -> /two",
      "/one 302 -> /two",
      "/end?x -> /end?x",
      "/end?x -> /elsewhere",
      "/gone 404 -> /404",
      "/gone -> /404",
      "/204 204 -> /empty",
      "/204 -> /empty",
      "/loop -> /loop",
    ]
      .map((line) => `${origin}${line}`)
      .join("\n"),
    "expected-status": "2xx",
  });
  assert.deepEqual(resultLines(run), [
    `[OK] ${origin}/one`,
    `[OK] ${origin}/one`,
    `[NOK] ${origin}/one: 200, leads to ${origin}/end?…#…, expected ${origin}/end`,
    `[NOK] ${origin}/one: 200, leads to ${origin}/end?…#…, expected ${origin}/two`,
    `[OK] ${origin}/one`,
    `[OK] ${origin}/end?x`,
    `[NOK] ${origin}/end?x: 200, leads to ${origin}/end?…, expected ${origin}/elsewhere`,
    `[OK] ${origin}/gone`,
    `[NOK] ${origin}/gone: 404`,
    `[OK] ${origin}/204`,
    `[OK] ${origin}/204`,
    `[ERR] ${origin}/loop: more than 10 redirects`,
  ]);
  assertCounted(run, tallyOf(server));
});

test("with max-redirects 0 the target is where the redirect itself leads, and only its own status is up", async (t) => {
  const server = await startServer(t, ({ url }, answer) => answer.writeHead(url === "/end" ? 200 : 302, { Location: "/end" }).end()); // biome-ignore format: short
  const { origin } = server;
  const run = await runAction({
    uris: `${origin}/1 302 -> /end\n${origin}/2 302 -> /other\n${origin}/3 -> /end\n${origin}/end -> /end`,
    "max-redirects": "0",
  });
  assert.deepEqual(resultLines(run), [
    `[OK] ${origin}/1`,
    `[NOK] ${origin}/2: 302, leads to ${origin}/end, expected ${origin}/other`,
    `[NOK] ${origin}/3: 302`,
    `[OK] ${origin}/end`,
  ]);
  assert.equal(server.requests.length, 4);
});

test("a redirect from https to http may be the target of a line that does not follow it, and is refused otherwise", async (t) => {
  const plain = await startServer(t);
  const secure = await startServer(t, (_, answer) => answer.writeHead(301, { Location: `${plain.origin}/x` }).end(), { tls: "server" }); // biome-ignore format: short
  const { origin } = secure;
  const run = await runAction({
    uris: `${origin}/1 301 -> ${plain.origin}/x\n${origin}/2 301 -> ${plain.origin}/y\n${origin}/3 200 -> ${plain.origin}/x`,
  });
  assert.deepEqual(resultLines(run), [
    `[OK] ${origin}/1`,
    `[NOK] ${origin}/2: 301, leads to ${plain.origin}/x, expected ${plain.origin}/y`,
    `[ERR] ${origin}/3: redirected from https to http, which is refused`,
  ]);
  assert.equal(plain.connections, 0);
});

test("a path behind -> follows base-uri where the line does, and is on the line's own origin elsewhere", async (t) => {
  const server = await startServer(t, ({ url = "" }, answer) => answer.writeHead(301, { Location: url.replace("old", "new") }).end()); // biome-ignore format: short
  const { origin } = server;
  const run = await runAction({
    uris: `/old 301 -> /new\n${origin}/app/old 301 -> /app/new\n${origin}/app/old 301 -> /new\n/old 301 -> ${origin}/new`,
    "base-uri": `${origin}/app`,
  });
  assert.deepEqual(resultLines(run), [
    `[OK] ${origin}/app/old`,
    `[OK] ${origin}/app/old`,
    `[NOK] ${origin}/app/old: 301, leads to ${origin}/app/new, expected ${origin}/new`,
    `[NOK] ${origin}/app/old: 301, leads to ${origin}/app/new, expected ${origin}/new`,
  ]);
});

test("a wrong target that comes right in a later round is up, and a secret in a wrong one is not shown", async (t) => {
  const server = await startServer(t, ({ url }, answer) => {
    const isEarly = server.requests.length < 3;
    answer.writeHead(301, { Location: isEarly || url === "/echo" ? "/login?token=s3cret-value" : "/new" }).end();
  });
  const { origin } = server;
  const inputs = { headers: "X-Anything: s3cret-value", "retry-for": "150ms", "retry-delay": "50ms" };
  const run = await runAction({ uris: `${origin}/old 301 -> /new\n${origin}/echo 301 -> /new`, ...inputs });
  assert.deepEqual([states(run), run.results[0]?.attempts], [["OK", "NOK"], 2]);
  assert.match(messages(run)[1] ?? "", new RegExp(`leads to ${origin}/\\*\\*\\*, expected ${origin}/new`));
  assertHidden(run, ["s3cret-value"]);
});

/** A start, where it ends, and whether that is a foreign host. All names lead to one server. */
const ends: readonly (readonly [start: string, end: string, foreign: boolean])[] = [
  ["app.example", "login.example", true],
  ["app.example", "www.app.example", false],
  ["www.app.example", "app.example", false],
  ["www.app.example", "www.other.example", true],
  ["app.example", "login.app.example", false],
  ["login.app.example", "app.example", false],
  ["a.app.example", "b.app.example", true],
  ["app.example", "notapp.example", true],
  ["127.0.0.1", "localhost", false],
  ["localhost", "127.0.0.1", false],
  ["app.example", "localhost", true],
];

test("an OK that ends on a foreign host is a warning, where no -> says that it is meant", async (t) => {
  const server = await startServer(t, ({ url = "", headers }, answer) => {
    const [, number, status] = /^\/(\d+)\/(\d+)$/.exec(url) ?? [];
    if (number === undefined) answer.writeHead(url === "/404" ? 404 : 200).end();
    else {
      const end = `http://${ends[Number(number)]?.[1]}:${headers.host?.split(":")[1]}/${status}`;
      answer.writeHead(302, { Location: end }).end();
    }
  });
  const { port } = server;
  const hosts = ends.map(([start, end]) => `${start} ${end}`).join(" ").split(" "); // biome-ignore format: short
  const named = new Set(hosts.filter((host) => host.endsWith(".example")));
  const inputs = { "connect-to": [...named].map((host) => `${host} 127.0.0.1:${port}`).join("\n") };
  const line = ([start]: (typeof ends)[number], index: number): string => `http://${start}:${port}/${index}/200`;
  const run = await runAction({ uris: ends.map(line).join("\n"), ...inputs });
  const foreign = ends.flatMap((one, index) => (one[2] ? [{ uri: line(one, index), host: `${one[1]}:${port}` }] : []));
  const warnings = run.log.filter((text) => text.startsWith("::warning"));
  assert.deepEqual([run.code, states(run)], [0, ends.map(() => "OK")]);
  assert.equal(warnings.length, foreign.length);
  for (const [index, { uri, host }] of foreign.entries()) {
    const warning = warnings[index] ?? "";
    assert.ok(warning.includes(uri) && warning.includes(host), warning);
  }

  const meant = ends.map((one, index) => `${line(one, index)} -> http://${one[1]}:${port}/200`);
  const down = `http://app.example:${port}/0/404`;
  const silent = await runAction({ uris: `${meant.join("\n")}\n${down}\n${down} 302`, ...inputs });
  assert.deepEqual(silent.log.filter((text) => text.startsWith("::warning")), []); // biome-ignore format: short
  assert.deepEqual(states(silent), [...ends.map(() => "OK"), "NOK", "OK"]);
});
