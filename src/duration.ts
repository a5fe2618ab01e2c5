/** The longest delay of a Node timer: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
export const maxTimerMs: number = 2 ** 31 - 1;

/** A monotonic time in milliseconds. With performance.now() Node loads thirteen modules more, 3 % of the start-up. */
export function now(): number {
  return process.uptime() * 1000;
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** What `parseDuration` accepts, for error messages. */
export const acceptedDurations =
  "a number with ms, s, m or h (a bare number below 1000 is seconds), at most 2147483647 ms (24 days)";

// Whoever types this without a unit means milliseconds.
const leastBareNumber = 1000;

/**
 * `10s`, `500ms`, `1.5m`, `2h` or a bare number of seconds below 1000, as milliseconds; undefined for anything else and
 * for more than a timer can hold.
 */
export function parseDuration(text: string): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  if (number === undefined || (unit === undefined && Number(number) >= leastBareNumber)) return undefined;
  const ms = Number(number) * (unitMs[unit ?? "s"] ?? Number.NaN);
  return ms <= maxTimerMs ? ms : undefined;
}

/** What to write instead of a bare number from 1000 up: `write 10000ms or 10000s`; null for any other text. */
export function durationAdvice(text: string): string | null {
  if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  const written = [`${text}ms`, `${text}s`].filter((one) => parseDuration(one) !== undefined);
  return parseDuration(text) !== undefined || written.length === 0 ? null : `write ${written.join(" or ")}`;
}

/** A duration for readers: `<1 ms`, `71 ms`, from 1 s `2.9 s`, from 1 min `2 min 36 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1) return "<1 ms";
  const ms = Math.round(milliseconds);
  if (ms < 1000) return `${ms} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A span of time that a user gave, exactly: `10 s`, `500 ms`, `1.5 s`, `2 min`. */
export function span(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60_000 || milliseconds % 60_000 !== 0) return `${milliseconds / 1000} s`;
  return `${milliseconds / 60_000} min`;
}

/** A count with its noun: `1 request`, `2 requests`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
