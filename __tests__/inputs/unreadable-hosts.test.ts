import assert from "node:assert/strict";
import { test } from "node:test";
import { runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

// Node 24 makes of these a host that it then cannot read: to change such a URL is a native assertion, which ends the
// process. Other versions of Node take them for names that do not exist.
const hosts = ["\u00fcxn--a", "\u00fcxn--fa-hia", "%C3%BCxn--a", "a.\u00fcxn--a.com", "\u00dfxn--mgbaK"];

for (const host of hosts) {
  test(`a host that Node cannot read again ends no run: ${host}`, async (t) => {
    const server = await startServer(t, ({ url = "" }, answer) => {
      const page = `<url><loc>http://127.0.0.1:${server.port}/page</loc></url>`;
      const foreign = `<url><loc>http://${host}/</loc></url>`;
      if (url === "/sitemap.xml") answer.end(`<urlset>${page}${foreign}</urlset>`);
      else if (url === "/moved")
        answer.writeHead(302, { location: Buffer.from(`http://${host}/`).toString("latin1") }).end();
      else answer.end("ok");
    });
    const { origin } = server;
    const lines = [
      `http://${host}/`,
      `http://ann:s3cretpw@${host}/`,
      `${origin}/target -> http://${host}/`,
      `${origin}/moved`,
      `sitemap ${origin}/sitemap.xml`,
      `${origin}/up`,
    ];
    const run = await runAction({ uris: lines.join("\n"), timeout: "5s" });
    const up = run.results.filter(({ state }) => state === "OK").map(({ uri }) => uri);
    assert.deepEqual([run.code, run.stderr, up], [1, "", [`${origin}/page`, `${origin}/up`]]);
    assert.equal(run.results.length, lines.length + 1);
    assert.ok(![...run.log, run.summary].join("\n").replaceAll("::add-mask::s3cretpw", "").includes("s3cretpw"));
  });

  test(`a base-uri with a host that Node cannot read again ends no run: ${host}`, async () => {
    const run = await runAction({ uris: "/x", "base-uri": `http://${host}/`, timeout: "5s" });
    assert.deepEqual([run.code, run.stderr], [1, ""]);
    assert.match(run.log.join("\n"), /^::error::/m);
  });
}
