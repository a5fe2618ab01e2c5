import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseBase } from "../../src/inputs/address.ts";
import { parseLine } from "../../src/inputs/line.ts";
import { ok } from "../../src/inputs/status.ts";
import { runAction } from "../helpers/action.ts";
import { inputDefaults } from "../helpers/defaults.ts";
import { fencedBlocks, listFolder, readDocument, tableRows, unquote } from "../helpers/documents.ts";
import { closedPort, startServer } from "../helpers/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const isMarkdown = (name: string): boolean => name.endsWith(".md");
const documents = [
  ...listFolder(".").filter(isMarkdown),
  ...listFolder("docs")
    .filter(isMarkdown)
    .map((name) => `docs/${name}`),
  "examples/README.md",
];
const examples = listFolder("examples").filter((name) => name.endsWith(".yml"));

test("the README has at most 1,900 words, code and tables included", () => {
  const words = readDocument("README.md").split(/\s+/).filter(Boolean).length;
  assert.ok(words <= 1900, `${words} words`);
});

test("YAML in the README and in docs is cut out of the examples", () => {
  const texts = examples.map((name) => readDocument(`examples/${name}`));
  const foreign = documents.flatMap((document) =>
    fencedBlocks(readDocument(document), "ya?ml")
      .filter((block) => !texts.some((text) => text.includes(block)))
      .map((block) => `${document}: ${block.trim().split("\n")[0]} ...`),
  );
  assert.deepEqual(foreign, []);
});

test("the README and examples/README.md name each example, and no other", () => {
  const linked = (cell: string | undefined): string => /\(([^)]*)\)/.exec(cell ?? "")?.[1] ?? "";
  const recipes = tableRows(readDocument("README.md"), /^Recipe$/).map(([cell]) => linked(cell));
  assert.deepEqual(
    recipes.sort(),
    examples.map((name) => `examples/${name}`),
  );
  const shown = tableRows(readDocument("examples/README.md"), /^Workflow$/).map(([cell]) => linked(cell));
  assert.deepEqual(shown.sort(), examples);
});

test("every line that the README shows is one that can be checked", () => {
  const base = parseBase("https://example.com");
  if ("problem" in base) throw new Error(base.problem);
  const lines = tableRows(readDocument("README.md"), /^Line$/).map(([cell]) => unquote(cell));
  assert.ok(lines.length >= 9, `${lines.length} lines`);
  const expected = { status: ok, text: null, end: null };
  const problems = lines.flatMap((line) => {
    const target = parseLine(line, { file: null, line: 1 }, { expected, base });
    return target.kind === "mistake" ? [`${line}: ${target.problem}`] : [];
  });
  assert.deepEqual(problems, []);
});

test("the log lines that the README shows are those of a real step, but for the address and the times", async (t) => {
  const server = await startServer(t, ({ url }, answer) => answer.writeHead(url === "/" ? 200 : 503).end());
  const uris = [`${server.origin}/`, `${server.origin}/503`, `http://127.0.0.1:${await closedPort()}/`];
  const { log } = await runAction({ uris: uris.join("\n") });
  const plain = (line: string): string =>
    line.replace(/https?:[^\s:]+(?::\d+)?[^\s:]*/, "URI").replace(/<?\d+ ms/, "N ms");
  const shown = tableRows(readDocument("README.md"), /^Result$/).map((cells) => plain(unquote(cells[2])));
  assert.deepEqual(shown, log.filter((line) => line.startsWith("[")).map(plain));
});

test("the result that the README shows has the fields of a real one, in their order", async (t) => {
  const server = await startServer(t, undefined, { tls: "server", name: "localhost" });
  const { results } = await runAction({ uris: server.origin });
  const fields = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([name, one]) => [name, fields(one)])
      : null;
  const [shown = ""] = fencedBlocks(readDocument("README.md"), "json");
  assert.deepEqual(fields(JSON.parse(shown)), fields(results[0]));
});

test("the README's commands can be pasted: inputs that exist, and no comments, which zsh takes for arguments", () => {
  const commands = fencedBlocks(readDocument("README.md"), "sh").join("");
  const given = [...commands.matchAll(/ --([a-z-]+)=/g)].map(([, name = ""]) => name);
  assert.notEqual(given.length, 0);
  assert.deepEqual(
    given.filter((name) => !(name in inputDefaults)),
    [],
  );
  assert.doesNotMatch(commands, /#/);
});

/** The anchors that GitHub makes of the headings of a document. */
function anchorsOf(markdown: string): string[] {
  const text = markdown.replace(/^```[\s\S]*?^```/gm, "");
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("every link within the repository leads to a file, and to a heading where it names one", () => {
  const broken = documents.flatMap((document) =>
    [...readDocument(document).matchAll(/\]\((?!https?:)([^)\s]*)\)|srcset?="([^"]*)"/g)].flatMap((found) => {
      const [path = "", anchor] = String(found[1] ?? found[2]).split("#");
      const target = path === "" ? document : join(dirname(document), path).replaceAll("\\", "/");
      const isBroken =
        !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(readDocument(target)).includes(anchor));
      return isBroken ? [`${document}: ${found[1] ?? found[2]}`] : [];
    }),
  );
  assert.deepEqual(broken, []);
});

test("every source file that a document names is there", () => {
  const folders = ["src", "__tests__", "scripts", "dist"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => `${folder}/${path}`.replaceAll("\\", "/")),
  );
  const missing = documents.flatMap((document) =>
    [...readDocument(document).matchAll(/`([\w/.-]+\.(?:ts|mjs|cjs|js|sh))`/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !files.some((file) => `/${file}`.endsWith(`/${name}`)))
      .map((name) => `${document}: ${name}`),
  );
  assert.deepEqual(missing, []);
});
