// `npm start`: runs the action as a runner would, with nothing installed. Without lines it checks a demo site of its own.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startDemoSite } from "./demo-site.mjs";
import { summaryAsText } from "./summary-text.mjs";

const usage = `npm start                        checks a demo site on loopback
npm start -- LINE...             checks these lines: npm start -- https://example.com/ "https://example.com/admin 401"
npm start -- --INPUT=VALUE ...   with other inputs: --timeout=5s --retry-for=30s --uris-file=list.txt
npm start --silent -- WORDS...   the same where the words hold a secret: npm itself prints its command line`;

const root = fileURLToPath(new URL("..", import.meta.url));
// Without it the action cannot load what only https needs. Node 20.16 and 22.3 have it, and 21 never had.
if (typeof process.getBuiltinModule !== "function") {
  console.error(
    `This is Node ${process.versions.node}; npm start needs 20.16 or a later 20, or 22.3 or later (the action itself runs on GitHub's Node 24).`,
  );
  process.exit(1);
}

const { lines, inputs } = readArguments(process.argv.slice(2));
const isDemo = lines.length === 0 && inputs["uris-file"] === undefined;
const demo = isDemo ? await startDemoSite() : null;
const uris = demo?.lines ?? lines;
const environment = demo ? { NODE_EXTRA_CA_CERTS: demo.authority } : inherited();

console.log(
  demo
    ? "uptimemon checks a demo site that was started for it on this machine, as this step would:\n"
    : "uptimemon, as this step would run it:\n",
);
console.log(asStep({ uris: uris.join("\n"), ...inputs }, environment));
heading("The log of the step");
const { code, summary, folder, masks } = await runStep({ uris: uris.join("\n"), ...inputs }, environment);
heading("The job summary, as text (GitHub draws it, with links and a chart)");
console.log(masked(summaryAsText(summary), masks));
heading("What a workflow would see");
console.log(
  `The step ${code === 0 ? "succeeds" : "fails"}: exit code ${code}. Its outputs are in ${join(folder, "output")}, results and summary in the folder after "Report" above.`,
);
if (demo) {
  demo.close();
  console.log(`\nThe demo site has pages that are meant to be down. Now try your own:\n\n${usage}`);
} else {
  process.exitCode = code;
}

/** The variables of this shell that the action reads. */
function inherited() {
  const names = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"].flatMap((name) => [name, name.toLowerCase()]);
  return Object.fromEntries(
    [...names, "NODE_EXTRA_CA_CERTS"].filter((name) => process.env[name]).map((name) => [name, process.env[name]]),
  );
}

function readArguments(words) {
  const known = [
    ...readFileSync(join(root, "action.yml"), "utf8")
      .split(/^outputs:/m)[0]
      .matchAll(/^ {2}([a-z-]+):$/gm),
  ]
    .map(([, name]) => name)
    .filter((name) => name !== "uris");
  const inputs = {};
  const lines = [];
  for (const word of words) {
    const [, name, value] = /^--([^=]+)=?(.*)$/s.exec(word) ?? [];
    if (name === undefined) lines.push(word);
    else if (name === "help") {
      console.log(usage);
      process.exit(0);
    } else if (known.includes(name) && word.includes("=")) inputs[name] = value;
    else refuse(name, known);
  }
  return { lines, inputs };
}

/** The value of a word that is refused may be a secret, so it is not shown. */
function refuse(name, known) {
  const word = /^[\w-]+$/.test(name) ? `--${name}` : "a word that starts with --";
  const problem = known.includes(name)
    ? `${word} needs its value in the same word: ${word}=VALUE`
    : `${word} is not an input`;
  console.error(`${problem}. Inputs: ${known.map((one) => `--${one}=`).join(" ")}\n\n${usage}`);
  process.exit(1);
}

/** The same as a step of a workflow, without what is secret in it. */
function asStep(inputs, env) {
  const isBlock = (name) => name === "uris" || name === "headers" || name === "connect-to";
  const withoutSecrets = (name, text) => {
    const hide = name === "headers" ? hideValue : hideCredentials;
    return text
      .split(/\r\n|\n|\r/)
      .map(hide)
      .join("\n");
  };
  const entry = (name, text) =>
    `    ${name}: ${isBlock(name) ? `|\n${text.replace(/^/gm, "      ")}` : JSON.stringify(text)}`;
  const entries = (values) =>
    Object.entries(values)
      .filter(([, text]) => text !== "")
      .map(([name, text]) => entry(name, withoutSecrets(name, text)));
  const variables = entries(env);
  return [
    "- uses: uptimemon/uptimemon@v1",
    "  with:",
    ...entries(inputs),
    ...(variables.length > 0 ? ["  env:", ...variables] : []),
  ].join("\n");
}

/** What is left of a line of `headers`: the name, if it is one. */
function hideValue(line) {
  const name = /^\s*[!#$%&'*+.^_`|~0-9A-Za-z-]+:/.exec(line)?.[0];
  if (line.trim() === "") return line;
  return name === undefined ? "***" : `${name} ***`;
}

/** Hides all that could be credentials, as the action does where a line is wrong: here nobody knows yet whether it is. */
function hideCredentials(line) {
  const [scheme = ""] = /^\s*[a-z][a-z0-9+.-]{0,20}:\/\//i.exec(line) ?? [];
  const rest = line.slice(scheme.length);
  const colon = rest.search(/[:\uff1a\ufe55]|%(?:25)*3a/i);
  const ats = [...rest.matchAll(/[@\uff20\ufe6b]|%(?:25)*40/g)];
  const last = ats.findLast(({ index, 0: at }) => at.length === 1 || (colon !== -1 && colon < index));
  return last === undefined ? line : `${scheme}***@${rest.slice(last.index + last[0].length)}`;
}

/** A process with the inputs in its environment; its commands to the runner are carried out as far as a terminal can. */
async function runStep(inputs, extra) {
  const folder = mkdtempSync(join(tmpdir(), "uptimemon-start-"));
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary.md") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const env = { ...process.env, ...extra, ...given, ...files, RUNNER_TEMP: folder };
  const action = spawn(process.execPath, [join(root, "dist/index.js")], { env, stdio: ["ignore", "pipe", "inherit"] });
  // Ctrl+C goes to both; the action answers it, and this one waits for the answer.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => action.kill("SIGTERM"));
  const masks = [];
  createInterface({ input: action.stdout }).on("line", (line) => show(line, masks));
  const code = await new Promise((done) => action.once("close", (status) => done(status ?? 1)));
  return { code, folder, masks, summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8") };
}

function show(line, masks) {
  const [, command, message] = /^::([a-z-]+)[^:]*::(.*)$/.exec(line) ?? [];
  const text = (message ?? line).replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  if (command === "add-mask") masks.push(text);
  if (["add-mask", "debug", "group", "endgroup"].includes(command)) return;
  const label = command === undefined ? "" : `${command === "error" ? "Error" : "Warning"}: `;
  console.log(label + masked(text, masks));
}

/** What the runner does in the log of a whole job. */
function masked(text, masks) {
  const longestFirst = masks.toSorted((one, other) => other.length - one.length);
  return longestFirst.reduce((shown, mask) => shown.replaceAll(mask, "***"), text);
}

function heading(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 96 - text.length))}\n`);
}
