import assert from "node:assert/strict";
import { test } from "node:test";
import { expiresSoon, expiry, findExpiring, toCertificate } from "../../src/certificate.ts";
import { Search } from "../../src/check/search.ts";
import { connectingMs } from "../../src/result.ts";
import { Clock, type Stage } from "../../src/session/clock.ts";
import { originOf } from "../../src/session/route.ts";

/** Whether the text is found in a body that comes in these chunks. */
function find(text: string, chunks: readonly (string | Buffer)[], headers: Record<string, string> = {}): boolean {
  const search = new Search(text);
  search.open(headers);
  for (const chunk of chunks) search.read(Buffer.from(chunk));
  return search.found;
}

const bytesOf = (text: string, encoding: BufferEncoding = "utf8"): Buffer[] =>
  [...Buffer.from(text, encoding)].map((byte) => Buffer.from([byte]));

test("a text is found wherever the chunks of the body are cut", () => {
  const body = "<p>the version is 1f3a9c7, caf\u00e9 \u{1f389} here</p>";
  for (const text of ["<", "1f3a9c7", "caf\u00e9 \u{1f389}", "\u{1f389}", body, "</p>"]) {
    assert.ok(find(text, bytesOf(body)), text);
    for (let cut = 0; cut <= Buffer.byteLength(body); cut++) {
      const whole = Buffer.from(body);
      assert.ok(find(text, [whole.subarray(0, cut), whole.subarray(cut)]), `${text} at ${cut}`);
    }
  }
});

test("what is not there is not found: case, order and gaps count", () => {
  for (const [text, chunks] of [
    ["Ok", ["ok"]],
    ["ab", ["a", "", "c", "b"]],
    ["aab", ["a", "ab".slice(1)]],
    ["ok", []],
    ["ok", [""]],
    ["a b", ["a\nb"]],
    ["\u00e9", ["e\u0301"]],
  ] as const) {
    assert.ok(!find(text, chunks), text);
  }
  assert.ok(find("aab", ["aa", "ab"]));
  assert.ok(find("ok", ["nothing", "ok", "nothing"]));
});

test("a body is read in the charset that the answer declares, and as UTF-8 where it declares none that is known", () => {
  const latin = bytesOf("caf\u00e9", "latin1");
  for (const type of [
    "text/plain; charset=iso-8859-1",
    "text/plain;charset=ISO-8859-1",
    'text/plain; charset="latin1"',
    "text/plain; a=b; Charset = windows-1252",
  ]) {
    assert.ok(find("caf\u00e9", latin, { "content-type": type }), type);
  }
  assert.ok(find("caf\u00e9", bytesOf("caf\u00e9", "utf16le"), { "content-type": "text/plain; charset=utf-16le" }));
  assert.ok(find("\u0416", [Buffer.from([0xf6])], { "content-type": "text/html; charset=koi8-r" }));
  assert.ok(!find("caf\u00e9", latin));
  for (const type of [
    "",
    "text/plain",
    "text/plain; charset=nonsense",
    "text/plain; charset=",
    'text/plain; charset="',
    "text/plain; charset=\u0000",
  ]) {
    assert.ok(find("caf\u00e9", bytesOf("caf\u00e9"), { "content-type": type }), type);
  }
  assert.ok(find("ok", [Buffer.from([0xff, 0xfe, 0x80]), "ok"]));
  assert.ok(find("ok", ["\ufeffok"]));
});

test("a compressed body is told by its coding, in harmless characters", () => {
  const codings: readonly (readonly [declared: string | undefined, coding: RegExp | null])[] = [
    [undefined, null],
    ["", null],
    [" Identity ", null],
    ["gzip", /^gzip$/],
    ["GZIP, br", /^gzip, br$/],
    ["<img src=x>", /^[a-z ]+$/],
    ["a".repeat(1000), /^unknown$/],
    ["\u00ff!!!", /^[a-z]+$/],
  ];
  for (const [declared, coding] of codings) {
    const search = new Search("ok");
    search.open(declared === undefined ? {} : { "content-encoding": declared });
    if (coding === null) assert.equal(search.coding, null, declared);
    else assert.match(search.coding ?? "null", coding, declared);
  }
});

test("a phase that did not happen is -1, one gone through again adds up, and connect includes ssl", () => {
  const clock = new Clock();
  assert.deepEqual(clock.timings, { dns: -1, connect: -1, ssl: -1, send: -1, wait: -1, receive: -1 });
  assert.equal(clock.stage, null);
  const spin = (stage: Stage): void => {
    clock.enter(stage);
    for (const until = performance.now() + 2; performance.now() < until; );
  };
  for (const stage of ["connect", "tls", "send", "wait", "receive", "wait"] as const) spin(stage);
  const total = clock.stop();
  const { dns, connect, ssl, send, wait, receive } = clock.timings;
  assert.equal(dns, -1);
  assert.ok(ssl >= 2 && connect >= ssl + 2 && send >= 2 && receive >= 2 && wait >= 4);
  assert.ok(Math.abs(connect + send + wait + receive - total) < 1, "the phases without ssl are the whole");
  assert.equal(connectingMs({ dns: -1, connect: -1, ssl: -1, send: 1, wait: 1, receive: 1 }), 0);
  assert.equal(connectingMs({ dns: 3, connect: 40, ssl: 30, send: 1, wait: 1, receive: 1 }), 43);
});

const now = new Date("2026-06-15T12:00:00Z");
const days = (number: number): Date => new Date(now.getTime() + number * 86_400_000);

/** A certificate's lifetime and days left, the input, and whether it expires soon. */
const certificates: readonly (readonly [lifetime: number, left: number, warningDays: number, soon: boolean])[] = [
  [365, 13.9, 14, true],
  [365, 14, 14, false],
  [365, 14.1, 14, false],
  [30, 9.9, 14, true],
  [30, 10, 14, false],
  [30, 13, 14, false],
  [90, 31, 60, false],
  [90, 29.9, 60, true],
  [6, 1.9, 14, true],
  [365, 0.1, 0, false],
  [365, 1, 1, false],
  [365, 0.9, 1, true],
];

test("a certificate expires soon with fewer days left than the input says and than a third of its lifetime", () => {
  for (const [lifetime, left, warningDays, soon] of certificates) {
    const certificate = toCertificate({ from: days(left - lifetime), to: days(left) }, now);
    assert.equal(expiresSoon(certificate, warningDays, now), soon, `${left} of ${lifetime} at ${warningDays}`);
  }
});

test("days left are whole days, rounded down", () => {
  const left = (number: number): number => toCertificate({ from: days(-1), to: days(number) }, now).daysLeft;
  assert.deepEqual([left(9.99), left(1), left(0.99), left(0), left(-0.01), left(-2)], [9, 1, 0, 0, -1, -2]);
  assert.deepEqual(toCertificate({ from: days(-1), to: days(1) }, now), {
    validFrom: "2026-06-14T12:00:00.000Z",
    validTo: "2026-06-16T12:00:00.000Z",
    daysLeft: 1,
  });
  const told = (number: number): string => expiry(toCertificate({ from: days(-1), to: days(number) }, now));
  assert.deepEqual(
    [told(9.5), told(1.5), told(0.4)],
    [
      "expires in 9 days, on 2026-06-25",
      "expires in 1 day, on 2026-06-17",
      "expires in less than a day, on 2026-06-15",
    ],
  );
});

test("one warning for each certificate that expires soon, with its origin", () => {
  const seen = [5, 200].map((left) => ({
    origin: `https://a${left}.example`,
    certificate: toCertificate({ from: days(left - 365), to: days(left) }, now),
  }));
  const { warnings, expiring } = findExpiring(seen, [], { warningDays: 14, now });
  assert.deepEqual(warnings, ["the certificate of https://a5.example expires in 5 days, on 2026-06-20"]);
  assert.equal(expiring.size <= 1, true);
});

test("an origin is what the URL standard says", () => {
  for (const scheme of ["http", "https", "HTTP"]) {
    for (const host of [
      "a",
      "EXAMPLE.org",
      "example.org.",
      "127.1",
      "[::1]",
      "b\u00fccher.example",
      "a:80",
      "a:443",
      "a:8080",
      "[::1]:8443",
    ]) {
      for (const path of ["", "/", "?q=//b/c", "#//b/c", "//c/d", "/a b"]) {
        const url = new URL(`${scheme}://${host}${path}`);
        assert.equal(originOf(url), url.origin, url.href);
      }
    }
  }
});
