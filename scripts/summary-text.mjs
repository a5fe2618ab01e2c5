// A job summary of ours for a terminal: headings, sentences and tables; the chart is left to GitHub.
const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
const plain = (html) =>
  html.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity]);

/** Markdown with HTML tables in, plain text out. */
export function summaryAsText(markdown) {
  return markdown
    .replace(/^### Where the time went[\s\S]*?^```mermaid[\s\S]*?^```$/m, "")
    .replace(/<details>\n<summary>(.*)<\/summary>/g, "$1:")
    .replace(/<\/details>\n/g, "")
    .replace(/<\/?ul>\n/g, "")
    .replace(/<li>(.*)<\/li>/g, (_, item) => `- ${plain(item)}`)
    .replace(/<sub>(.*)<\/sub>/g, "$1")
    .replace(/^#+ /gm, "")
    .replace(/<table>[\s\S]*?<\/table>/g, tableAsText)
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
}

function tableAsText(table) {
  const rows = table
    .match(/<tr>.*<\/tr>/g)
    .map((row) => row.match(/<t[hd][^>]*>.*?<\/t[hd]>/g).map((cell) => cell.split("<br>").map(plain)));
  // Only the first line of a cell is in the grid: a long reason must not push the other columns out of sight.
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column][0]))) + 3);
  const indent = (column) => " ".repeat(widths.slice(0, column).reduce((sum, one) => sum + one, 0));
  const lines = rows.flatMap((row) => [
    row
      .map(([first], column) => first + " ".repeat(widths[column] - width(first)))
      .join("")
      .trimEnd(),
    ...row.flatMap((cell, column) => cell.slice(1).map((more) => indent(column) + more)),
  ]);
  return lines.join("\n");
}

/** The columns of a text in a terminal; our marks are two wide. */
function width(text) {
  return /^(?:❌|⚠️)$/u.test(text) ? 2 : [...text].length;
}
