import * as core from "@actions/core";
import { count, span } from "../duration.ts";
import { originOf } from "../origin.ts";
import { hideCredentials } from "../secrets.ts";
import { acceptedBases, type Base, parseBase } from "./address.ts";
import { type Mapping, parseMappings } from "./connect-to.ts";
import { parseHeaders, type RequestHeaders } from "./headers.ts";
import { readList } from "./list.ts";
import { type Proxies, readProxies } from "./proxies.ts";
import { quote } from "./quote.ts";
import { readSettings, type Settings } from "./settings.ts";
import { takeShard } from "./shard.ts";
import type { Target } from "./target.ts";

/** Everything the action was told, checked and ready to use. */
export interface Inputs extends Omit<Settings, "expectedStatus"> {
  /** Where `shard` is set: all sitemaps of the list, and the shard's part of the rest. */
  readonly targets: readonly Target[];
  readonly headers: RequestHeaders;
  readonly proxies: Proxies;
  readonly connectTo: readonly Mapping[];
  /** To be masked in the log, and never to be written to a file. */
  readonly secrets: readonly string[];
  /** What any request carries. With the target's own secrets, it is looked for in what a server sends back. */
  readonly sharedSecrets: readonly string[];
  readonly warnings: readonly string[];
}

/** What the runner says about the step; null where it says nothing. */
export interface Environment {
  readonly outputFile: string | null;
  readonly summaryFile: string | null;
  readonly tempFolder: string | null;
  /** The `id` that the workflow gave to the step. */
  readonly stepId: string | null;
}

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

/** Reads all inputs. Throws one `InputError` that names everything that is wrong with them. */
export function readInputs(): Inputs {
  // It would change nothing, but Node would warn of it in the log.
  delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  const { settings, problems } = readSettings((name) => core.getInput(name));
  const { expectedStatus, shard, ...rest } = settings;
  const base = readBase();
  const list = readList({ expected: { status: expectedStatus, text: null, end: null }, base: base.base });
  const headers = parseHeaders(core.getInput("headers", { trimWhitespace: false }));
  const connectTo = parseMappings(core.getInput("connect-to", { trimWhitespace: false }));
  const proxies = readProxies(process.env);

  const targets = shard === null ? list.targets : takeShard(list.targets, shard);
  const secrets = unique([
    ...list.targets.flatMap((target) => target.secrets),
    ...base.secrets,
    ...headers.request.secrets,
    ...connectTo.secrets,
    ...proxies.secrets,
  ]);
  const allProblems = [
    ...problems,
    ...base.problems,
    ...list.problems,
    ...firstFew(headers.problems, (more) => `headers: ${more} not accepted either`),
    ...firstFew(connectTo.problems, (more) => `connect-to: ${more} not accepted either`),
  ];
  if (allProblems.length > 0) throw new InputError(allProblems, secrets);
  return {
    ...rest,
    shard,
    targets,
    headers: headers.request,
    proxies: proxies.proxies,
    connectTo: connectTo.mappings,
    secrets,
    sharedSecrets: unique([...headers.request.hidden, ...proxies.secrets]),
    warnings: [
      ...list.warnings,
      ...firstFew(headers.warnings, (more) => `headers: ${more} without a value, too`),
      ...(headers.hasCredentials ? credentialsWarning(targets) : []),
      ...retryWarning(settings),
      ...shardWarning(settings, { before: list.targets.length, after: targets.length }),
      ...proxies.warnings,
    ],
  };
}

function unique(secrets: readonly string[]): string[] {
  return [...new Set(secrets)].filter((secret) => secret.trim() !== "");
}

function readBase(): { base: Base | null; secrets: readonly string[]; problems: readonly string[] } {
  const text = core.getInput("base-uri");
  if (text === "") return { base: null, secrets: [], problems: [] };
  const base = parseBase(text);
  if (!("problem" in base)) return { base, secrets: base.secrets, problems: [] };
  const { shown, secrets } = hideCredentials(text);
  const problem = `base-uri: ${quote(shown)} is not accepted: ${base.problem}; accepted: ${acceptedBases}`;
  return { base: null, secrets, problems: [problem] };
}

// Enough to see what is wrong with a block of lines, and not so many that another input is lost among them.
const maxLines = 20;

/** `rest` says what the others are, from `3 more lines are`. */
function firstFew(sentences: readonly string[], rest: (more: string) => string): string[] {
  const more = sentences.length - maxLines;
  if (more <= 0) return [...sentences];
  return [...sentences.slice(0, maxLines), rest(`${count(more, "more line")} ${more === 1 ? "is" : "are"}`)];
}

function credentialsWarning(targets: readonly Target[]): string[] {
  const origins = new Set(targets.map((target) => (target.kind === "mistake" ? null : originOf(target.address))));
  origins.delete(null);
  if (origins.size < 2) return [];
  return [
    `headers holds credentials, and they are sent to all ${origins.size} origins of the list: ` +
      "use a step for each, or user:password@ in the URI that needs them",
  ];
}

function retryWarning({ retryForMs, retryDelayMs }: Settings): string[] {
  if (retryForMs === 0 || retryDelayMs <= retryForMs) return [];
  return [
    `nothing will be re-checked: retry-delay (${span(retryDelayMs)}) is longer than retry-for (${span(retryForMs)})`,
  ];
}

function shardWarning({ shard }: Settings, targets: { before: number; after: number }): string[] {
  if (shard === null || targets.after > 0) return [];
  const { index, count: parts } = shard;
  return [`shard ${index}/${parts} has nothing to check: there are more parts than URIs (${targets.before})`];
}

/** Reads where the runner wants outputs, summary and report, and which step this is. */
export function readEnvironment(): Environment {
  const { env } = process;
  const id = env["GITHUB_ACTION"] ?? "";
  return {
    outputFile: env["GITHUB_OUTPUT"] || null,
    summaryFile: env["GITHUB_STEP_SUMMARY"] || null,
    tempFolder: env["RUNNER_TEMP"] || null,
    // A step without an id gets a name from the runner that begins with __.
    stepId: /^(?!__)[A-Za-z0-9_-]+$/.test(id) ? id : null,
  };
}
