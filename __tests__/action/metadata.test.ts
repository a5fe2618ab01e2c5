import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHeaders } from "../../src/inputs/headers.ts";
import { readMetadata, runAction } from "../helpers/action.ts";
import { inputDefaults } from "../helpers/defaults.ts";
import { fencedBlocks, listFolder, readDocument, tableRows, unquote } from "../helpers/documents.ts";
import { startServer } from "../helpers/server.ts";

const { inputs, outputs } = readMetadata();

/** Names of inputs or outputs, with their defaults if they have any, and where they stand. */
interface Place {
  readonly where: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Compares two places in both directions, and fails with what is missing or differs. */
function assertSame(one: Place, other: Place): void {
  const missingIn = (place: Place, names: readonly string[]): string[] =>
    names.filter((name) => !(name in place.values)).map((name) => `${name} is missing in ${place.where}`);
  const names = Object.keys(one.values);
  const different = names
    .filter((name) => name in other.values && one.values[name] !== other.values[name])
    .map((name) => `${name}: ${one.values[name]} in ${one.where}, ${other.values[name]} in ${other.where}`);
  assert.deepEqual([...missingIn(other, names), ...missingIn(one, Object.keys(other.values)), ...different], []);
}

/** Names without values. */
function named(where: string, names: readonly string[]): Place {
  return { where, values: Object.fromEntries(names.map((name) => [name, ""])) };
}

/** The rows of a table of the README, by their first cell. */
function readTable(heading: RegExp): Place {
  const rows = tableRows(readDocument("README.md"), heading);
  const entries = rows.map(([name, value]): [string, string] => [unquote(name), unquote(value)]);
  const values = Object.fromEntries(entries);
  assert.equal(Object.keys(values).length, rows.length, "a name stands in the table twice");
  return { where: "the README", values };
}

test("action.yml and the code have the same inputs with the same defaults", () => {
  assertSame({ where: "action.yml", values: inputs }, { where: "the code", values: { ...inputDefaults } });
});

test("every input and output of action.yml is described, and none is required by itself", () => {
  const text = readDocument("action.yml");
  const names = [...Object.keys(inputs), ...outputs];
  const undescribed = names.filter((name) => !new RegExp(`^  ${name}:\\n    description: \\S`, "m").test(text));
  assert.deepEqual(undescribed, []);
  assert.doesNotMatch(text, /required: true/);
  assert.match(text, /^ {2}using: node24$/m);
  assert.match(text, /^ {2}main: dist\/index\.js$/m);
});

test("action.yml and a real step have the same outputs", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: server.origin });
  assertSame(named("action.yml", outputs), named("a real step", Object.keys(run.outputs)));
});

test("the README's table of inputs has each input of action.yml with its default", () => {
  const { where, values } = readTable(/^Input$/);
  const defaults = Object.entries(values).map(([name, value]) => [name, value === "none" ? "" : value]);
  assertSame({ where: "action.yml", values: inputs }, { where, values: Object.fromEntries(defaults) });
});

test("the README's table of outputs has each output of action.yml", () => {
  const { where, values } = readTable(/^Output$/);
  assertSame(named("action.yml", outputs), named(where, Object.keys(values)));
});

/** The steps of a workflow that use this action: the names below `with:`, and the `id`. */
function ownSteps(workflow: string): { id: string; given: string[] }[] {
  const steps = workflow.split(
    /^(?=\s*- (?:name|uses|id|if|run|env|with|shell|timeout-minutes|continue-on-error|working-directory):)/m,
  );
  return steps
    .filter((step) => /^\s*(?:- )?uses:\s*["']?(?:\S*\buptimemon\b|\.\/?["']?\s*(?:#.*)?$)/m.test(step))
    .map((step) => {
      const block = /^( *)(- )?with:[ \t]*\n((?:\1(?: {2})? +\S.*\n?|[ \t]*\n)+)/m.exec(step)?.[3] ?? "";
      const indent = /^ */.exec(block)?.[0] ?? "";
      const given = [...block.matchAll(new RegExp(`^${indent}["']?([^\\s"':#]+)["']?:`, "gm"))].map((found) =>
        String(found[1]),
      );
      return { id: /^\s*(?:- )?id:\s*["']?([\w-]+)/m.exec(step)?.[1] ?? "", given };
    });
}

/** Every workflow that readers copy: the examples, and the YAML of the README and of docs. */
function workflows(): { name: string; text: string }[] {
  const files = listFolder("examples").filter((name) => name.endsWith(".yml"));
  const pages = listFolder("docs").filter((name) => name.endsWith(".md"));
  const blocks = ["README.md", ...pages.map((name) => `docs/${name}`)].flatMap((path) =>
    fencedBlocks(readDocument(path), "ya?ml").map((text, index) => ({
      name: `YAML block ${index + 1} of ${path}`,
      text,
    })),
  );
  return [...files.map((name) => ({ name: `examples/${name}`, text: readDocument(`examples/${name}`) })), ...blocks];
}

test("the examples use the action, and only inputs and outputs that exist", () => {
  const found = workflows().map(({ name, text }) => ({ name, text, steps: ownSteps(text) }));
  assert.notEqual(found.filter(({ name }) => name.startsWith("examples/")).length, 0);
  for (const { name, text, steps } of found) {
    if (name.startsWith("examples/")) assert.notEqual(steps.length, 0, name);
    for (const input of steps.flatMap(({ given }) => given)) assert.ok(input in inputs, `${name}: ${input}`);
    for (const { given } of steps) assert.ok(given.includes("uris") || given.includes("uris-file"), `${name}: no list`);
    const ids = new Set(steps.map(({ id }) => id));
    for (const [, id = "", output = ""] of text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      if (ids.has(id)) assert.ok(outputs.includes(output), `${name}: ${output}`);
    }
  }
});

test("this reading of workflows finds names below with, and nothing else", () => {
  const workflow =
    "jobs:\n  a:\n    steps:\n      - name: x\n        id: check\n        uses: someone/uptimemon@v1\n        with:\n          uris: |\n            https://a.example/\n            b: c\n\n          retry-for: 2m # so long\n        env:\n          x: y\n      - uses: actions/cache@v4\n        with:\n          path: z\n      - uses: ./\n        with:\n          nonsense: 1\n";
  assert.deepEqual(ownSteps(workflow), [
    { id: "check", given: ["uris", "retry-for"] },
    { id: "", given: ["nonsense"] },
  ]);
});

test("every place that names the version of the action names that of package.json", () => {
  const { version } = JSON.parse(readDocument("package.json")) as { version: string };
  const first = (path: string, pattern: RegExp): string | undefined => pattern.exec(readDocument(path))?.[1];
  const places = {
    "package-lock.json": first("package-lock.json", /"version": "([^"]*)"/),
    "the User-Agent of the source": parseHeaders("")
      .request.own.find(({ name }) => name === "User-Agent")
      ?.value.replace(/^uptimemon\//, ""),
    "the bundle": first("dist/index.js", /\bversion = "(\d+\.\d+\.\d+)"/),
    "the newest entry of CHANGELOG.md": first("CHANGELOG.md", /^## \[(\d[^\]]*)\]/m),
    "the User-Agent in README.md": first("README.md", /`uptimemon\/(\d[^`]*)`/),
    "the pin in README.md": first("README.md", /<commit SHA> # v(\d[^`]*)`/),
    "the pin in docs/security.md": first("docs/security.md", /<commit SHA> # v(\d[^`]*)`/),
    "the template of a bug report": first(".github/ISSUE_TEMPLATE/bug_report.yml", /placeholder: v(\d[\d.]*)/),
  };
  const others = Object.entries(places).filter(([, named]) => named !== version);
  assert.deepEqual(
    others.map(([place, named]) => `${place}: ${named}, not ${version}`),
    [],
  );
});

test("the bundle's stand-in for modules that are kept out is the one of scripts/", () => {
  assert.equal(readDocument("dist/kept-out.cjs"), readDocument("scripts/kept-out.cjs"));
});
