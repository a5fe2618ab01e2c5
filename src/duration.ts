import { maxTimerMs } from "./session/clock.ts";

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** What `parseDuration` accepts, for error messages. */
export const acceptedDurations =
  "a number with ms, s, m or h (a bare number is seconds), at most 2147483647 ms (24 days)";

/** `10s`, `500ms`, `1.5m`, `2h` or a bare number of seconds, as milliseconds; undefined for anything else and for more than a timer can hold. */
export function parseDuration(text: string): number | undefined {
  const [, number, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  const ms = Number(number) * (unitMs[unit] ?? Number.NaN);
  return ms <= maxTimerMs ? ms : undefined;
}
