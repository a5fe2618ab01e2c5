import assert from "node:assert/strict";
import { everyNameIs } from "../helpers/names.ts";
import { findProgram } from "../helpers/program.ts";
import { connects, fieldOf } from "../helpers/proxy.ts";
import { startServer } from "../helpers/server.ts";
import { engineTest, example, hurried, replaced, startEngine } from "./engine.ts";
import { sitesAuthority, startSites } from "./sites.ts";

const push = { event: "push" };

engineTest("step.yml succeeds where the site answers as its lines say", async (t) => {
  const sites = await startSites(t, { "https://example.com/": "Example Domain" });
  const { run } = await startEngine(t, { env: sites.env });
  const { outcome, steps, annotations } = await run(hurried(example("step")), push);
  assert.deepEqual({ outcome, steps, annotations }, { outcome: "success", steps: [own("success")], annotations: [] });
  assert.deepEqual(sites.asked, [
    "https://example.com/",
    "https://example.com/",
    "https://example.com/no-such-page",
    "https://example.com/",
  ]);
  assert.equal(sites.server.connections, 1);
});

engineTest("step.yml fails where a text is missing, with an annotation that names the URI", async (t) => {
  const sites = await startSites(t, { "https://example.com/": "Another Domain" });
  const { run } = await startEngine(t, { env: sites.env });
  const { outcome, steps, annotations } = await run(hurried(example("step")), push);
  assert.deepEqual({ outcome, steps }, { outcome: "failure", steps: [own("failure")] });
  const errors = annotations.filter(({ level }) => level === "error").map(({ text }) => text);
  assert.equal(errors.length, 2, errors.join("\n"));
  assert.ok(errors.some((text) => text.includes("https://example.com/") && text.includes("text")));
});

engineTest("continue-on-error.yml says what is down, and stops only where nothing is up", async (t) => {
  if (findProgram("jq") === null) return t.skip("no jq");
  let pages: Readonly<Record<string, string>> = {};
  const up = "https://example.com/";
  const health = "https://example.com/api/health";
  const sites = await startSites(t, { [up]: () => pages[up] ?? 503, [health]: () => pages[health] ?? 503 });
  const { run } = await startEngine(t, { env: sites.env });
  const runs = [];
  for (const now of [{ [up]: "ok", [health]: "ok" }, { [up]: "ok" }, {}]) {
    pages = now;
    runs.push(await run(example("continue-on-error"), push));
  }
  const [said, stopped] = ["Say what is down", "Stop only if nothing is up"];
  assert.deepEqual(
    runs.map(({ outcome, steps }) => [outcome, ...steps]),
    [
      ["success", "Check: success"],
      ["success", "Check: failure", `${said}: success`],
      ["failure", "Check: failure", `${said}: success`, `${stopped}: failure`],
    ],
  );
  const warnings = runs.flatMap(({ annotations }) => annotations.filter(({ properties }) => properties["title"]));
  assert.deepEqual(
    warnings.map(({ level, text }) => `${level}: ${text}`),
    ["warning: 1 of 2 URIs are up", "warning: 0 of 2 URIs are up"],
  );
  assert.match(runs[1]?.log ?? "", /^https:\/\/example\.com\/api\/health: 503/m);
});

engineTest("matrix.yml checks each URI of a list once, over four runners", async (t) => {
  const uris = Array.from({ length: 10 }, (_, index) => `https://example.com/${index}`);
  const sites = await startSites(t, Object.fromEntries(uris.map((uri) => [uri, "ok"])));
  const { run } = await startEngine(t, { env: sites.env, files: { "uris.txt": uris.join("\n") } });
  const { outcome, steps } = await run(example("matrix"), { event: "schedule" });
  assert.equal(outcome, "success");
  assert.deepEqual(
    steps.filter((step) => step.includes("uptimemon")),
    Array(4).fill(own("success")),
  );
  assert.deepEqual([...sites.asked].sort(), uris);
});

engineTest("matrix.yml fails where one runner finds a URI down, and the others go on", async (t) => {
  const uris = Array.from({ length: 8 }, (_, index) => `https://example.com/${index}`);
  const sites = await startSites(t, Object.fromEntries(uris.slice(1).map((uri) => [uri, "ok"])));
  const { run } = await startEngine(t, { env: sites.env, files: { "uris.txt": uris.join("\n") } });
  const { outcome, steps } = await run(example("matrix"), { event: "schedule" });
  assert.equal(outcome, "failure");
  const own = steps.filter((step) => step.includes("uptimemon")).map((step) => step.split(": ")[1]);
  assert.deepEqual(own.sort(), ["failure", "success", "success", "success"]);
  assert.deepEqual([...sites.asked].sort(), uris);
});

engineTest(
  "self-hosted-proxy.yml goes through the proxy to foreign sites only, with its password in no log",
  async (t) => {
    const sites = await startSites(
      t,
      { "https://example.com/": "ok", [`https://wiki.example.internal/`]: "not through the proxy" },
      { proxyCredentials: "robot:pass-4711-word" },
    );
    const wiki = await startSites(t, {});
    const printer = await startServer(t, (_, answer) => answer.end("ready"));
    const { run } = await startEngine(t, {
      env: { NODE_OPTIONS: everyNameIs("127.0.0.1").join(" ") },
      secrets: { PROXY_USER: "robot", PROXY_PASSWORD: "pass-4711-word" },
    });
    const here = replaced(
      example("self-hosted-proxy"),
      ["proxy.example.internal:3128", sites.proxy.shown],
      ["/etc/ssl/private-authority.pem", sitesAuthority],
      // Ports below 1024 are not for everybody.
      ["https://wiki.example.internal/", `https://wiki.example.internal:${wiki.server.port}/ 404`],
      ["printer.example.internal:8080", `printer.example.internal:${printer.port}`],
    );
    const { outcome, steps, log, masks } = await run(here, { event: "schedule" });
    assert.deepEqual({ outcome, steps }, { outcome: "success", steps: [own("success")] });
    assert.deepEqual(sites.asked, ["https://example.com/"]);
    assert.deepEqual([wiki.server.requests.length, printer.requests.length], [1, 1]);
    const [asked, ...others] = connects(sites.proxy);
    assert.deepEqual(others, []);
    const sent = Buffer.from("robot:pass-4711-word").toString("base64");
    assert.equal(fieldOf(asked ?? "", "Proxy-Authorization"), `Basic ${sent}`);
    assert.ok(masks.includes("pass-4711-word") && masks.includes(sent));
    assert.doesNotMatch(log, /pass-4711-word/);
    assert.ok(!log.includes(sent));
  },
);

function own(result: string): string {
  return `uptimemon/uptimemon@v1: ${result}`;
}
