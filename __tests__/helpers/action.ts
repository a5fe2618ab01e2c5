import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import type { Result } from "../../src/result.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const defaultEntry = resolve(root, process.env["ACTION_ENTRY"] ?? "src/index.ts");

/** The certificate of the authority that signed the fixtures, for NODE_EXTRA_CA_CERTS. */
export const authority: string = join(root, "__tests__/fixtures/ca.pem");

/** What came out of one step. `log` is stdout line by line, commands included; `report` is the report folder's content. */
export interface Run {
  readonly code: number | null;
  readonly log: readonly string[];
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly results: readonly Result[];
  readonly summary: string;
  readonly report: { readonly results: readonly Result[]; readonly summary: string };
  /** Everything that the step wrote to files, as one text: nothing secret may be in it. */
  readonly files: string;
  readonly ms: number;
}

/** A step that is under way. */
export interface Step {
  readonly child: ChildProcess;
  /** Resolves with the first log line, past or future, that matches. */
  line(pattern: RegExp): Promise<string>;
  readonly finished: Promise<Run>;
}

/** How to start a step: variables beside the inputs (null takes one away), arguments for Node, and its working directory. */
export interface Setting {
  readonly env?: Readonly<Record<string, string | null>>;
  readonly nodeArguments?: readonly string[];
  readonly cwd?: string;
  /** What to start, where it is not what all tests run on. */
  readonly entry?: string;
  /** What a shell does before Node takes its place, such as `ulimit -n 100`. */
  readonly shell?: string;
}

/** Every input of action.yml with its default: the runner hands over all of them. */
export function readMetadata(): { inputs: Record<string, string>; outputs: string[] } {
  const text = readFileSync(join(root, "action.yml"), "utf8");
  const section = (name: string): string => text.split(new RegExp(`^${name}:\\n`, "m"))[1]?.split(/^\S/m)[0] ?? "";
  const inputs: Record<string, string> = {};
  for (const block of section("inputs")
    .split(/^ {2}(?=\S)/m)
    .slice(1)) {
    inputs[block.slice(0, block.indexOf(":"))] = /^ {4}default: "?(.*?)"?$/m.exec(block)?.[1] ?? "";
  }
  return { inputs, outputs: [...section("outputs").matchAll(/^ {2}(\S+):$/gm)].map((found) => String(found[1])) };
}

/** To strip the types of sixty files takes twice the time of a short run. Not with coverage, which would be less precise. */
function compileCacheFor(entry: string): Record<string, string> {
  if (!entry.endsWith(".ts") || process.env["NODE_V8_COVERAGE"] !== undefined) return {};
  return { NODE_COMPILE_CACHE: join(tmpdir(), "uptimemon-compile-cache") };
}

/** Starts the action as the runner does: a process with all inputs in the environment, and fresh files to write to. */
export function startAction(
  inputs: Readonly<Record<string, string>>,
  { env = {}, nodeArguments = [], cwd, entry = defaultEntry, shell }: Setting = {},
): Step {
  const folder = mkdtempSync(join(tmpdir(), "uptimemon-test-"));
  const file = (name: string): string => join(folder, name);
  for (const name of ["output", "summary"]) writeFileSync(file(name), "");
  const given = Object.entries({ ...readMetadata().inputs, ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const variables: Record<string, string | null> = {
    PATH: process.env["PATH"] ?? "",
    ...Object.fromEntries(given),
    GITHUB_ACTIONS: "true",
    GITHUB_OUTPUT: file("output"),
    GITHUB_STEP_SUMMARY: file("summary"),
    RUNNER_TEMP: folder,
    NODE_EXTRA_CA_CERTS: authority,
    ...compileCacheFor(entry),
    ...env,
  };
  const kept = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >;
  const startedAt = performance.now();
  const command = [process.execPath, ...nodeArguments, entry];
  const [program = "", ...rest] = shell === undefined ? command : ["sh", "-c", `${shell}; exec "$@"`, "sh", ...command];
  const child = spawn(program, rest, {
    cwd: cwd ?? folder,
    env: kept,
    stdio: ["ignore", "pipe", "pipe"],
  });

  const log: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    log.push(line);
    for (const look of waiting) look();
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });

  const finished = new Promise<Run>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => {
      try {
        done({ code, log, stderr, ms: performance.now() - startedAt, ...collect(folder, file) });
      } catch (error) {
        fail(error);
      } finally {
        rmSync(folder, { recursive: true, force: true });
        for (const look of waiting) look();
      }
    });
  });
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((found, fail) => {
      const look = (): void => {
        const match = log.find((one) => pattern.test(one));
        if (match === undefined && child.exitCode === null) return;
        waiting.delete(look);
        if (match === undefined) fail(new Error(`no line matches ${pattern}:\n${log.join("\n")}\n${stderr}`));
        else found(match);
      };
      waiting.add(look);
      look();
    });
  return { child, line, finished };
}

/** Starts the action and waits for its end. */
export function runAction(inputs: Readonly<Record<string, string>>, setting?: Setting): Promise<Run> {
  return startAction(inputs, setting).finished;
}

/** The log without the lines that are commands to the runner. */
export function plainLog({ log }: Run): string[] {
  return log.filter((line) => !line.startsWith("::"));
}

/** A log line without the details that may follow it in parentheses, where those are the last thing on it. */
export function bare(line: string): string {
  return line.replace(/ \((?:[^()]|\([^()]*\))*\)$/, "");
}

/** The lines of the log that are results, without details. */
export function resultLines(run: Run): string[] {
  return plainLog(run)
    .filter((line) => /^\[(OK|NOK|ERR)\] /.test(line))
    .map(bare);
}

/** What each result says, in list order; nothing for `OK`. */
export function messages({ results }: Run): string[] {
  return results.map(({ message }) => message);
}

/** A folder of a test's own, gone after it. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "uptimemon-test-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function collect(
  folder: string,
  file: (name: string) => string,
): Pick<Run, "outputs" | "results" | "summary" | "report" | "files"> {
  const read = (path: string): string => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return "";
    }
  };
  const output = read(file("output"));
  const outputs = Object.fromEntries(
    [...output.matchAll(/^([\w-]+)<<(\S+)\r?\n(?:([\s\S]*?)\r?\n)?\2\r?$/gm)].map(([, name, , value]) => [
      name,
      value ?? "",
    ]),
  );
  const reportFolder = readdirSync(folder).find((name) => name.startsWith("uptimemon-"));
  const inReport = (name: string): string => (reportFolder === undefined ? "" : read(join(folder, reportFolder, name)));
  const summary = read(file("summary"));
  const results = JSON.parse(inReport("results.json") || "[]") as Result[];
  const files = [output, summary, inReport("results.json"), inReport("summary.md")].join("\n");
  return { outputs, results, summary, report: { results, summary: inReport("summary.md") }, files };
}
