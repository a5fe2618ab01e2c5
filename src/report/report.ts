import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import * as core from "@actions/core";
import type { Environment } from "../inputs/inputs.ts";
import type { Place } from "../inputs/target.ts";
import type { Checked, Findings } from "../result.ts";
import { logText } from "../text.ts";
import { renderRefusal, renderSummary } from "./summary.ts";
import { countStates, sessionSentence } from "./verdict.ts";

// Expressions and the environment, through which outputs are passed on, take little more.
const maxOutputBytes = 100_000;
// GitHub keeps ten annotations of a kind for a step. One of the errors is the verdict, and other warnings need room
// too.
const maxErrors = 9;
const maxWarnings = 5;

/**
 * Writes outputs, annotations, report folder and summary, in this order. What cannot be written is a warning: the
 * others are written all the same, and the verdict stands.
 */
export async function writeReport(findings: Findings, environment: Environment): Promise<void> {
  const { results, stats } = findings;
  core.info(sessionSentence(findings));
  const { up, total } = countStates(results);
  const failed = results.filter(({ result }) => result.state !== "OK");
  const folder = makeFolder(environment, results);
  setOutputs(environment, {
    total,
    up,
    failed: total - up,
    connections: stats.connections,
    reused: stats.reused,
    report: folder ?? "",
    "failed-uris": bounded("failed-uris", failed.map(({ result }) => result.uri).join("\n")),
    results: bounded("results", results.length > resultsPerPiece ? null : toJson(results)),
  });
  annotate(results);
  await writeSummary(renderSummary(findings, environment.stepId), folder, environment);
}

/** Writes outputs and summary of a step whose inputs were refused. */
export async function writeRefusal(
  refusal: { problems: readonly string[]; finishedAt: Date },
  environment: Environment,
): Promise<void> {
  const folder = makeFolder(environment, []);
  const none = { total: 0, up: 0, failed: 0, connections: 0, reused: 0 };
  setOutputs(environment, { ...none, report: folder ?? "", "failed-uris": "", results: "[]" });
  await writeSummary(renderRefusal(refusal, environment.stepId), folder, environment);
}

/** Makes the report folder with results.json in it, and returns its path; null where there is none. */
function makeFolder({ tempFolder }: Environment, results: readonly Checked[]): string | null {
  let folder: string;
  try {
    folder = mkdtempSync(join(tempFolder ?? tmpdir(), "uptimemon-"));
  } catch (error) {
    warn("the report folder", error);
    return null;
  }
  const file = join(folder, "results.json");
  try {
    writeResults(file, results);
  } catch (error) {
    // Half a list would be no JSON.
    rmSync(file, { force: true });
    warn("results.json in the report folder", error);
  }
  core.info(`Report: ${logText(folder)}`);
  return folder;
}

// In one piece, the results of 50,000 pages would take 50 MiB. These are more than an output may hold.
const resultsPerPiece = 1000;

function writeResults(file: string, results: readonly Checked[]): void {
  writeFileSync(file, "[");
  for (let from = 0; from < results.length; from += resultsPerPiece) {
    const piece = toJson(results.slice(from, from + resultsPerPiece)).slice(1, -1);
    appendFileSync(file, from === 0 ? piece : `,${piece}`);
  }
  appendFileSync(file, "]\n");
}

function toJson(results: readonly Checked[]): string {
  return JSON.stringify(results.map(({ result }) => result));
}

function writeInto(folder: string, name: string, text: string): void {
  try {
    writeFileSync(join(folder, name), text);
  } catch (error) {
    warn(`${name} in the report folder`, error);
  }
}

/** Sets all outputs that can be set. Outside of a runner core would print commands, which nobody carries out. */
function setOutputs({ outputFile }: Environment, outputs: Readonly<Record<string, string | number>>): void {
  if (outputFile === null) return;
  const failures = Object.entries(outputs).flatMap(([name, value]): unknown[] => {
    try {
      core.setOutput(name, value);
      return [];
    } catch (error) {
      return [error];
    }
  });
  if (failures.length > 0) warn("the outputs", failures[0]);
}

/** An output's value; empty where there is none (`null`), or where it is too long. */
function bounded(name: string, value: string | null): string {
  if (value !== null && Buffer.byteLength(value) <= maxOutputBytes) return value;
  core.warning(
    `the output ${name} is left empty, because it would be over ${maxOutputBytes} bytes: ` +
      "read results.json in the report folder (the output report)",
  );
  return "";
}

async function writeSummary(summary: string, folder: string | null, { summaryFile }: Environment): Promise<void> {
  if (folder !== null) writeInto(folder, "summary.md", summary);
  if (summaryFile === null) return;
  try {
    await core.summary.addRaw(summary).write();
  } catch (error) {
    warn("the job summary", error);
  }
}

/** An error for each URI that is down, and a warning for each that may have ended on a login page; a few of them. */
function annotate(results: readonly Checked[]): void {
  const down = results.filter(({ result, judgement }) => result.state !== "OK" && judgement.kind !== "cancelled");
  for (const { target, result } of down.slice(0, maxErrors))
    core.error(logText(`${result.uri}: ${result.message}`), annotationOf(target.place));
  const strayed = results.filter(({ result, strayedTo }) => result.state === "OK" && strayedTo !== null);
  for (const { target, result, strayedTo } of strayed.slice(0, maxWarnings))
    core.warning(
      logText(`${result.uri}: ended on ${strayedTo}: a login page? If not, write -> and the address behind the URI`),
      annotationOf(target.place),
    );
}

/**
 * The line of `uris-file` beside which GitHub shows an annotation; its path is relative to the workspace, with slashes.
 */
function annotationOf({ file, line }: Place): core.AnnotationProperties {
  return file === null ? {} : { file: logText(relative("", file).replaceAll("\\", "/")), startLine: line };
}

function warn(what: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  core.warning(`${what} could not be written: ${logText(reason)}`);
}
