// A job summary of ours for a terminal: headings, sentences and tables; the diagram is left to GitHub.
const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
const plain = (html) => html.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity]);

/** Markdown with HTML tables in, plain text out. */
export function summaryAsText(markdown) {
  return markdown
    .replace(/\n### Where the time went[\s\S]*/, "")
    .replace(/<details>\n<summary>(.*)<\/summary>/g, "$1:")
    .replace(/<\/details>\n/g, "")
    .replace(/^#+ /gm, "")
    .replaceAll("**", "")
    .replace(/<table>[\s\S]*?<\/table>/g, tableAsText)
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
}

function tableAsText(table) {
  const rows = table.match(/<tr>.*<\/tr>/g).map((row) => row.match(/<t[hd][^>]*>.*?<\/t[hd]>/g).map((cell) => cell.split("<br>").map(plain)));
  const widths = rows[0].map((_, column) => Math.max(...rows.flatMap((row) => row[column].map((line) => line.length))));
  const lines = rows.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, i) =>
      row
        .map((cell, column) => (cell[i] ? (i === 0 ? "" : "  ") + cell[i] : "").padEnd(widths[column] + 2))
        .join(" ")
        .trimEnd(),
    );
  });
  return lines.join("\n");
}
