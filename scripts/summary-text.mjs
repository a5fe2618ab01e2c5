// A job summary of ours for a terminal: headings, sentences and tables; the diagram is left to GitHub.
const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
const plain = (html) =>
  html.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity]);

/** Markdown with HTML tables in, plain text out. */
export function summaryAsText(markdown) {
  return markdown
    .replace(/\n### Where the time went[\s\S]*/, "")
    .replace(/<details>\n<summary>(.*)<\/summary>/g, "$1:")
    .replace(/<\/details>\n/g, "")
    .replace(/<\/?ul>\n/g, "")
    .replace(/<li>(.*)<\/li>/g, (_, item) => `- ${plain(item)}`)
    .replace(/^#+ /gm, "")
    .replaceAll("**", "")
    .replace(/<table>[\s\S]*?<\/table>/g, tableAsText)
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
}

function tableAsText(table) {
  const rows = table
    .match(/<tr>.*<\/tr>/g)
    .map((row) => row.match(/<t[hd][^>]*>.*?<\/t[hd]>/g).map((cell) => cell.split("<br>").map(plain)));
  // Only the first line of a cell is in the grid: a long reason must not push the other columns out of sight.
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column][0].length)) + 3);
  const indent = (column) => " ".repeat(widths.slice(0, column).reduce((sum, width) => sum + width, 2));
  const lines = rows.flatMap((row) => [
    row
      .map(([first], column) => first.padEnd(widths[column]))
      .join("")
      .trimEnd(),
    ...row.flatMap((cell, column) => cell.slice(1).map((more) => indent(column) + more)),
  ]);
  return lines.join("\n");
}
