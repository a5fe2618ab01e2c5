import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { findProgram } from "./program.ts";

/** Where a program that comes from PyPI is installed, by .ci/run or in the PATH; null where it is not. */
export function findPythonProgram(name: string): string | null {
  const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  const path = join(cache, "uptimemon", "venv", "bin", name);
  return existsSync(path) ? path : findProgram(name);
}
