import assert from "node:assert/strict";
import { type Call, engineTest, example, hurried, startEngine } from "./engine.ts";
import { startSites } from "./sites.ts";

const runUrl = "https://github.com/octo/site/actions/runs/1";
const topic = "https://ntfy.example.com/a-topic-nobody-guesses";

const commandOf = ({ words }: Call): string => words.slice(0, 3).join(" ");

engineTest(
  "schedule.yml tells when something goes down and when all is up again, and nothing in between",
  async (t) => {
    let isUp = true;
    const sites = await startSites(t, {
      "https://example.com/": () => (isUp ? "ok" : 503),
      "https://www.example.org/": 204,
    });
    const { run, calls } = await startEngine(t, { env: sites.env, secrets: { NTFY_URL: topic } });
    const told: Call[][] = [];
    for (const state of [true, false, false, true, true]) {
      isUp = state;
      const before = calls().length;
      const { outcome, steps, log } = await run(hurried(example("schedule")), { event: "schedule" });
      // Of failed runs GitHub would send mails.
      assert.equal(outcome, "success");
      assert.equal(steps[0], `Check: ${state ? "success" : "failure"}`);
      assert.ok(!log.includes(topic));
      told.push(calls().slice(before));
    }
    const [, down, still, up] = told;
    const look = "gh issue list";
    assert.deepEqual(
      told.map((called) => called.map(commandOf)),
      [
        [look],
        [look, "gh label create", "gh issue create", "curl -fsS --retry"],
        [look, "gh issue edit"],
        [look, "gh issue close", "curl -fsS --retry"],
        [look],
      ],
    );
    for (const call of [down?.[2], still?.[1]]) {
      assert.match(
        call?.body ?? "",
        /^20\d\d-\d\d-\d\d \d\d:\d\d UTC, \[run\]\(https:\/\/github\.com\/octo\/site\/actions\/runs\/1\)\n/,
      );
      assert.match(call?.body ?? "", /https:\/\/example\.com\//);
    }
    const [opened, closed] = [down?.[3], up?.[2]];
    for (const message of [opened, closed]) {
      assert.ok(message?.words.includes(`Click: ${runUrl}`));
      assert.equal(message?.words.at(-1), topic);
    }
    assert.ok(opened?.words.includes("Title: Not everything is up"));
    assert.equal(opened?.body, "https://example.com/");
    assert.ok(closed?.words.includes("Title: Everything is up again"));
    assert.match(
      up?.[1]?.words.join(" ") ?? "",
      /--comment Everything is up again: 20\d\d-\d\d-\d\d \d\d:\d\d UTC, \[run\]/,
    );
  },
);

const pullRequest = (repository: string): { event: string; payload: object } => ({
  event: "pull_request",
  payload: { number: 12, pull_request: { number: 12, head: { ref: "topic", repo: { full_name: repository } } } },
});

engineTest("pull-request-comment.yml keeps one comment with the summary, whether all is up or not", async (t) => {
  let isUp = true;
  const sites = await startSites(t, { "https://example.com/new": () => (isUp ? "ok" : 410) });
  const { run, calls } = await startEngine(t, {
    env: sites.env,
    files: { "uris.txt": "https://example.com/new\n" },
  });
  const outcomes = [];
  for (const state of [true, false]) {
    isUp = state;
    outcomes.push((await run(example("pull-request-comment"), pullRequest("octo/site"))).outcome);
  }
  assert.deepEqual(outcomes, ["success", "failure"]);
  const comment = "gh pr comment 12 --edit-last --create-if-none --body-file -";
  assert.deepEqual(
    calls().map(({ words }) => words.join(" ")),
    [comment, comment],
  );
  const [good = "", bad = ""] = calls().map(({ body }) => body);
  assert.match(good, /^## ✅/);
  assert.match(bad, /^## ❌.*https:\/\/example\.com\/new.*410/s);
});

engineTest("pull-request-comment.yml checks the list of a fork, and does not try to comment", async (t) => {
  const sites = await startSites(t, { "https://example.com/new": "ok" });
  const { run, calls } = await startEngine(t, {
    env: sites.env,
    files: { "uris.txt": "https://example.com/new\n" },
  });
  const { outcome, steps } = await run(example("pull-request-comment"), pullRequest("somebody/site"));
  assert.deepEqual([outcome, steps.at(-1), calls().length], ["success", "Check: success", 0]);
});
