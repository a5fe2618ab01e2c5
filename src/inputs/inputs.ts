import { readFileSync } from "node:fs";
import * as core from "@actions/core";
import { acceptedDurations, count, parseDuration, span } from "../duration.ts";
import { hideCredentials } from "../secrets.ts";
import { plainText } from "../text.ts";
import { parseHeaders, type RequestHeaders } from "./headers.ts";
import { type Proxies, parseProxy } from "./proxies.ts";
import { parseShard, takeShard } from "./shard.ts";
import { acceptedStatuses, type ExpectedStatus, parseExpectedStatus } from "./status.ts";
import { parseLines, type Target } from "./target.ts";

/** Everything the action was told, checked and ready to use; times in milliseconds. */
export interface Inputs {
  readonly targets: readonly Target[];
  readonly headers: RequestHeaders;
  readonly proxies: Proxies;
  readonly timeoutMs: number;
  readonly retryForMs: number;
  readonly retryDelayMs: number;
  readonly maxRedirects: number;
  readonly concurrency: number;
  readonly certificateWarningDays: number;
  /** To be masked in the log, and never to be written to a file: all secrets, and those of them that every request may carry. */
  readonly secrets: readonly string[];
  readonly sharedSecrets: readonly string[];
  readonly warnings: readonly string[];
}

/** Where the runner wants things written; null where it did not say. */
export interface Environment {
  readonly outputFile: string | null;
  readonly summaryFile: string | null;
  readonly tempFolder: string | null;
  /** The id that the workflow gave this step; null where it has none of its own, or one that is not fit to be shown. */
  readonly stepId: string | null;
}

/** The inputs of action.yml and their defaults, as strings (`""`: none). A test compares the two, and the README. */
export const inputDefaults = {
  uris: "",
  "uris-file": "",
  "expected-status": "200",
  headers: "",
  timeout: "10s",
  "retry-for": "0s",
  "retry-delay": "5s",
  "max-redirects": "10",
  concurrency: "1",
  "certificate-warning-days": "14",
  shard: "",
} as const;

type InputName = keyof typeof inputDefaults;

/** The user's mistakes, all at once: one sentence each, with the input, the value and what is accepted. */
export class InputError extends Error {
  override name = "InputError";
  readonly problems: readonly string[];
  /** To be masked all the same. */
  readonly secrets: readonly string[];
  constructor(problems: readonly string[], secrets: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
    this.secrets = secrets;
  }
}

// Enough to see what is wrong with a block of them, and not so many that another input is lost among them.
const maxHeaderProblems = 20;

function parseTimeout(text: string): number | undefined {
  const ms = parseDuration(text);
  return ms === undefined || ms < 1 ? undefined : ms;
}

function wholeNumberFrom(least: number): (text: string) => number | undefined {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return Number.isSafeInteger(number) && number >= least ? number : undefined;
  };
}

/** A value as an error shows it: on one line, without credentials, and cut when it is long. */
function quote(value: string): string {
  const line = plainText(/:.*@/s.test(value) ? hideCredentials(value).shown : value);
  return JSON.stringify(line.length > 200 ? `${line.slice(0, 199)}…` : line);
}

function readOne<T>(name: InputName, problems: string[], accepted: string, parse: (text: string) => T | undefined): T {
  const fallback = parse(inputDefaults[name]);
  if (fallback === undefined) throw new Error(`the default of ${name} is not accepted by its own parser`);
  const text = core.getInput(name);
  if (text === "") return fallback;
  const value = parse(text);
  if (value === undefined) problems.push(`${name}: ${quote(text)} is not accepted; accepted: ${accepted}`);
  return value ?? fallback;
}

function readFileLines(problems: string[], expected: ExpectedStatus): Target[] {
  const file = core.getInput("uris-file");
  if (file === "") return [];
  try {
    return parseLines(readFileSync(file, "utf8"), file, expected);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    problems.push(
      `uris-file: ${quote(file)} cannot be read${code}; accepted: the path of a text file, relative to the workspace`,
    );
    return [];
  }
}

function readLines(problems: string[], expected: ExpectedStatus): Target[] {
  const uris = core.getInput("uris", { trimWhitespace: false });
  const lines = [...parseLines(uris, null, expected), ...readFileLines(problems, expected)];
  if (lines.length > 0 || problems.some((problem) => problem.startsWith("uris-file:"))) return lines;
  const misnamed = ["url", "urls", "uri"].find((name) => core.getInput(name) !== "");
  const hint = misnamed === undefined ? "" : `; \`${misnamed}\` is set, but the input is called \`uris\``;
  problems.push(
    `uris: there is no URI to check${hint}; accepted: one "URI [status [text]]" a line, here or in the file that uris-file names`,
  );
  return [];
}

function credentialsWarning(targets: readonly Target[], hasCredentials: boolean): string[] {
  if (!hasCredentials) return [];
  const origins = new Set(targets.map((target) => (target.kind === "mistake" ? null : target.url.origin)));
  origins.delete(null);
  if (origins.size < 2) return [];
  return [
    `headers holds credentials, and they are sent to all ${origins.size} origins of the list: use a step for each, or user:password@ in the URI that needs them`,
  ];
}

function retryWarning(retryForMs: number, retryDelayMs: number): string[] {
  if (retryForMs === 0 || retryDelayMs <= retryForMs) return [];
  return [
    `nothing will be re-checked: retry-delay (${span(retryDelayMs)}) is longer than retry-for (${span(retryForMs)})`,
  ];
}

/** Reads all inputs. Throws one `InputError` that names everything that is wrong with them. */
export function readInputs(): Inputs {
  const problems: string[] = [];
  const expected = readOne("expected-status", problems, acceptedStatuses, parseExpectedStatus);
  const lines = readLines(problems, expected);
  const headers = parseHeaders(core.getInput("headers", { trimWhitespace: false }));
  problems.push(...headers.problems.slice(0, maxHeaderProblems));
  const more = headers.problems.length - maxHeaderProblems;
  if (more > 0) problems.push(`headers: ${count(more, "more line")} ${more === 1 ? "is" : "are"} not accepted either`);
  const shard = readOne("shard", problems, "i/n with 1 <= i <= n, such as 2/4", (text) =>
    text === "" ? null : parseShard(text),
  );
  const targets = shard === null ? lines : takeShard(lines, shard);
  const { proxies, secrets: proxySecrets } = readProxies();
  const sharedSecrets = unique([...headers.request.secrets, ...proxySecrets]);

  const retryForMs = readOne("retry-for", problems, acceptedDurations, parseDuration);
  const retryDelayMs = readOne("retry-delay", problems, acceptedDurations, parseDuration);
  const inputs: Inputs = {
    targets,
    headers: headers.request,
    proxies,
    timeoutMs: readOne("timeout", problems, `${acceptedDurations}, and not 0`, parseTimeout),
    retryForMs,
    retryDelayMs,
    maxRedirects: readOne("max-redirects", problems, "a whole number from 0 up", wholeNumberFrom(0)),
    concurrency: readOne("concurrency", problems, "a whole number from 1 up", wholeNumberFrom(1)),
    certificateWarningDays: readOne(
      "certificate-warning-days",
      problems,
      "a whole number of days from 0 up",
      wholeNumberFrom(0),
    ),
    secrets: unique([...lines.flatMap(({ secrets }) => secrets), ...sharedSecrets]),
    sharedSecrets,
    warnings: [
      ...credentialsWarning(targets, headers.request.secrets.length > 0),
      ...retryWarning(retryForMs, retryDelayMs),
    ],
  };
  if (problems.length > 0) throw new InputError(problems, inputs.secrets);
  return inputs;
}

function unique(secrets: readonly string[]): string[] {
  return [...new Set(secrets)].filter((secret) => secret.trim() !== "");
}

// The four names that @actions/http-client reads, in its order.
function readProxies(): { proxies: Proxies; secrets: string[] } {
  const { env } = process;
  const http = parseProxy(env["http_proxy"] || env["HTTP_PROXY"] || "");
  const https = parseProxy(env["https_proxy"] || env["HTTPS_PROXY"] || "");
  return { proxies: { http: http.proxy, https: https.proxy }, secrets: [...http.secrets, ...https.secrets] };
}

/**
 * Makes room for name lookups that hang in the system's resolver: each holds one of libuv's threads, 4 by default, until
 * it gives up. libuv looks at the variable when it first needs a thread.
 * https://nodejs.org/api/cli.html#uv_threadpool_sizesize
 */
export function makeRoomForLookups(concurrency: number): void {
  process.env["UV_THREADPOOL_SIZE"] ??= String(Math.min(8 + 4 * concurrency, 128));
}

/** Reads where the runner wants outputs, summary and report. */
export function readEnvironment(): Environment {
  const { env } = process;
  return {
    outputFile: env["GITHUB_OUTPUT"] || null,
    summaryFile: env["GITHUB_STEP_SUMMARY"] || null,
    tempFolder: env["RUNNER_TEMP"] || null,
    stepId: ownStepId(env["GITHUB_ACTION"] ?? ""),
  };
}

/** The runner names a step without an id `__owner_repo`: https://docs.github.com/actions/reference/workflows-and-actions/variables */
function ownStepId(name: string): string | null {
  return /^(?!__)[A-Za-z0-9_-]+$/.test(name) ? name : null;
}
