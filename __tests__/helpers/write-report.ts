// Started in place of the action, with the results in GIVEN: writes their report as the action would.
import { readEnvironment } from "../../src/inputs/inputs.ts";
import { writeReport } from "../../src/report/report.ts";
import { findingsOf, type Given } from "./findings.ts";

await writeReport(findingsOf(JSON.parse(process.env["GIVEN"] ?? "[]") as Given[]), readEnvironment());
