import assert from "node:assert/strict";
import { test } from "node:test";
import { findMapping, parseMappings } from "../../src/inputs/connect-to.ts";
import { endpointOf } from "../../src/inputs/proxies.ts";
import { runAction } from "../helpers/action.ts";
import { assertHidden } from "../helpers/secrets.ts";
import { startServer } from "../helpers/server.ts";

/** Lines of `connect-to`, and host, port, target's host and target's port that they mean. */
const good: readonly (readonly [line: string, ...mapping: (string | number | null)[]])[] = [
  ["example.com 192.0.2.7", "example.com", null, "192.0.2.7", null],
  ["example.com:443 backend.example:8443", "example.com", 443, "backend.example", 8443],
  ["  Example.COM:80\t192.0.2.7  ", "example.com", 80, "192.0.2.7", null],
  ["b\u00fccher.example B\u00dcCHER.example", "xn--bcher-kva.example", null, "xn--bcher-kva.example", null],
  ["example.com [::1]", "example.com", null, "::1", null],
  ["[2001:DB8::0:1]:443 [::1]:8443", "2001:db8::1", 443, "::1", 8443],
  ["example.com 127.1:65535", "example.com", null, "127.0.0.1", 65_535],
  ["localhost backend_1:1", "localhost", null, "backend_1", 1],
];

test("a line maps a host, with or without a port, to a target, as a URL writes them", () => {
  const block = parseMappings("\n# the new backend\r\na.example b.example\r\n\n  c.example d.example\n");
  assert.deepEqual([block.mappings.length, block.problems], [2, []]);
  for (const [line, host, port, targetHost, targetPort] of good) {
    const { mappings, problems } = parseMappings(line);
    assert.deepEqual(problems, [], line);
    const target = { host: targetHost, port: targetPort };
    assert.deepEqual(mappings, [{ host, port, target, shown: line.trim() }]);
  }
  assert.deepEqual(parseMappings(""), { mappings: [], problems: [], secrets: [] });
});

/** Lines that are no mapping, and why. */
const bad: readonly (readonly [line: string, problem: RegExp])[] = [
  ["example.com", /two words/],
  ["example.com 192.0.2.7 192.0.2.8", /two words/],
  ["example.com:443:192.0.2.7:8443", /two words/],
  ["example.com -> 192.0.2.7", /two words/],
  ["* 192.0.2.7", /without .*\*/],
  ["*.example.com 192.0.2.7", /without .*\*/],
  ["https://example.com 192.0.2.7", /without scheme/],
  ["example.com https://192.0.2.7", /without scheme/],
  ["example.com 192.0.2.7/x", /without scheme, path/],
  ["example.com user:s3cretpw@192.0.2.7", /without .*user/],
  ["example.com,example.org 192.0.2.7", /separator/],
  ["example.com ::1", /IPv6 address in brackets/],
  ["2001:db8::1 192.0.2.7", /IPv6 address in brackets/],
  ["2001:db8::1:443 192.0.2.7", /IPv6 address in brackets/],
  ["example.com [::1", /host or host:port|IPv6/],
  ["example.com [127.0.0.1]", /no host/],
  ["example.com 999.0.0.1", /no host/],
  ["example.com:0 192.0.2.7", /1 to 65535/],
  ["example.com 192.0.2.7:65536", /1 to 65535/],
  ["example.com 192.0.2.7:https", /host or host:port/],
  ["example.com: 192.0.2.7", /host or host:port/],
  [":443 192.0.2.7", /host or host:port/],
  ["example.com %31", /separator/],
];

test("a bad line of connect-to is named with its number before any request, all of them at once", async (t) => {
  const server = await startServer(t);
  const run = await runAction({
    uris: server.origin,
    "connect-to": `a.example b.example\n${bad.map(([line]) => line).join("\n")}`,
  });
  const [error = ""] = run.log.filter((line) => line.startsWith("::error::"));
  const problems = error.slice("::error::".length).split("%0A");
  assert.deepEqual([run.code, run.stderr, server.connections], [1, "", 0]);
  assert.equal(problems.length, 21);
  assert.match(problems.at(-1) ?? "", /^connect-to: 3 more lines are not accepted either$/);
  assert.match(
    problems[0] ?? "",
    /^connect-to: line 2: "example\.com" is not accepted: .*; accepted: one "host\[:port\] target\[:port\]" per line/,
  );
  assertHidden(run, ["s3cretpw"]);
});

for (const [line, problem] of bad) {
  test(`no line of connect-to: ${line}`, () => {
    const { problems, mappings } = parseMappings(line);
    assert.deepEqual([problems.length, mappings.length], [1, 0]);
    assert.match(problems[0] ?? "", problem);
  });
}

test("a host may be named once, and once more with each port", () => {
  const same = "example.com 192.0.2.1\nexample.com:443 192.0.2.2\nEXAMPLE.com 192.0.2.3\nexample.com:0443 192.0.2.4";
  assert.deepEqual(
    parseMappings(same).problems.map((problem) =>
      /line (\d): .*: (line \d names the same host)/.exec(problem)?.slice(1),
    ),
    [
      ["3", "line 1 names the same host"],
      ["4", "line 2 names the same host"],
    ],
  );
  assert.deepEqual(
    parseMappings("example.com 192.0.2.1\nexample.com:80 192.0.2.2\nexample.com:443 192.0.2.3").problems,
    [],
  );
});

test("a mapping with the URL's port wins over one without; another port, host or domain is not mapped", () => {
  const { mappings } = parseMappings(
    "a.example:8443 one\na.example two\n[::1]:80 three\nb.example:443 four\nb.example:80 five",
  );
  const target = (address: string): string | null =>
    findMapping(endpointOf(new URL(address)), mappings)?.target.host ?? null;
  const expected = {
    "https://a.example:8443/x": "one",
    "https://a.example/": "two",
    "http://A.EXAMPLE:8080/": "two",
    "http://[0:0::1]/": "three",
    "https://[::1]/": null,
    "https://b.example/": "four",
    "http://b.example:80/": "five",
    "http://b.example:8080/": null,
    "https://www.a.example/": null,
  };
  for (const [address, host] of Object.entries(expected)) assert.equal(target(address), host, address);
});
