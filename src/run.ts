import * as core from "@actions/core";
import { HttpClient } from "@actions/http-client";
import { findExpiring } from "./certificate.ts";
import { Rounds } from "./check/rounds.ts";
import { now } from "./duration.ts";
import { guard } from "./guard.ts";
import { InputError, type Inputs, readEnvironment, readInputs } from "./inputs/inputs.ts";
import { Log } from "./report/log.ts";
import { writeRefusal, writeReport } from "./report/report.ts";
import { verdict } from "./report/verdict.ts";
import type { Findings } from "./result.ts";
import { Session } from "./session/session.ts";
import { logText } from "./text.ts";

/**
 * The whole action: reads the inputs, checks each URI in turn over one session, reports, and says whether the step
 * succeeds. Rejects with an `InputError`, or with a bug of ours once what is known is reported.
 */
export async function run(cancelled: AbortSignal): Promise<void> {
  // Red until every result is in and good.
  process.exitCode = core.ExitCode.Failure;
  const inputs = readInputs();
  for (const secret of inputs.secrets) core.setSecret(secret);
  for (const warning of inputs.warnings) core.warning(logText(warning));

  const startedAt = now();
  // Aborted when the run is cancelled, and also where it ends for another reason.
  const stop = new AbortController();
  if (cancelled.aborted) stop.abort();
  cancelled.addEventListener("abort", () => stop.abort());
  const client = new HttpClient(undefined, [], { keepAlive: true });
  const session = new Session(client, inputs);
  const log = new Log();
  const rounds = new Rounds({ ...inputs, session, listener: log, cancelled: stop.signal });
  let isComplete = false;
  try {
    try {
      await guard(async () => {
        // Each URI in turn, then again what is down.
        await rounds.checkEach();
        await rounds.recheck();
      });
    } finally {
      stop.abort();
      client.dispose();
    }
    isComplete = true;
  } finally {
    log.end();
    const durationMs = now() - startedAt;
    await conclude(inputs, session, rounds, { durationMs, isComplete, isCancelled: cancelled.aborted });
  }
}

/** Warns and reports, and only then lets the step succeed. */
async function conclude(
  inputs: Inputs,
  session: Session,
  rounds: Rounds,
  { durationMs, isComplete, isCancelled }: { durationMs: number; isComplete: boolean; isCancelled: boolean },
): Promise<void> {
  const results = rounds.results();
  const { warnings, expiring } = findExpiring(session.certificates(), results, {
    warningDays: inputs.certificateWarningDays,
    now: new Date(),
    secrets: [...inputs.secrets, ...inputs.sharedSecrets],
  });
  for (const note of session.notes()) core.info(logText(note));
  for (const warning of [...warnings, ...session.warnings(), ...rounds.warnings()]) core.warning(logText(warning));
  const findings: Findings = {
    results,
    stats: session.stats(),
    durationMs,
    concurrency: inputs.concurrency,
    cancelled: isCancelled,
    succeeded: isComplete && results.every(({ result }) => result.state === "OK"),
    expiring,
    finishedAt: new Date(),
  };
  const environment = readEnvironment();
  await guard(() => writeReport(findings, environment));
  if (findings.succeeded) process.exitCode = core.ExitCode.Success;
  else core.setFailed(verdict(findings, environment.stepId));
}

/** Says what `run` rejected with: the user's mistakes, or a bug, with its stack for whoever turns on debug logging. */
export async function fail(error: unknown): Promise<void> {
  if (error instanceof InputError) {
    for (const secret of error.secrets) core.setSecret(secret);
    await writeRefusal({ problems: error.problems, finishedAt: new Date() }, readEnvironment());
    core.setFailed(error.problems.map(logText).join("\n"));
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  core.debug(error instanceof Error && error.stack ? error.stack : message);
  core.setFailed(`uptimemon itself failed, which is a bug: ${logText(message)}`);
}
