import assert from "node:assert/strict";
import { test } from "node:test";
import { runAction } from "../helpers/action.ts";
import { startServer } from "../helpers/server.ts";

/** A mistake that is planted into the action's process, as the text of a module that is loaded first. */
interface Planted {
  readonly where: string;
  readonly code: string;
  /** How many of the five checks are up when it strikes. */
  readonly up: number;
}

const nthCall = (owner: string, method: string, nth: number, statement: string): string => `
  const { ${method} } = ${owner};
  let calls = 0;
  ${owner}.${method} = function planted(...given) {
    calls += 1;
    if (calls === ${nth}) { ${statement} }
    return Reflect.apply(${method}, this, given);
  };`;
const net = 'import net from "node:net";';
const http = 'import http from "node:http";';
const tls = 'import tls from "node:tls";';
const zlib = 'import zlib from "node:zlib";';
const thrown = 'throw new TypeError("planted");';

const mistakes: readonly Planted[] = [
  { where: "in sending a request", code: http + nthCall("http", "request", 2, thrown), up: 1 },
  { where: "in dialling", code: net + nthCall("net", "connect", 2, thrown), up: 2 },
  { where: "in dialling, behind TCP", code: tls + nthCall("tls", "connect", 1, thrown), up: 3 },
  {
    where: "in looking at a certificate's names",
    code: tls + nthCall("tls", "checkServerIdentity", 1, thrown),
    up: 3,
  },
  {
    where: "in reading a certificate, when the connection is open",
    code: tls + nthCall("tls.TLSSocket.prototype", "getPeerCertificate", 1, thrown),
    up: 3,
  },
  { where: "in keeping a connection", code: net + nthCall("net.Socket.prototype", "unref", 2, thrown), up: 1 },
  { where: "in using a connection again", code: net + nthCall("net.Socket.prototype", "ref", 1, thrown), up: 1 },
  {
    where: "in an event listener",
    code: net + nthCall("net.Socket.prototype", "connect", 2, `this.once("connect", () => { ${thrown} });`),
    up: 2,
  },
  {
    where: "in a promise that nobody awaits",
    code: http + nthCall("http", "request", 2, 'Promise.reject(new TypeError("planted"));'),
    up: 1,
  },
  {
    where: "in decoding a body",
    code: `${zlib} Object.defineProperty(zlib, "createGunzip", { value: () => { ${thrown} } });`,
    up: 2,
  },
  { where: "in disposing of the session", code: `${http} http.Agent.prototype.destroy = () => { ${thrown} };`, up: 5 },
  {
    where: "in a connection that closes when all checks are over",
    code: net + nthCall("net.Socket.prototype", "connect", 1, `this.once("close", () => { ${thrown} });`),
    up: 5,
  },
];

for (const { where, code, up } of mistakes) {
  test(`a bug ${where}: the step fails, what is known is reported, and the debug log has the stack`, {
    timeout: 60_000,
  }, async (t) => {
    const plain = await startServer(t);
    const coded = await startServer(t, (_, answer) =>
      answer.writeHead(200, { "content-encoding": "gzip" }).end(packed),
    );
    const secure = await startServer(t, undefined, { tls: "server", name: "localhost" });
    const { origin } = plain;
    const uris = [`${origin}/1`, `${origin}/2`, `${coded.origin}/ 200 text`, `${secure.origin}/`, `${origin}/3`];
    const run = await runAction(
      { uris: uris.join("\n"), timeout: "30s" },
      { nodeArguments: ["--import", `data:text/javascript,${encodeURIComponent(code)}`] },
    );
    assert.deepEqual([run.code, run.stderr], [1, ""]);
    const { total, up: reportedUp } = run.outputs;
    assert.deepEqual(
      { total, up: reportedUp, results: run.results.length },
      { total: "5", up: String(up), results: 5 },
    );
    assert.ok(run.summary.includes(`${up} `) && run.report.summary !== "", "the summary is written");
    assert.ok(run.log.includes("::error::uptimemon itself failed, which is a bug: planted"), "it says so");
    assert.ok(
      run.log.some((line) => /^::debug::TypeError: planted%0A {4}at /.test(line)),
      "the stack is there",
    );
    assert.ok(run.ms < 15_000, "it did not wait for anything");
    for (const server of [plain, coded, secure]) await server.until(() => server.open.size === 0);
  });
}

/** "text" in gzip. */
const packed = Buffer.from("H4sIAAAAAAAAAytJrSgBAMenizsEAAAA", "base64");
