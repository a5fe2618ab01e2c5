import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../helpers/action.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const act = process.env["ACT"];

/** Programs that stand in for those of a runner, and write down what they were asked. */
const standIns = join(root, "__tests__/examples/stand-ins");

/** The repository of a test: its files, its secrets, and what its workflows can reach. It lasts for several runs. */
export interface Repository {
  /** Files of the repository, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Variables of the runner, for each step. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folders that stand in for other actions, by `owner/name`. */
  readonly actions?: Readonly<Record<string, string>>;
}

/** What starts a workflow, and what GitHub tells about it. */
export interface Trigger {
  readonly event: string;
  readonly payload?: object;
  /** The only job to run; else all. */
  readonly job?: string;
  /** The only legs of a matrix to run, as `name:value`; else all. */
  readonly matrix?: string;
}

/** An annotation, by `::error::` or its like. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly text: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What the engine said of one run of a workflow. */
export interface WorkflowRun {
  readonly outcome: "success" | "failure";
  /** What became of each step that ran, in order: `Name: success` or `Name: failure`. One that is missing was skipped. */
  readonly steps: readonly string[];
  /** What a reader of the log sees. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  /** What was masked on a command of a step. */
  readonly masks: readonly string[];
  /** The outputs of the step with this id; of the last leg, where a matrix has several. */
  outputs(id: string): Readonly<Record<string, string>>;
}

/** One call of a stand-in. */
export interface Call {
  /** The program and its arguments. */
  readonly words: readonly string[];
  /** What came over standard input or in the file of `--body-file`. */
  readonly body: string;
}

export interface Engine {
  /** Runs a workflow of the repository. */
  run(workflow: string, trigger: Trigger): Promise<WorkflowRun>;
  /** What the stand-ins were asked so far, over all runs. */
  calls(): readonly Call[];
  readonly sha: string;
}

/** A test that needs act, and says so where it is not there. */
export function engineTest(name: string, body: (t: TestContext) => Promise<void>): void {
  const hasEngine = act !== undefined && process.platform === "linux";
  test(name, { skip: !hasEngine && "needs act, on Linux: .ci/workflows installs it and runs this" }, body);
}

/** The text of a workflow in examples/. */
export function example(name: string): string {
  return readFileSync(join(root, "examples", `${name}.yml`), "utf8");
}

/** Replaces what must occur in a text. */
export function replaced(text: string, ...pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`not in the workflow: ${from}`);
    return changed.replaceAll(from, to);
  }, text);
}

/** The same workflow with retries that end soon: a test of what stays down cannot wait for minutes. */
export function hurried(workflow: string): string {
  const shorter = workflow
    .replace(/^ *retry-delay:.*\n/gm, "")
    .replace(/^( *)retry-for:.*$/gm, "$1retry-for: 2s\n$1retry-delay: 100ms");
  if (shorter === workflow) throw new Error("the workflow has no retry-for");
  return shorter;
}

/** A script of a repository that only writes down its call. */
export function script(name: string): string {
  return `#!/bin/sh\nexec record ${name} "$@"\n`;
}

/** Writes files into a folder; what begins with `#!` can be executed. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
  }
}

/** A repository of a test, in which act runs workflows in host mode: no container, no network. */
export async function startEngine(t: TestContext, repository: Repository = {}): Promise<Engine> {
  const folder = temporaryFolder(t);
  const workspace = join(folder, "workspace");
  const called = join(folder, "calls");
  for (const one of [workspace, called, join(folder, "home")]) mkdirSync(one);
  writeFiles(workspace, repository.files ?? {});
  // The action as a release has it, and nothing else of this repository.
  for (const path of ["action.yml", "dist"])
    cpSync(join(root, path), join(folder, "action", path), { recursive: true });
  const sha = await commit(workspace);
  const setting = { folder, workspace, called, repository };
  return {
    sha,
    run: (workflow, trigger) => runWorkflow(setting, workflow, trigger),
    calls: () =>
      readdirSync(called)
        .sort()
        .map((name) => JSON.parse(readFileSync(join(called, name), "utf8")) as Call),
  };
}

interface Setting {
  readonly folder: string;
  readonly workspace: string;
  readonly called: string;
  readonly repository: Repository;
}

async function runWorkflow(setting: Setting, workflow: string, trigger: Trigger): Promise<WorkflowRun> {
  const { folder, called, repository } = setting;
  writeFileSync(join(folder, "workflow.yml"), workflow);
  writeFileSync(join(folder, "event.json"), JSON.stringify(trigger.payload ?? {}));
  const home = join(folder, "home");
  const child = spawn(act ?? "act", commandLine(setting, workflow, trigger), {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      // The engine takes `node` from the PATH: the Node that runs the tests is the runner's.
      PATH: [standIns, dirname(process.execPath), process.env["PATH"]].join(delimiter),
      ...{ HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home },
      CALLS: called,
      ...repository.env,
    },
  });
  const said = [child.stdout, child.stderr].map(readAll);
  const [code] = await once(child, "close");
  endOrphans(called);
  const [log = "", errors = ""] = await Promise.all(said);
  return readLog(log, errors, code === 0);
}

function commandLine({ folder, workspace, repository }: Setting, workflow: string, trigger: Trigger): string[] {
  const actions = { "uptimemon/uptimemon": join(folder, "action"), ...repository.actions };
  const local = Object.entries(actions).flatMap(([name, path]) =>
    [...workflow.matchAll(new RegExp(`uses: (${name}@\\S+)`, "g"))].map(([, reference]) => `${reference}=${path}`),
  );
  const platforms = ["ubuntu-latest", "self-hosted"].map((label) => `${label}=-self-hosted`);
  const secrets = { GITHUB_TOKEN: "token-of-the-job", ...repository.secrets };
  return [
    trigger.event,
    ...["--json", "--action-offline-mode", "--no-cache-server"],
    ...["--directory", workspace, "--workflows", join(folder, "workflow.yml")],
    ...["--eventpath", join(folder, "event.json"), "--action-cache-path", join(folder, "runner")],
    ...platforms.flatMap((platform) => ["--platform", platform]),
    ...local.flatMap((action) => ["--local-repository", action]),
    ...Object.entries(secrets).flatMap(([name, value]) => ["--secret", `${name}=${value}`]),
    ...(trigger.job ? ["--job", trigger.job] : []),
    ...(trigger.matrix ? ["--matrix", trigger.matrix] : []),
  ];
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** Ends what a job left behind, as GitHub's runner does: whatever inherited a variable of the job. */
function endOrphans(called: string): void {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  for (const id of processes) {
    try {
      const variables = readFileSync(`/proc/${id}/environ`, "latin1").split("\0");
      if (variables.includes(`CALLS=${called}`)) process.kill(Number(id), "SIGKILL");
    } catch {
      // It has ended meanwhile, or is another user's.
    }
  }
}

interface Entry {
  readonly msg: string;
  readonly raw_output?: boolean;
  readonly stage?: string;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
}

const levels = ["error", "warning", "notice"] as const;

function readLog(log: string, errors: string, isSuccess: boolean): WorkflowRun {
  const entries = log
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Entry);
  const ended = entries.filter(({ stage, stepResult }) => stage === "Main" && stepResult !== undefined);
  if (ended.length === 0 && !isSuccess) throw new Error(`act ran nothing:\n${log}\n${errors}`);
  const commands = entries.filter(({ stepID }) => stepID !== undefined);
  return {
    outcome: isSuccess ? "success" : "failure",
    steps: ended.map(({ step, stepResult }) => `${step}: ${stepResult}`),
    log: entries.map(({ msg }) => msg.trimEnd()).join("\n"),
    annotations: commands.flatMap(({ command, arg = "", kvPairs = {} }) => {
      const level = levels.find((one) => one === command);
      return level ? [{ level, text: arg, properties: kvPairs }] : [];
    }),
    masks: commands.filter(({ command }) => command === "add-mask").map(({ arg = "" }) => arg),
    outputs: (id) =>
      Object.fromEntries(
        commands
          .filter(({ command, stepID }) => command === "set-output" && stepID?.[0] === id)
          .map(({ name = "", arg = "" }) => [name, arg]),
      ),
  };
}

/** Makes a folder a repository of GitHub's with one commit; returns its SHA. */
async function commit(folder: string): Promise<string> {
  const as = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  await git(folder, "init", "--quiet", "--initial-branch=main");
  await git(folder, "remote", "add", "origin", "https://github.com/octo/site.git");
  await git(folder, "add", "--all");
  await git(folder, ...as, "commit", "--quiet", "--allow-empty", "--message=A site");
  return git(folder, "rev-parse", "HEAD");
}

async function git(folder: string, ...words: readonly string[]): Promise<string> {
  // Without the settings of whoever runs the tests.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" };
  const child = spawn("git", ["-C", folder, ...words], { env, stdio: ["ignore", "pipe", "inherit"] });
  const [said, [code]] = await Promise.all([readAll(child.stdout), once(child, "close")]);
  if (code !== 0) throw new Error(`git ${words.join(" ")}: ${code}`);
  return said.trim();
}
