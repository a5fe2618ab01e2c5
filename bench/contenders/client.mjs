// What one writes with the two packages and no further thought: a client, kept connections only if told so.
import { readFileSync } from "node:fs";
import * as core from "@actions/core";
import { HttpClient } from "@actions/http-client";

const [, , list, keepAlive] = process.argv;
const client = new HttpClient("bench", [], { keepAlive: keepAlive === "keepAlive" });
for (const uri of readFileSync(list, "utf8").trim().split("\n")) {
  const answer = await client.get(uri);
  await answer.readBody();
  core.info(`[${answer.message.statusCode === 200 ? "OK" : "NOK"}] ${uri}`);
}
client.dispose();
