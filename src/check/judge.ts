import type { Echoes } from "../echoes.ts";
import { isExpected, nameStatus } from "../inputs/status.ts";
import type { Expectation, ExpectedEnd } from "../inputs/target.ts";
import { difference, type Judgement, type Outcome, plain, type WrongTarget, type WrongText } from "../result.ts";
import { shortAddress } from "../text.ts";
import type { Ending } from "./follow.ts";
import { differingParts, isRedirect } from "./redirect.ts";
import type { Search } from "./search.ts";

const asExpected: Judgement = { kind: "as expected" };

/** Judges how an attempt ended by what its line expects. `echoes` are taken out of addresses that a server chose. */
export async function judge(expected: Expectation, ending: Ending<Search>, echoes: Echoes): Promise<Judgement> {
  const { outcome, reader: search } = ending;
  if (outcome.kind !== "answer") return outcome;
  if (!isExpected(outcome.status, expected.status)) return { kind: "wrong status", expected: expected.status.text };
  if (expected.end !== null) return findWrongTarget(expected.end, ending, echoes) ?? asExpected;
  if (expected.text === null || search === null) return asExpected;
  const verdict = await search.end();
  switch (verdict.kind) {
    case "proven":
      return asExpected;
    case "unproven":
      return { kind: "wrong text", ...expected.text, obstacle: verdict.obstacle };
    case "undecodable":
      return { kind: "no answer", cause: [`the body is not valid ${verdict.coding}, as its Content-Encoding says`] };
  }
}

function findWrongTarget(
  expected: ExpectedEnd,
  { outcome, address, step }: Ending<Search>,
  echoes: Echoes,
): WrongTarget | null {
  const wrong = { kind: "wrong target", expected: expected.shown } as const;
  const isLost = step === null && outcome.kind === "answer" && isRedirect(outcome.status);
  if (isLost || step?.kind === "invalid") return { ...wrong, leadsTo: null, differsIn: null };
  const end = step === null ? address : step.address;
  const parts = differingParts(end, expected.address);
  if (parts === null) return null;
  return { ...wrong, leadsTo: echoes.hide(end), differsIn: parts === "address" ? null : parts };
}

/** What a judgement means for the result; `status` is that of the answer, if there was one. */
export function outcomeOf(judgement: Judgement, status: number): Outcome {
  const answer = nameStatus(status);
  switch (judgement.kind) {
    case "as expected":
      return { state: "OK", status, message: "" };
    case "wrong status":
      return { state: "NOK", status, message: `${answer}, expected ${judgement.expected}` };
    case "wrong text":
      return { state: "NOK", status, message: `${answer}, ${describeText(judgement)}` };
    case "wrong target":
      return { state: "NOK", status, message: `${answer}, ${describeTarget(judgement)}` };
    case "no answer":
      return { state: "ERR", status: null, message: plain(judgement.cause) };
    case "mistake":
      return { state: "ERR", status: null, message: judgement.problem };
    case "cancelled":
      return { state: "ERR", status: null, message: plain(judgement.cause ?? ["not checked (cancelled)"]) };
  }
}

function describeText({ unwanted, obstacle }: WrongText): string {
  if (obstacle === null) return unwanted ? "unwanted text found" : "text not found";
  return `${unwanted ? "unwanted text not ruled out" : "text not found"}: ${obstacle}`;
}

function describeTarget({ leadsTo, expected, differsIn }: WrongTarget): string {
  const only = differsIn === null ? "" : ` (${difference(differsIn)})`;
  const where = leadsTo === null ? "no http(s) URI" : shortAddress(leadsTo);
  return `leads to ${where}, expected ${expected}${only}`;
}
