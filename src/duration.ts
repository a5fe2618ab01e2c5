/** The longest delay of a Node timer: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
export const maxTimerMs: number = 2 ** 31 - 1;

/** A monotonic time in milliseconds. */
export function now(): number {
  return performance.now();
}

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
