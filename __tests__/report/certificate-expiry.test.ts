import assert from "node:assert/strict";
import { test } from "node:test";
import { expiresSoon, expiry, findExpiring, toCertificate } from "../../src/certificate.ts";
import { checkedOf } from "../helpers/findings.ts";

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
  const { warnings, expiring } = findExpiring(seen, [], { warningDays: 14, now, secrets: [] });
  assert.deepEqual(warnings, ["the certificate of https://a5.example expires in 5 days, on 2026-06-20"]);
  assert.equal(expiring.size <= 1, true);
});

test("of the certificates that one URI and its redirects met, its row warns of the first to expire", () => {
  const seen = [1, 5].map((left) => ({
    origin: `https://a${left}.example`,
    certificate: toCertificate({ from: days(left - 365), to: days(left) }, now),
  }));
  const results = [checkedOf({ uri: "https://a1.example/", redirects: ["https://a5.example/x"] })];
  for (const order of [seen, seen.toReversed()]) {
    const { warnings, expiring } = findExpiring(order, results, { warningDays: 14, now, secrets: [] });
    assert.deepEqual([warnings.length, expiring.get(0)?.daysLeft], [2, 1]);
  }
});
