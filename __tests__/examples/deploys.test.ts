import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { type Engine, engineTest, example, hurried, script, startEngine } from "./engine.ts";
import { type Pages, type Sites, startSites } from "./sites.ts";

const push = { event: "push" };

/** What the scripts of a repository were asked, less the SHA. */
function scripts({ calls, sha }: Engine): string[] {
  return calls().map(({ words }) => words.join(" ").replace(sha, "SHA"));
}

/** A site whose new version is seen `after` requests for it, and a repository that deploys it. */
async function startDeploys(t: TestContext, after: number): Promise<{ sites: Sites; engine: Engine }> {
  let asked = 0;
  const sites = await startSites(t, {
    "https://example.com/": "Example Domain",
    "https://example.com/version": () => {
      asked += 1;
      return asked > after ? `version ${engine.sha}` : "version 0";
    },
  });
  const engine = await startEngine(t, { env: sites.env, files: { "deploy.sh": script("./deploy.sh") } });
  return { sites, engine };
}

engineTest("deploy-gate.yml waits for the new version", async (t) => {
  const { sites, engine } = await startDeploys(t, 2);
  const { outcome, steps } = await engine.run(hurried(example("deploy-gate")), push);
  assert.equal(outcome, "success");
  assert.deepEqual(steps.slice(1), ["Deploy: success", "Wait for the new version: success"]);
  assert.deepEqual(scripts(engine), ["./deploy.sh SHA"]);
  const [home, ...versions] = sites.asked;
  assert.equal(home, "https://example.com/");
  assert.deepEqual(versions, Array(3).fill("https://example.com/version"));
});

engineTest("deploy-gate.yml rolls back where the new version does not come", async (t) => {
  const { engine } = await startDeploys(t, Infinity);
  const { outcome, steps, outputs } = await engine.run(hurried(example("deploy-gate")), push);
  assert.equal(outcome, "failure");
  assert.deepEqual(steps.slice(1), ["Deploy: success", "Wait for the new version: failure", "Roll back: success"]);
  assert.deepEqual(scripts(engine), ["./deploy.sh SHA", "./deploy.sh --rollback"]);
  assert.equal(outputs("gate")["failed-uris"], "https://example.com/version");
});

engineTest("deploy-gate.yml does not roll back where the deploy itself fails", async (t) => {
  const sites = await startSites(t, {});
  const files = { "deploy.sh": "#!/bin/sh\nexit 1\n" };
  const engine = await startEngine(t, { env: sites.env, files });
  const { outcome, steps } = await engine.run(hurried(example("deploy-gate")), push);
  assert.equal(outcome, "failure");
  assert.deepEqual(steps.slice(1), ["Deploy: failure"]);
  assert.deepEqual(sites.asked, []);
});

const preview = "https://site-git-topic.example.dev";
const bypass = "bypass-secret-0815";

/** A preview behind a login wall, which the bypass header opens, and a repository with a secret for it. */
async function startPreview(t: TestContext, secret: string): Promise<{ sites: Sites; engine: Engine; seen: string[] }> {
  const login = "https://login.example.com/";
  const seen: string[] = [];
  const behindWall = (page: Pages[string]): Pages[string] => {
    return (headers) => {
      if (headers["x-vercel-protection-bypass"] !== bypass) return { status: 302, headers: { location: login } };
      return typeof page === "function" ? page(headers) : (page ?? 404);
    };
  };
  const sites = await startSites(t, {
    [`${preview}/`]: behindWall("Example Domain"),
    [`${preview}/pricing`]: behindWall("Pricing"),
    [`${preview}/no-such-page`]: behindWall({ status: 404, body: "Not found" }),
    [login]: (headers) => {
      seen.push(Object.keys(headers).join(" "));
      return "Log in";
    },
  });
  const secrets = { VERCEL_AUTOMATION_BYPASS_SECRET: secret };
  return { sites, engine: await startEngine(t, { env: sites.env, secrets }), seen };
}

const deployed = (state: string): { event: string; payload: object } => ({
  event: "deployment_status",
  payload: { deployment: { ref: "main" }, deployment_status: { state, environment_url: preview } },
});

engineTest("preview.yml checks a preview behind its login wall, with the secret in no log", async (t) => {
  const { sites, engine } = await startPreview(t, bypass);
  const { outcome, log, masks } = await engine.run(hurried(example("preview")), deployed("success"));
  assert.equal(outcome, "success");
  assert.deepEqual(sites.asked, [`${preview}/`, `${preview}/pricing`, `${preview}/no-such-page`]);
  assert.equal(sites.server.connections, 1);
  assert.ok(masks.includes(bypass));
  assert.doesNotMatch(log, new RegExp(bypass));
});

engineTest("preview.yml fails at the login wall, which never sees the secret", async (t) => {
  const { engine, seen } = await startPreview(t, "an-old-secret-4711");
  const { outcome, annotations } = await engine.run(hurried(example("preview")), deployed("success"));
  assert.equal(outcome, "failure");
  assert.ok(annotations.some(({ level, text }) => level === "error" && text.includes(`${preview}/pricing`)));
  assert.notEqual(seen.length, 0);
  assert.ok(seen.every((names) => !names.includes("bypass")));
});

engineTest("preview.yml does nothing while a preview is on its way", async (t) => {
  const { sites, engine } = await startPreview(t, bypass);
  const { outcome, steps } = await engine.run(example("preview"), deployed("pending"));
  assert.deepEqual({ outcome, steps, asked: sites.asked }, { outcome: "success", steps: [], asked: [] });
});

interface Side {
  readonly isNew: () => boolean;
  /** Whether this server is broken, as soon as it has the new version. */
  readonly isBroken?: boolean;
}

function sideOf({ isNew, isBroken = false }: Side, sha: () => string): Pages {
  return {
    "https://www.example.com/": () => (isNew() && isBroken ? 502 : "Example Domain"),
    "https://www.example.com/version": () => (isNew() ? sha() : "version 0"),
    "https://www.example.com/admin": 401,
  };
}

/** An idle server with the new version, and what everybody sees: the same from `switch.sh` on, until it is taken back. */
async function startBlueGreen(
  t: TestContext,
  { idle: isIdleBroken = false, live: isLiveBroken = false } = {},
): Promise<{ idle: Sites; live: Sites; engine: Engine }> {
  const sha = (): string => engine.sha;
  const isSwitched = (): boolean => scripts(engine).includes("./switch.sh");
  const idle = await startSites(t, sideOf({ isNew: () => true, isBroken: isIdleBroken }, sha));
  const live = await startSites(t, sideOf({ isNew: isSwitched, isBroken: isLiveBroken }, sha));
  const deploy = `#!/bin/sh\nrecord ./deploy.sh "$@"\necho "address=127.0.0.1:${idle.server.port}"\n`;
  const files = { "deploy.sh": deploy, "switch.sh": script("./switch.sh") };
  const engine = await startEngine(t, { env: live.env, files });
  return { idle, live, engine };
}

const list = ["https://www.example.com/", "https://www.example.com/version", "https://www.example.com/admin"];

engineTest("blue-green.yml checks the idle server under the real name, then switches, then checks again", async (t) => {
  const { idle, live, engine } = await startBlueGreen(t);
  const { outcome } = await engine.run(hurried(example("blue-green")), push);
  assert.equal(outcome, "success");
  assert.deepEqual(scripts(engine), ["./deploy.sh SHA", "./switch.sh"]);
  assert.deepEqual([idle.asked, live.asked], [list, list]);
  assert.deepEqual([idle.server.connections, live.server.connections], [1, 1]);
});

engineTest("blue-green.yml does not switch to an idle server that is broken", async (t) => {
  const { live, engine } = await startBlueGreen(t, { idle: true });
  const { outcome } = await engine.run(hurried(example("blue-green")), push);
  assert.equal(outcome, "failure");
  assert.deepEqual(scripts(engine), ["./deploy.sh SHA"]);
  assert.deepEqual(live.asked, []);
});

engineTest("blue-green.yml switches back where everybody sees an error", async (t) => {
  const { engine } = await startBlueGreen(t, { live: true });
  const { outcome } = await engine.run(hurried(example("blue-green")), push);
  assert.equal(outcome, "failure");
  assert.deepEqual(scripts(engine), ["./deploy.sh SHA", "./switch.sh", "./switch.sh --back"]);
});
