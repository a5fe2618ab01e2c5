import assert from "node:assert/strict";
import { test } from "node:test";
import { readEnvironment } from "../../src/inputs/inputs.ts";
import { findDeadBypasses, parseProxy, readProxies } from "../../src/inputs/proxies.ts";
import { readSettings } from "../../src/inputs/settings.ts";
import { type Run, runAction } from "../helpers/action.ts";
import { inputDefaults } from "../helpers/defaults.ts";
import { everyNameIs } from "../helpers/names.ts";
import { startProxy, through } from "../helpers/proxy.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { startServer } from "../helpers/server.ts";

function warnings({ log }: Run): string[] {
  return log.filter((line) => line.startsWith("::warning"));
}

test("the defaults of inputDefaults are those of the code", () => {
  const texts: Readonly<Record<string, string>> = inputDefaults;
  const written = readSettings((name) => texts[name] ?? "");
  assert.deepEqual(
    written,
    readSettings(() => ""),
  );
  assert.deepEqual(written.problems, []);
});

test("the id of a step is what the workflow called it, and none where the runner had to", () => {
  const ids = {
    gate: "gate",
    "a_B-9": "a_B-9",
    __run: null,
    __self_2: null,
    "": null,
    "a b": null,
    "<b>": null,
    "a\n": null,
    ü: null,
  };
  for (const [name, id] of Object.entries(ids)) {
    process.env["GITHUB_ACTION"] = name;
    assert.equal(readEnvironment().stepId, id, name);
  }
  delete process.env["GITHUB_ACTION"];
  assert.equal(readEnvironment().stepId, null);
});

test("NODE_TLS_REJECT_UNAUTHORIZED changes nothing, and Node does not warn of it", async (t) => {
  const server = await startServer(t, undefined, { tls: "self-signed" });
  const run = await runAction({ uris: server.origin }, { env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } });
  assert.deepEqual([run.code, run.results[0]?.state, run.stderr, warnings(run)], [1, "ERR", "", []]);
});

test("a bare number that must be milliseconds is refused, with both ways to write it", async (t) => {
  const server = await startServer(t);
  const values = { timeout: "10000", "retry-for": "1000", "retry-delay": "2147484" };
  const run = await runAction({ uris: server.origin, ...values });
  const problems = (run.log.find((line) => line.startsWith("::error::")) ?? "").slice(9).split("%0A");
  assert.deepEqual([run.code, problems.length, server.connections], [1, 3, 0]);
  assert.match(problems[0] ?? "", /^timeout: "10000" is not accepted: write 10000ms or 10000s; accepted: ./);
  assert.match(problems[1] ?? "", /^retry-for: "1000" is not accepted: write 1000ms or 1000s; accepted: ./);
  assert.match(problems[2] ?? "", /^retry-delay: "2147484" is not accepted: write 2147484ms; accepted: ./);
});

/** Values of a proxy variable that are no address, or only of a wrong host. */
const brokenProxies = [
  ["http://ann:s3cret#pw@proxy.example:3128", /percent-encode/],
  ["http://ann:1#s3cretpw@proxy.example:3128", /percent-encode/],
  ["http://ann:s3cret?pw@proxy.example:3128", /percent-encode/],
  ["http://ann:1/s3cretpw@proxy.example:3128", /percent-encode/],
  ["http://DOMAIN\\ann:s3cretpw@proxy.example:3128", /percent-encode/],
  ["DOMAIN\\ann:s3cretpw@proxy.example:3128", /percent-encode/],
  ["http://proxy\\example:3128", /percent-encode/],
  ["socks5://proxy.example:1080", /not the address of an http\(s\) proxy/],
  ["http://proxy.example:99999", /not the address of an http\(s\) proxy/],
  ["http://", /not the address of an http\(s\) proxy/],
] as const;

test("a proxy variable that leads to a wrong host is broken, and says what to percent-encode", () => {
  for (const [value, problem] of brokenProxies) {
    const { proxy, secrets } = parseProxy(value);
    assert.ok(proxy?.kind === "broken", value);
    assert.match(proxy.problem, problem, value);
    assert.doesNotMatch(proxy.problem, /s3cret|ann/i);
    assert.equal(secrets.length > 0, value.includes("s3cret"), value);
  }
});

test("a proxy's address may have a path, credentials with any percent-encoded character, and no scheme", () => {
  const good = {
    "http://proxy.example:3128/": "proxy.example:3128",
    "http://proxy.example:3128/path": "proxy.example:3128",
    "http://ann:p%40s%2Fs%23w%5Cd@proxy.example:3128": "proxy.example:3128",
    "http://ann:p@ss@proxy.example": "proxy.example:80",
    "ann:s3cretpw@proxy.example:3128": "proxy.example:3128",
    "proxy.example:3128": "proxy.example:3128",
    "https://[::1]:3128": "[::1]:3128",
  };
  for (const [value, authority] of Object.entries(good)) {
    const { proxy } = parseProxy(value);
    assert.equal(proxy?.kind === "proxy" ? proxy.authority : proxy?.kind, authority, value);
  }
});

/** Entries of NO_PROXY, by whether any host can match them. */
const bypasses = {
  alive: ["example.com", ".example.com", "EXAMPLE.com:8443", "localhost", "*", "192.0.2.7", "192.0.2.7:80", ".2.7", "[::1]", "[::1]:80", "a_b", "com", ""], // biome-ignore format: short
  dead: ["*.example.com", "192.0.2.*", "192.0.2.0/24", "192.0.2.", "::1", "2001:db8::1", "[0:0::1]", "a.example;b.example", "a.example b.example", "http://a.example", "a.example/", "b\u00fccher.example", "<local>", "ann@a.example", "a.example:99999"], // biome-ignore format: short
};

test("an entry of NO_PROXY that no host can match is told from one that can", () => {
  for (const entry of bypasses.alive) assert.deepEqual(findDeadBypasses(entry), [], entry);
  for (const entry of bypasses.dead) assert.equal(findDeadBypasses(entry).length, 1, entry);
  assert.deepEqual(findDeadBypasses(bypasses.alive.join(" , ")), []);
  const [many = ""] = findDeadBypasses(bypasses.dead.join(","));
  assert.match(
    many,
    /^NO_PROXY \(or no_proxy\): "\*\.example\.com", .*, 10 more can match no host; accepted: example\.com/,
  );
});

test("NO_PROXY is looked at only where there is a proxy, and lower case wins", () => {
  const warnedOf = (env: Record<string, string>): number => readProxies(env).warnings.length;
  assert.equal(warnedOf({ NO_PROXY: "*.a" }), 0);
  assert.equal(warnedOf({ NO_PROXY: "*.a", HTTP_PROXY: "proxy.example" }), 1);
  assert.equal(warnedOf({ NO_PROXY: "*.a", no_proxy: "a", https_proxy: "proxy.example" }), 0);
});

test("the warning of NO_PROXY shows no credentials", async (t) => {
  const [site, proxy] = await Promise.all([startServer(t), startProxy(t)]);
  const run = await runAction(
    { uris: `http://a.example:${site.port}/` },
    {
      ...through(proxy, { NO_PROXY: "a.example, *.b.example,http://ann:s3cretpw@c.example:3128,t0ken@d.example" }),
      nodeArguments: everyNameIs("127.0.0.1"),
    },
  );
  assert.deepEqual([run.code, proxy.heads.length, warnings(run).length], [0, 0, 1]);
  assert.match(warnings(run)[0] ?? "", /"\*\.b\.example", "http:\/\/c\.example:3128", "d\.example" can match no host/);
  assertHidden(run, ["s3cretpw", "t0ken"]);
});
