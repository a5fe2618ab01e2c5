import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parseHeaders } from "../../src/inputs/headers.ts";
import { inputDefaults } from "../../src/inputs/inputs.ts";
import { readMetadata, runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const { inputs, outputs } = readMetadata();
const { version } = JSON.parse(read("package.json")) as { version: string };

/** The body rows of the Markdown tables whose first heading matches, as trimmed cells. */
function tableRows(markdown: string, heading: RegExp): string[][] {
  const blocks = markdown.split("\n").reduce<string[][]>(
    (tables, line) => {
      if (line.trimStart().startsWith("|")) tables.at(-1)?.push(line);
      else if (tables.at(-1)?.length) tables.push([]);
      return tables;
    },
    [[]],
  );
  const cells = (line: string): string[] => {
    const parts = line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/); // biome-ignore format: a chain
    return parts.map((cell) => cell.trim());
  };
  const tables = blocks.map((lines) => lines.map(cells)).filter(([head]) => heading.test(head?.[0] ?? ""));
  return tables.flatMap((rows) => rows.slice(2));
}

const unquote = (cell: string | undefined): string => (cell ?? "").replace(/^\**`(.*)`\**$/, "$1");

test("action.yml and the code have the same inputs with the same defaults", () => {
  assert.deepEqual(inputs, { ...inputDefaults });
});

test("every input and output of action.yml is described, and none is required by itself", () => {
  const text = read("action.yml");
  for (const name of [...Object.keys(inputs), ...outputs])
    assert.match(text, new RegExp(`^  ${name}:\\n    description: \\S`, "m"), name);
  assert.doesNotMatch(text, /required: true/);
  assert.match(text, /^ {2}using: node24$/m);
  assert.match(text, /^ {2}main: dist\/index\.js$/m);
});

test("action.yml and a real step have the same outputs", async (t) => {
  const server = await startServer(t);
  const run = await runAction({ uris: server.origin });
  assert.deepEqual(Object.keys(run.outputs).sort(), [...outputs].sort());
});

test("the README's table of inputs has each input of action.yml with its default", () => {
  const rows = tableRows(read("README.md"), /^\**inputs?\**$/i);
  const shown = Object.fromEntries(
    rows.map(([name, value]) => [unquote(name), unquote(value) === "none" ? "" : unquote(value)]),
  );
  assert.equal(rows.length, Object.keys(inputs).length);
  assert.deepEqual(shown, inputs);
});

test("the README's table of outputs has each output of action.yml", () => {
  const rows = tableRows(read("README.md"), /^\**outputs?\**$/i);
  assert.deepEqual(rows.map(([name]) => unquote(name)).sort(), [...outputs].sort());
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

/** Every workflow that readers copy: the examples, and the README's YAML. */
function workflows(): { name: string; text: string }[] {
  const folder = new URL("../../examples/", import.meta.url);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const fences = [...read("README.md").matchAll(/^[ \t]*```ya?ml[^\n]*\n([\s\S]*?)^[ \t]*```/gm)];
  return [
    ...files.map((name) => ({ name: `examples/${name}`, text: read(`examples/${name}`) })),
    ...fences.map((found, index) => ({ name: `YAML block ${index + 1} of the README`, text: String(found[1]) })),
  ];
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

test("the User-Agent has package.json's version, in the source and in the bundle", () => {
  const sent = parseHeaders("").request.own.find(({ name }) => name === "User-Agent")?.value;
  assert.equal(sent, `uptimemon/${version}`);
  assert.ok(read("dist/index.js").includes(`const version = "${version}"`), "dist/index.js has another version");
});

test("the bundle's stand-in for what is kept out is the one of scripts/", () => {
  assert.equal(read("dist/kept-out.cjs"), read("scripts/kept-out.cjs"));
});
