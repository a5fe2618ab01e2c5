import { readdirSync, readFileSync } from "node:fs";

/** A file of the repository, by its path from the root. */
export function readDocument(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

/** The names of the files in a folder of the repository. */
export function listFolder(path: string): string[] {
  return readdirSync(new URL(`../../${path}`, import.meta.url)).sort();
}

/** The body rows of the Markdown tables whose first heading matches, as trimmed cells. */
export function tableRows(markdown: string, heading: RegExp): string[][] {
  const blocks = markdown.split("\n").reduce<string[][]>(
    (tables, line) => {
      if (line.trimStart().startsWith("|")) tables.at(-1)?.push(line);
      else if (tables.at(-1)?.length) tables.push([]);
      return tables;
    },
    [[]],
  );
  const cells = (line: string): string[] => {
    const parts = line
      .trim()
      .replace(/^\||\|$/g, "")
      .split(/(?<!\\)\|/);
    return parts.map((cell) => cell.trim());
  };
  const tables = blocks.map((lines) => lines.map(cells)).filter(([head]) => heading.test(head?.[0] ?? ""));
  return tables.flatMap((rows) => rows.slice(2));
}

/** A cell without the backticks around it. */
export function unquote(cell: string | undefined): string {
  return (cell ?? "").replace(/^\**`(.*)`\**$/, "$1");
}

/** The fenced blocks of Markdown in this language, without their fences. */
export function fencedBlocks(markdown: string, language: string): string[] {
  const fences = new RegExp(`^[ \\t]*\`\`\`${language}[^\\n]*\\n([\\s\\S]*?)^[ \\t]*\`\`\``, "gm");
  return [...markdown.matchAll(fences)].map((found) => String(found[1]));
}
