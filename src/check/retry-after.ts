import type { IncomingHttpHeaders } from "node:http";
import { now } from "../duration.ts";

/**
 * The time, on the clock of `now`, before which a 429 or 503 asks not to be asked again (Retry-After: RFC 9110, section
 * 10.2.3); null: none.
 */
export function retryTime(status: number, headers: IncomingHttpHeaders): number | null {
  const value = headers["retry-after"];
  if (value === undefined || (status !== 429 && status !== 503)) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : parseHttpDate(value) - Date.now();
  return Number.isNaN(ms) ? null : now() + ms;
}

/**
 * Any of the three forms of RFC 9110, section 5.6.7, as milliseconds since 1970; NaN for anything else. All are in GMT.
 */
function parseHttpDate(text: string): number {
  // The form of asctime does not name its zone, and would be read as local time.
  const isAsctime = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/.test(text);
  return Date.parse(isAsctime ? `${text} GMT` : text);
}
