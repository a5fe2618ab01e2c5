import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { type Run, runAction, startAction } from "../helpers/action.ts";
import { everyNameIs, noNameIsKnown } from "../helpers/names.ts";
import { needingAttention, readPage } from "../helpers/page.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { startServer, type TestServer } from "../helpers/server.ts";

const urlset = (...locations: readonly string[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locations.map((one) => `<url><loc>${one}</loc></url>`).join("")}</urlset>`;

/** A server with sitemaps by path, each made of the value of X-Any; all its pages are down. */
function startSitemaps(
  t: TestContext,
  bodies: Readonly<Record<string, (value: string) => string>>,
): Promise<TestServer> {
  return startServer(t, ({ url = "", headers }, answer) => {
    const body = bodies[url]?.(String(headers["x-any"]));
    answer.writeHead(body === undefined ? 404 : 200).end(body);
  });
}

function shown({ log, files }: Run): string {
  return log.join("\n") + files;
}

test("a value of headers that a server puts into its sitemap is shown nowhere, wherever it stands", async (t) => {
  const bodies = {
    "/origin": (value: string) => urlset("/", `https://${value}.example/`),
    "/scheme": (value: string) => urlset("/", `ftp://a.example/${value}`),
    "/mail": (value: string) => urlset("/", `mailto:${encodeURIComponent(value)}`),
    "/page": (value: string) => urlset(`/${value}/a`, `/b?${Buffer.from(value).toString("base64url")}`),
    "/root": (value: string) => `<${value}/>`,
    "/encoding": (value: string) => `<?xml version="1.0" encoding="${value}"?><urlset/>`,
    "/prefix": (value: string) => `<urlset><url ${value}:a="1"><loc>/</loc></url></urlset>`,
  };
  const server = await startSitemaps(t, bodies);
  const uris = Object.keys(bodies).map((path) => `sitemap ${server.origin}${path}`);
  const run = await runAction({ uris: uris.join("\n"), headers: "X-Any: canaryvalue-7Q" });
  const sitemaps = run.results.filter(({ uri }) => Object.keys(bodies).some((path) => uri === server.origin + path));
  assert.deepEqual(
    sitemaps.map(({ state, message }) => [state, message]),
    [
      ["ERR", "1 of its 2 pages is on another origin, and not asked for: ***"],
      ["ERR", "it names what is no http(s) URI: ***"],
      ["ERR", "it names what is no http(s) URI: ***"],
      ["OK", ""],
      ["ERR", "neither a urlset nor a sitemapindex, but: ***"],
      ["ERR", "an encoding that cannot be read: ***"],
      ["ERR", "broken XML in line 1: ***"],
    ],
  );
  assertHidden(run, ["canaryvalue", Buffer.from("canaryvalue-7Q").toString("base64url")]);
});

test("credentials in a location that cannot be asked for are not shown", async (t) => {
  const bodies = {
    "/ftp": () => urlset("/", "ftp://eve:Gift-1@a.example/"),
    "/port": () => urlset("/", "https://eve:Gift-1@a.example:port/"),
    "/origin": () => urlset("/", "https://eve:Gift-1@a.example/"),
  };
  const server = await startSitemaps(t, bodies);
  const run = await runAction({
    uris: Object.keys(bodies)
      .map((path) => `sitemap ${server.origin}${path}`)
      .join("\n"),
  });
  assert.equal(run.results.filter(({ state, uri }) => state === "ERR" && !uri.endsWith("/")).length, 3);
  assertHidden(run, ["Gift-1", "eve"]);
});

test("control characters of a location that cannot be asked for reach neither log nor files", async (t) => {
  const server = await startSitemaps(t, { "/sitemap.xml": () => urlset("ftp://a.example/\u009b31m\u0085\u2028x") });
  const run = await runAction({ uris: `sitemap ${server.origin}/sitemap.xml` });
  assert.equal(run.results[0]?.message, "it names what is no http(s) URI: ftp://a.example/ 31m  x");
  assert.doesNotMatch(shown(run).replaceAll("\n", ""), /[\u0080-\u009f\u2028]/);
});

test("words of a sitemap are cut where they are long, and only once no secret is in them", async (t) => {
  const bodies = {
    "/long": () => `<${"x".repeat(300)}/>`,
    "/cut": (value: string) => `<${"x".repeat(190)}${value}/>`,
    "/location": () => urlset(`ftp://a.example/${"x".repeat(300)}`),
  };
  const server = await startSitemaps(t, bodies);
  const uris = Object.keys(bodies).map((path) => `sitemap ${server.origin}${path}`);
  const { results } = await runAction({ uris: uris.join("\n"), headers: "X-Any: canaryvalue-7Q" });
  assert.deepEqual(
    results.map(({ message }) => message.slice(message.indexOf(": ") + 2)),
    [`${"x".repeat(199)}…`, "***", `ftp://a.example/${"x".repeat(183)}…`],
  );
});

test("the labels of the chart show no path that is hidden in the tables", async (t) => {
  const server = await startServer(t, ({ url = "", headers }, answer) => {
    if (url !== "/sitemap.xml") setTimeout(() => answer.end("ok"), 110);
    else answer.end(urlset("/a", "/b", `/${headers["x-any"]}/c`));
  });
  const run = await runAction({ uris: `sitemap ${server.origin}/sitemap.xml`, headers: "X-Any: canaryvalue-7Q" });
  assert.deepEqual(
    readPage(run.summary).chart?.bars.map(({ address }) => address),
    ["/sitemap.xml", "/a", "/b", "/___"],
  );
  assertHidden(run, ["canaryvalue"]);
});

test("a page on a host into which the server put a value of headers is neither named nor linked", async (t) => {
  const server: TestServer = await startServer(t, ({ url, headers }, answer) => {
    if (url === "/start")
      answer.writeHead(302, { location: `http://${headers["x-any"]}.uptimemon.test:${server.port}/there` }).end();
    else if (url === "/there") answer.end(urlset("/down"));
    else answer.writeHead(500).end();
  });
  const run = await runAction(
    { uris: `sitemap ${server.origin}/start`, headers: "X-Any: canaryvalue-7q" },
    { nodeArguments: everyNameIs("127.0.0.1") },
  );
  assert.deepEqual(
    needingAttention(readPage(run.summary)).map(({ uri, link }) => [uri, link]),
    [["***", null]],
  );
  assertHidden(run, ["canaryvalue"]);
});

test("a listed origin stays in sight where a password is also a word of its name", async (t) => {
  const server: TestServer = await startServer(t, ({ url }, answer) => {
    if (url === "/sitemap.xml") answer.end(urlset("/a", "/b?key=preview"));
    else if (url === "/moved") answer.writeHead(302, { location: "/a" }).end();
    else if (url === "/echo") answer.writeHead(302, { location: "/a?key=preview" }).end();
    else if (url === "/away")
      answer.writeHead(302, { location: `http://other-preview.uptimemon.test:${server.port}/a` }).end();
    else answer.end("ok");
  });
  const authority = `preview.uptimemon.test:${server.port}`;
  const lines = ["sitemap /sitemap.xml", "/moved", "/echo", "/away", "/moved -> /b"];
  const run = await runAction(
    { uris: lines.join("\n"), "base-uri": `http://ann:preview@${authority}` },
    { nodeArguments: everyNameIs("127.0.0.1") },
  );
  assert.deepEqual(
    run.results.map(({ uri, redirects }) => [uri, ...redirects]),
    [
      [`http://${authority}/sitemap.xml`],
      [`http://${authority}/a`],
      [`http://${authority}/***`],
      [`http://${authority}/moved`, `http://${authority}/a`],
      [`http://${authority}/echo`, `http://${authority}/***`],
      [`http://${authority}/away`, "***"],
      [`http://${authority}/moved`, `http://${authority}/a`],
    ],
  );
  assert.match(run.results.at(-1)?.message ?? "", new RegExp(`leads to http://${authority}/a, expected`));
});

test("a host that is not found is named where it is the listed one, whatever the password", async () => {
  const run = await runAction(
    { uris: "http://ann:enotfound@enotfound.uptimemon.test/" },
    { nodeArguments: noNameIsKnown },
  );
  assert.equal(run.results[0]?.message, "no such host: enotfound.uptimemon.test (ENOTFOUND)");
});

test("locations in which the search for secrets takes long hold up neither the deadline nor a cancelled run", {
  timeout: 60_000,
  skip: process.platform === "win32",
}, async (t) => {
  let nested = "Bearer nothing";
  while (nested.length < 5500) nested = Buffer.from(`${nested} and more`).toString("base64");
  const body = gzipSync(urlset(...Array.from({ length: 6000 }, (_, index) => `/${index}?${nested}`)));
  const server = await startServer(t, (_, answer) => answer.end(body));
  const inputs = { uris: `sitemap ${server.origin}/s.xml`, headers: "Authorization: Bearer canaryvalue-7q" };
  const late = await runAction({ ...inputs, timeout: "1s" });
  assert.match(late.results[0]?.message ?? "", /^timed out after 1 s reading the body/);
  assert.deepEqual([late.code, late.results.length], [1, 1]);

  const step = startAction({ ...inputs, timeout: "10m" });
  await server.until(() => server.requests.length === 2);
  step.child.kill("SIGTERM");
  const cancelled = await step.finished;
  assert.match(cancelled.results[0]?.message ?? "", /cancelled/);
  assertHidden(cancelled, ["canaryvalue"]);
});
