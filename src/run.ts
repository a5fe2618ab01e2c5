import * as core from "@actions/core";
import { findExpiring } from "./certificate.ts";
import { check, leaveUnchecked } from "./check/check.ts";
import { planRounds, type Rounds } from "./check/rounds.ts";
import { now } from "./duration.ts";
import { InputError, type Inputs, makeRoomForLookups, readEnvironment, readInputs } from "./inputs/inputs.ts";
import { Log } from "./report/log.ts";
import { writeRefusal, writeReport } from "./report/report.ts";
import { verdict } from "./report/verdict.ts";
import type { Findings } from "./result.ts";
import { UnderWay } from "./session/attempt.ts";
import { openSession, type Session } from "./session/session.ts";
import { logText } from "./text.ts";

/**
 * The whole action: reads the inputs, checks every URI over one session, reports, and says whether the step succeeds.
 * Never rejects. The process is failed from the start and succeeds only when every result is in and good.
 */
export async function run(cancelled: AbortSignal): Promise<void> {
  process.exitCode = core.ExitCode.Failure;
  const environment = readEnvironment();
  try {
    const inputs = readInputs();
    makeRoomForLookups(inputs.concurrency);
    for (const secret of inputs.secrets) core.setSecret(secret);
    for (const warning of inputs.warnings) core.warning(warning);
    const { findings, bug } = await checkAll(inputs, cancelled);
    await writeReport(findings, environment);
    if (bug !== null) throw bug;
    if (findings.succeeded) process.exitCode = core.ExitCode.Success;
    else core.setFailed(verdict(findings, environment.stepId));
  } catch (error) {
    if (error instanceof InputError) await refuse(error, environment);
    else fail(error);
  }
}

/** One session for all checks: opened once, handed to each, disposed of whatever happens. */
async function checkAll(inputs: Inputs, cancelled: AbortSignal): Promise<{ findings: Findings; bug: unknown }> {
  const startedAt = now();
  const session = openSession(inputs);
  const log = new Log();
  const rounds = planChecks(inputs, { session, cancelled, log });
  let bug: unknown = null;
  try {
    // Each URI in turn, then again what is not up.
    await orNothingIsLeft(rounds.run());
  } catch (error) {
    // Thrown on by run(), once what is known is reported.
    bug = error;
  } finally {
    session.dispose();
    log.close();
  }
  const results = rounds.results();
  const { warnings, expiring } = findExpiring(session.certificates(), results, {
    warningDays: inputs.certificateWarningDays,
    now: new Date(),
  });
  for (const warning of warnings) core.warning(logText(warning));
  const succeeded = bug === null && results.every(({ result }) => result.state === "OK");
  const durationMs = now() - startedAt;
  return {
    findings: {
      results,
      stats: session.stats(),
      durationMs,
      concurrency: inputs.concurrency,
      cancelled: cancelled.aborted,
      succeeded,
      expiring,
      finishedAt: new Date(),
    },
    bug,
  };
}

function planChecks(
  inputs: Inputs,
  { session, cancelled, log }: { session: Session; cancelled: AbortSignal; log: Log },
): Rounds {
  const options = { ...inputs, session, underWay: new UnderWay({ timeoutMs: inputs.timeoutMs, cancelled }) };
  return planRounds({
    ...inputs,
    cancelled,
    check: (target, number) => check(target, number, options),
    leaveUnchecked,
    freshen: session.freshen,
    listener: log,
  });
}

/** Node ends without a word once only promises are left that nothing will settle: then this rejects instead. */
async function orNothingIsLeft(work: Promise<void>): Promise<void> {
  let onNothingLeft = (): void => {};
  const nothingLeft = new Promise<never>((_, reject) => {
    onNothingLeft = () => reject(new Error("it came to an end before every result was in"));
  });
  process.once("beforeExit", onNothingLeft);
  try {
    await Promise.race([work, nothingLeft]);
  } finally {
    process.off("beforeExit", onNothingLeft);
  }
}

async function refuse(
  { problems, secrets }: InputError,
  environment: ReturnType<typeof readEnvironment>,
): Promise<void> {
  for (const secret of secrets) core.setSecret(secret);
  const lines = problems.map(logText);
  await writeRefusal({ problems, finishedAt: new Date() }, environment);
  core.setFailed(lines.join("\n"));
}

/** A bug of ours: one line for the user, the stack for whoever turns on debug logging. */
function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  core.debug(error instanceof Error && error.stack ? error.stack : message);
  core.setFailed(`uptimemon itself failed, which is a bug: ${logText(message)}`);
}
