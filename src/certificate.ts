import { count } from "./duration.ts";
import { Echoes } from "./echoes.ts";
import { isOn } from "./origin.ts";
import type { Certificate, Checked } from "./result.ts";

/** A certificate that a server of the session showed. */
export interface SeenCertificate {
  readonly origin: string;
  readonly certificate: Certificate;
}

const dayMs = 86_400_000;

/** A certificate's validity (RFC 5280, section 4.1.2.5) as results show it at the time `now`. */
export function toCertificate({ from, to }: { from: Date; to: Date }, now: Date): Certificate {
  return {
    validFrom: from.toISOString(),
    validTo: to.toISOString(),
    daysLeft: Math.floor((to.getTime() - now.getTime()) / dayMs),
  };
}

/** Whether fewer days are left than `warningDays` and than a third of the lifetime; never with 0. */
export function expiresSoon({ validFrom, validTo }: Certificate, warningDays: number, now: Date): boolean {
  const to = Date.parse(validTo);
  const lifetimeDays = (to - Date.parse(validFrom)) / dayMs;
  return (to - now.getTime()) / dayMs < Math.min(warningDays, lifetimeDays / 3);
}

/** `expires in 9 days, on 2026-12-01`. */
export function expiry({ daysLeft, validTo }: Certificate): string {
  return `expires in ${daysLeft < 1 ? "less than a day" : count(daysLeft, "day")}, on ${validTo.slice(0, 10)}`;
}

/**
 * The certificates to warn of, and for each the position in `results` where its origin was first met. A server may have
 * put any of `secrets` into the name of an origin.
 */
export function findExpiring(
  seen: readonly SeenCertificate[],
  results: readonly Checked[],
  { warningDays, now, secrets }: { warningDays: number; now: Date; secrets: readonly string[] },
): { warnings: string[]; expiring: Map<number, Certificate> } {
  const soon = seen.filter(({ certificate }) => expiresSoon(certificate, warningDays, now));
  const echoes = new Echoes(secrets, null);
  const warnings: string[] = [];
  const expiring = new Map<number, Certificate>();
  for (const { origin, certificate } of soon) {
    warnings.push(
      `the certificate of ${isListed(results, origin) || !echoes.isIn(origin) ? origin : "***"} ${expiry(certificate)}`,
    );
    const position = results.findIndex((checked) => met(checked, origin));
    const other = expiring.get(position);
    // A chain of redirects can meet several: the first to expire is what a row has room for.
    if (position !== -1 && !(other && other.validTo < certificate.validTo)) expiring.set(position, certificate);
  }
  return { warnings, expiring };
}

/** Whether the list itself names an origin. */
function isListed(results: readonly Checked[], origin: string): boolean {
  return results.some(({ target }) => target.kind !== "mistake" && target.getsHeaders && isOn(target.address, origin));
}

/** Whether a check met an origin, by itself or by a redirect. */
function met({ target, result }: Checked, origin: string): boolean {
  if (target.kind === "mistake") return false;
  return isOn(target.address, origin) || result.redirects.some((address) => isOn(`${address}/`, origin));
}
