import { readFileSync, statSync } from "node:fs";
import * as core from "@actions/core";
import { type LineDefaults, type ParsedList, parseList } from "./line.ts";
import { quote } from "./quote.ts";
import { type Place, showPlace, type Target } from "./target.ts";

/** The lines of `uris` and `uris-file`, in this order, and what is wrong with the two inputs. */
export interface List {
  readonly targets: readonly Target[];
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

const acceptedLines = 'one "URI [status [text]]" per line, here or in the file that uris-file names';
const acceptedFiles = "the path of a text file in UTF-8, relative to the workspace";

/** Reads the list. That nothing is in it is a problem, unless there is another one that explains it. */
export function readList(defaults: LineDefaults): List {
  const uris = core.getInput("uris", { trimWhitespace: false });
  const path = core.getInput("uris-file");
  const own = parseList(uris, null, defaults);
  const file = readUrisFile(path, defaults);
  const warnings = [own, file].flatMap(({ emptyTexts }) => warnOfEmptyTexts(emptyTexts));
  if (file.problem !== null) return { targets: own.targets, problems: [file.problem], warnings };
  const targets = [...own.targets, ...file.targets];
  if (path !== "" && own.targets.length > 0 && file.targets.length === 0) {
    warnings.push(`uris-file: there is no URI in ${quote(path)}`);
  }
  return { targets, problems: targets.length === 0 ? [nothingIn(uris, path)] : [], warnings };
}

function nothingIn(uris: string, file: string): string {
  const misnamed = ["url", "urls", "uri"].find((name) => core.getInput(name) !== "");
  const hint = misnamed === undefined ? "" : `; \`${misnamed}\` is set, but the input is called \`uris\``;
  // YAML's > makes one line of a list, and a comment at its start then swallows all of it.
  const comments = /https?:\/\//i.test(uris) ? "only comments (in YAML: |, not >)" : "only comments";
  const what = uris.trim() === "" ? "" : `, ${comments}`;
  const inFile = file === "" ? "" : `, and none in ${quote(file)}`;
  return `uris: there is no URI to check${what}${inFile}${hint}; accepted: ${acceptedLines}`;
}

function readUrisFile(path: string, defaults: LineDefaults): ParsedList & { readonly problem: string | null } {
  const nothing = { targets: [], emptyTexts: [], problem: null };
  if (path === "") return nothing;
  const refuse = (problem: string) => ({ ...nothing, problem: `uris-file: ${quote(path)} ${problem}` });
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return refuse(`cannot be read (EISDIR); accepted: ${acceptedFiles}; this is a folder`);
    // To open a pipe would be to wait for its other end.
    if (!stats.isFile()) return refuse(`cannot be read; accepted: ${acceptedFiles}; this is no regular file`);
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = reasons[code];
    return refuse(`cannot be read (${code}); accepted: ${acceptedFiles}${reason === undefined ? "" : `; ${reason}`}`);
  }
  const text = decode(bytes);
  if (text === null) return refuse("is not UTF-8; accepted: a text in UTF-8, or in UTF-16 with a byte order mark");
  return { ...parseList(text, path, defaults), problem: null };
}

// Annotations are few.
const maxEmptyTexts = 3;

function warnOfEmptyTexts(places: readonly Place[]): string[] {
  return places
    .slice(0, maxEmptyTexts)
    .map((place) => `${showPlace(place)}: nothing stands behind the status: is the text empty?`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file: is there a checkout step?",
  ENOTDIR: "there is no such folder: is there a checkout step?",
  EACCES: "the permission to read it is missing",
  EPERM: "the permission to read it is missing",
  ELOOP: "it is a link that leads to itself",
  ENAMETOOLONG: "the name is too long: is it the list itself? that belongs in uris",
};

/** UTF-8, or what the byte order mark says (https://encoding.spec.whatwg.org/#bom-sniff); null for anything else. */
function decode(bytes: Buffer): string | null {
  const mark = bytes.toString("latin1", 0, 2);
  const encoding = mark === "\xff\xfe" ? "utf-16le" : mark === "\xfe\xff" ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // UTF-16 without a mark, or UTF-32: no text has this character.
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
