import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import * as core from "@actions/core";
import type { AboutAttempt } from "../check/rounds.ts";
import type { Environment } from "../inputs/inputs.ts";
import type { Checked, Findings } from "../result.ts";
import { logText } from "../text.ts";
import { logLine } from "./log.ts";
import { countStates, renderRefusal, renderSummary, sessionSentence } from "./summary.ts";

// Expressions and the environment, through which outputs are passed on, take little more.
const maxOutputBytes = 100_000;
// GitHub keeps ten annotations of a kind for a step, and the verdict is one of them.
const maxAnnotations = 9;

/** Returns what logs an attempt as soon as it is over. */
export function openLog(total: number): (checked: Checked, about: AboutAttempt) => void {
  let known = 0;
  return (checked, { isFirst, willRepeat }) => {
    if (isFirst) known += 1;
    core.info(logLine(checked, { position: isFirst ? known : null, total, willRepeat }));
  };
}

/** Writes the session line, report folder, outputs, summary and annotations. What cannot be written is a warning: the verdict stands. */
export function writeReport(findings: Findings, environment: Environment): void {
  const { results, stats } = findings;
  core.info(sessionSentence(findings, (text) => text));
  const { up, total } = countStates(results);
  const failed = results.filter(({ result }) => result.state !== "OK");
  const counts = { total, up, failed: total - up, connections: stats.connections, reused: stats.reused };
  const uris = failed.map(({ result }) => result.uri);
  publish(
    {
      counts,
      results: JSON.stringify(results.map(({ result }) => result)),
      failedUris: uris.join("\n"),
      summary: renderSummary(findings),
    },
    environment,
  );
  for (const { target, result } of failed
    .filter(({ judgement }) => judgement.kind !== "cancelled")
    .slice(0, maxAnnotations)) {
    const { file, line } = target.place;
    core.error(
      logText(`${result.uri}: ${result.message}`),
      file === null ? {} : { file: inRepository(file), startLine: line },
    );
  }
}

/** The path under which GitHub shows a file beside its lines: from the workspace, which is the working directory, and with slashes. */
function inRepository(file: string): string {
  return logText(relative("", file).replaceAll("\\", "/"));
}

/** Writes outputs and summary of a step whose inputs were refused. */
export function writeRefusal(problems: readonly string[], environment: Environment): void {
  const counts = { total: 0, up: 0, failed: 0, connections: 0, reused: 0 };
  publish({ counts, results: "[]", failedUris: "", summary: renderRefusal(problems) }, environment);
}

interface Publication {
  readonly counts: Readonly<Record<string, number>>;
  readonly results: string;
  readonly failedUris: string;
  readonly summary: string;
}

function publish(
  { counts, results, failedUris, summary }: Publication,
  { outputFile, summaryFile, tempFolder }: Environment,
): void {
  const report = orWarn("the report folder", () => writeFolder({ results, summary }, tempFolder));
  const bounded = (name: string, value: string): string => {
    if (Buffer.byteLength(value) <= maxOutputBytes) return value;
    core.warning(
      `the output ${name} is left empty, because it would be over ${maxOutputBytes} bytes: read results.json in the report folder (the output report)`,
    );
    return "";
  };
  const outputs = {
    ...counts,
    "failed-uris": bounded("failed-uris", failedUris),
    results: bounded("results", results),
    report: report ?? "",
  };
  // Not core.summary, which starts Node's thread pool to append to a file: with core.setOutput a third of the start-up time.
  if (outputFile !== null)
    orWarn("the outputs", () => appendFileSync(outputFile, Object.entries(outputs).map(formatOutput).join("")));
  if (summaryFile !== null) orWarn("the job summary", () => appendFileSync(summaryFile, summary));
}

function writeFolder({ results, summary }: { results: string; summary: string }, tempFolder: string | null): string {
  const folder = mkdtempSync(join(tempFolder ?? tmpdir(), "uptimemon-"));
  writeFileSync(join(folder, "results.json"), `${results}\n`);
  writeFileSync(join(folder, "summary.md"), summary);
  core.info(`Report: ${logText(folder)}`);
  return folder;
}

/**
 * One output in the runner's file format. Not core.setOutput, which loads all of node:crypto for a delimiter that
 * nobody can guess: this one is chosen so that the value does not hold it.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function formatOutput([name, value]: [string, string | number]): string {
  const text = String(value);
  let delimiter = "ghadelimiter";
  while (text.includes(delimiter)) delimiter += "_";
  return `${name}<<${delimiter}\n${text}\n${delimiter}\n`;
}

function orWarn<T>(what: string, write: () => T): T | null {
  try {
    return write();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    core.warning(`${what} could not be written: ${logText(reason)}`);
    return null;
  }
}
