// The floor for anything on Node: a keep-alive agent, one request after the other, and no more modules than that takes.
// CommonJS, because an import of node:http loads much that it does not need: see scripts/bundle.mjs.
const { readFileSync } = require("node:fs");

const uris = readFileSync(process.argv[2], "utf8").trim().split("\n");
const { get, Agent } = require(uris[0].startsWith("https:") ? "node:https" : "node:http");
const agent = new Agent({ keepAlive: true });

function check(uri) {
  return new Promise((resolve, reject) => {
    const request = get(uri, { agent }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode));
    });
    request.once("error", reject);
  });
}

async function main() {
  for (const uri of uris) process.stdout.write(`[${(await check(uri)) === 200 ? "OK" : "NOK"}] ${uri}\n`);
  agent.destroy();
}

void main();
