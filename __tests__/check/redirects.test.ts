import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { plainLog, resultLines, runAction } from "../helpers/action.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { startServer } from "../helpers/server.ts";

function redirect(answer: ServerResponse, location: string, status = 302): void {
  answer.writeHead(status, { Location: Buffer.from(location, "utf8").toString("latin1") }).end("a page about the move");
}

/** Where a Location leads from /dir/start, as the server is asked and as the result shows it. */
const followed: readonly { location: string; asked: string; shown?: string }[] = [
  { location: "next", asked: "/dir/next" },
  { location: "./next?a=b&c", asked: "/dir/next?a=b&c" },
  { location: "/next", asked: "/next" },
  { location: "../next", asked: "/next" },
  { location: "../../../next", asked: "/next" },
  { location: "?page=2", asked: "/dir/start?page=2" },
  { location: "/next#part", asked: "/next", shown: "/next#part" },
  { location: "/a b", asked: "/a%20b" },
  { location: "/grün/😀", asked: "/gr%C3%BCn/%F0%9F%98%80" },
  { location: "/a%2Fb%20c", asked: "/a%2Fb%20c" },
  { location: "/next\\back", asked: "/next/back" },
  { location: '/a"b<c>', asked: "/a%22b%3Cc%3E" },
];

test("a relative Location is followed as a browser would, over the same connection", async (t) => {
  const server = await startServer(t, (request, answer) => {
    const [, index] = /^\/dir\/start\?case=(\d+)$/.exec(request.url ?? "") ?? [];
    if (index === undefined) answer.end("ok");
    else redirect(answer, followed[Number(index)]?.location ?? "");
  });
  const run = await runAction({
    uris: followed.map((_, index) => `${server.origin}/dir/start?case=${index}`).join("\n"),
  });
  assert.deepEqual([run.code, run.stderr, run.outputs["up"]], [0, "", String(followed.length)]);
  assert.deepEqual(
    server.requests.map(({ url }) => url).filter((_, index) => index % 2 === 1),
    followed.map(({ asked }) => asked),
  );
  assert.deepEqual(
    run.results.map(({ redirects }) => redirects),
    followed.map(({ asked, shown }) => [server.origin + (shown ?? asked)]),
  );
  // All requests of a check count: the first of the first one had to open the connection.
  assert.deepEqual(
    run.results.map(({ reused }) => reused),
    followed.map((_, index) => index > 0),
  );
  assert.equal(server.connections, 1);
  assertCounted(run, tallyOf(server));
});

test("a Location in Latin-1, and one that names the host, are followed", async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url === "/latin") answer.writeHead(302, { Location: "/gr\u00fcn" }).end();
    else if (request.url === "/relative") redirect(answer, `//127.0.0.1:${server.port}/named`);
    else if (request.url === "/absolute") redirect(answer, `HTTP://127.0.0.1:${server.port}`);
    else answer.end("ok");
  });
  const run = await runAction({
    uris: ["/latin", "/relative", "/absolute"].map((path) => server.origin + path).join("\n"),
  });
  assert.equal(run.code, 0);
  assert.deepEqual(
    server.requests.map(({ url }) => url),
    ["/latin", "/gr%C3%BCn", "/relative", "/named", "/absolute", "/"],
  );
  assertCounted(run, { connections: 1, reused: 5 });
});

test("301, 302, 303, 307 and 308 with a Location are followed, nothing else is", async (t) => {
  const server = await startServer(t, (request, answer) => {
    const [, status, location] = /^\/(\d+)(?:\/(.*))?$/.exec(request.url ?? "") ?? [];
    answer.statusCode = Number(status ?? 200);
    if (location !== undefined) answer.setHeader("Location", location);
    answer.end("ok");
  });
  const moved = [301, 302, 303, 307, 308];
  const other = [201, 300, 304, 305, 306, 404, 503];
  const uris = [...moved, ...other].map((status) => `${server.origin}/${status}//`);
  const without = moved.flatMap((status) => [`${server.origin}/${status}`, `${server.origin}/${status}/`]);
  const run = await runAction({ uris: [...uris, ...without].join("\n") });
  assert.deepEqual(
    run.results.map(({ status, redirects }) => [status, redirects.length]),
    [
      ...moved.map(() => [200, 1]),
      ...other.map((status) => [status, 0]),
      ...moved.flatMap((status) => [
        [status, 0],
        [status, 0],
      ]),
    ],
  );
  assertCounted(run, tallyOf(server));
});

test("a status that is expected is the answer, and is not followed", async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url === "/1") redirect(answer, "/2", 301);
    else if (request.url === "/2") redirect(answer, "/3", 302);
    else answer.end("ok");
  });
  const run = await runAction({
    uris: ["/1 301", "/1 302", "/1 3xx", "/1", "/1 404"].map((line) => server.origin + line).join("\n"),
  });
  assert.deepEqual(
    run.results.map(({ state, status, redirects }) => [state, status, redirects.length]),
    [
      ["OK", 301, 0],
      ["OK", 302, 1],
      ["OK", 301, 0],
      ["OK", 200, 2],
      ["NOK", 200, 2],
    ],
  );
  assert.equal(server.requests.length, 10);
  assertCounted(run, { connections: 1, reused: 9 });
});

test("with max-redirects 0 the 3xx itself is the answer, wherever it leads", async (t) => {
  const server = await startServer(t, (request, answer) =>
    redirect(answer, request.url === "/mail" ? "mailto:a@b.c" : "/next"),
  );
  const run = await runAction({
    uris: `${server.origin}/1\n${server.origin}/mail\n${server.origin}/2 302`,
    "max-redirects": "0",
  });
  assert.deepEqual(resultLines(run), [
    `[NOK] ${server.origin}/1: 302`,
    `[NOK] ${server.origin}/mail: 302`,
    `[OK] ${server.origin}/2`,
  ]);
  assert.match(run.log[0] ?? "", /redirects to \S+\/next\)$/);
  assert.equal(server.requests.length, 3);
  assert.deepEqual(run.results[0]?.redirects, []);
});

test("more redirects than max-redirects are an error: 10 are followed, or as many as it says, and not one more", async (t) => {
  const server = await startServer(t, (request, answer) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) answer.end("ok");
    else redirect(answer, Number.isNaN(left) ? "/loop" : `/${left - 1}`);
  });
  const [ten, eleven, loop] = [`${server.origin}/10`, `${server.origin}/11`, `${server.origin}/loop`];
  const run = await runAction({ uris: [ten, eleven, loop].join("\n") });
  const limit = (n: string): string => `more than ${n}`;
  assert.deepEqual(resultLines(run), [
    `[OK] ${ten}`,
    `[ERR] ${eleven}: ${limit("10 redirects")}`,
    `[ERR] ${loop}: ${limit("10 redirects")}`,
  ]);
  assert.equal(server.requests.length, 33);
  assert.deepEqual([run.code, run.stderr, run.results[2]?.redirects.length], [1, "", 10]);
  assertCounted(run, { connections: 1, reused: 32 });
  const one = await runAction({ uris: `${server.origin}/1\n${server.origin}/2`, "max-redirects": "1" });
  assert.deepEqual(resultLines(one), [`[OK] ${server.origin}/1`, `[ERR] ${server.origin}/2: ${limit("1 redirect")}`]);
  assert.equal(server.requests.length, 37);
});

test("a redirect to anything but http(s) is refused, and nothing of the address is shown", async (t) => {
  const locations = [
    "mailto:CANARY@b.c",
    "ftp://127.0.0.1/CANARY",
    "javascript:alert('CANARY')",
    "data:,CANARY",
    "file:///CANARY",
    "urn:CANARY",
  ];
  const invalid = ["http://", "https://[CANARY]/", "http://CANARY:99999/", "http://CANARY%00/", "//", "http://a b/"];
  const all = [...locations, ...invalid];
  const server = await startServer(t, (request, answer) => redirect(answer, all[Number(request.url?.slice(1))] ?? ""));
  const run = await runAction({ uris: all.map((_, index) => `${server.origin}/${index}`).join("\n") });
  assert.deepEqual(
    resultLines(run),
    all.map((_, index) => `[ERR] ${server.origin}/${index}: redirected to something that is not an http(s) URI`),
  );
  assert.deepEqual([run.code, run.stderr], [1, ""]);
  assert.ok(!(run.log.join("\n") + run.files).includes("CANARY"));
  assertCounted(run, { connections: 1, reused: all.length - 1 });
});

test("http to https is followed, https to http is refused and says where it led", async (t) => {
  const secure: Awaited<ReturnType<typeof startServer>> = await startServer(
    t,
    (request, answer) => (request.url === "/down" ? redirect(answer, `${plain.origin}/never`) : answer.end("ok")),
    { tls: "server" },
  );
  const plain = await startServer(t, (_, answer) => redirect(answer, `${secure.origin}/up`));
  const run = await runAction({ uris: [`${plain.origin}/1`, `${secure.origin}/down`, `${plain.origin}/2`].join("\n") });
  assert.deepEqual(resultLines(run), [
    `[OK] ${plain.origin}/1`,
    `[ERR] ${secure.origin}/down: redirected from https to http, which is refused`,
    `[OK] ${plain.origin}/2`,
  ]);
  assert.match(plainLog(run)[1] ?? "", new RegExp(`redirects to ${plain.origin}/never\\)$`));
  assert.deepEqual(
    [...plain.requests, ...secure.requests].map(({ url }) => url),
    ["/1", "/2", "/up", "/down", "/up"],
  );
  assert.deepEqual(
    run.results.map(({ reused }) => reused),
    [false, true, true],
  );
  assertCounted(run, tallyOf(plain), tallyOf(secure));
});
