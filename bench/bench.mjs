// `npm run bench` (with `-- --quick`: in under a minute): what a list of URIs costs uptimemon, and what it costs the
// other ways to check it. Prints Markdown. A slow run is no failure, a lost answer or a needless connection is.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { cases } from "./cases.mjs";
import { bundleNaively } from "./contenders.mjs";
import { measure } from "./measure.mjs";
import { startServers } from "./servers.mjs";
import { renderCase } from "./table.mjs";

const explanation =
  "All numbers are medians; connections and handshakes are the server's count. The columns with ÷ hold the cost of the first row divided by that of this one.";
const quick = process.argv.includes("--quick");
const temp = mkdtempSync(join(tmpdir(), "uptimemon-bench-"));
const problems = [];
let servers = null;

try {
  const bundle = await bundleNaively(temp);
  servers = await startServers(temp);
  const command = `npm run bench${quick ? " -- --quick" : ""}`;
  console.log(
    `\`${command}\` on Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores; everything on loopback. ${explanation}\n`,
  );
  for (const full of cases) {
    const plan = quick ? { ...full, rounds: 1, ...full.quick } : full;
    const server = servers[plan.server];
    const { rows, lost } = server ? await compare(plan, server, bundle) : { rows: null, lost: [] };
    console.log(renderCase(plan, rows));
    problems.push(...lost);
  }
} finally {
  await servers?.stop();
  rmSync(temp, { recursive: true, force: true });
}
for (const problem of problems) console.log(`**Wrong:** ${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Runs all contenders of a case once a round, so that a noisy minute hits them alike, and each round in another order. */
async function compare(plan, server, bundle) {
  const rows = plan.contenders.map((contender) => ({ contender, runs: [] }));
  const lost = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    for (let turn = 0; turn < rows.length; turn += 1) {
      const row = rows[(round + turn) % rows.length];
      const run = await runOnce(plan, server, row.contender, bundle);
      row.runs.push(run);
      const wrong = findWrong(plan, row.contender, run);
      if (wrong.length > 0) lost.push(`${plan.title}, ${row.contender.name}, round ${round + 1}: ${wrong.join(", ")}`);
    }
  }
  return { rows, lost };
}

async function runOnce(plan, server, contender, bundle) {
  const folder = mkdtempSync(join(temp, "run-"));
  const list = join(folder, "uris.txt");
  // Interleaved over the origins: the worst order for whoever keeps few connections.
  const uris = Array.from({ length: plan.uris }, (_, index) => `${server.origins[index % plan.origins]}/${index}`);
  writeFileSync(list, `${uris.join("\n")}\n`);
  const { command, env } = contender.start({ uris, list, folder, bundle, ca: server.ca });
  await server.takeCounts();
  const { endedAt, ...run } = await measure({ command, env: { ...env, ...server.env }, memory: plan.memory });
  const { lastAnswerAt, ...counts } = await server.takeCounts();
  rmSync(folder, { recursive: true, force: true });
  return { ...run, ...counts, endMs: lastAnswerAt === null ? null : endedAt - lastAnswerAt };
}

/** What no noise can excuse. Only the subject, the first contender, owes a number of connections. */
function findWrong(plan, contender, { code, answers, requests, connections, handshakes, stderr }) {
  const asked = contender.asksNothing ? 0 : plan.uris + (contender.requestsBeside ?? 0);
  const wrong = [];
  if (code !== 0) wrong.push(`exit code ${code} ${stderr.trim().slice(0, 500)}`);
  if (answers !== asked) wrong.push(`${answers} of ${asked} answers`);
  if (requests !== asked) wrong.push(`${requests} requests, not ${asked}`);
  if (contender === plan.contenders[0]) {
    if (connections !== plan.connections) wrong.push(`${connections} connections, not ${plan.connections}`);
    if (handshakes !== null && handshakes !== connections)
      wrong.push(`${handshakes} TLS handshakes over ${connections} connections`);
  }
  return wrong;
}
