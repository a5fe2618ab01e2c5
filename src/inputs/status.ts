import { STATUS_CODES } from "node:http";

/** Statuses that count as up: what the user wrote, and the ranges (both ends included) that it means. */
export interface ExpectedStatus {
  readonly text: string;
  readonly ranges: readonly StatusRange[];
}

interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** What counts as up where nobody says otherwise. */
export const ok: ExpectedStatus = { text: "200", ranges: [{ from: 200, to: 200 }] };

/** What `parseExpectedStatus` accepts, for error messages. */
export const acceptedStatuses =
  "statuses from 100 to 999, ranges and classes, separated by commas (200 or 200,204 or 200-299 or 2xx)";

function parseRange(word: string): StatusRange | undefined {
  // RFC 9110, section 15, has five classes, but servers send what they like: 999 is a known answer to robots.
  const klass = /^([1-9])xx$/i.exec(word);
  if (klass) return { from: Number(klass[1]) * 100, to: Number(klass[1]) * 100 + 99 };
  const range = /^([1-9]\d\d)(?:-([1-9]\d\d))?$/.exec(word);
  if (!range) return undefined;
  const from = Number(range[1]);
  const to = Number(range[2] ?? range[1]);
  return from <= to ? { from, to } : undefined;
}

/** Comma-separated statuses, ranges and classes; undefined when any of them is none. */
export function parseExpectedStatus(text: string): ExpectedStatus | undefined {
  const words = text.split(",").map((word) => word.trim());
  const ranges: StatusRange[] = [];
  for (const word of words) {
    const range = parseRange(word);
    if (!range) return undefined;
    ranges.push(range);
  }
  return { text: words.join(","), ranges };
}

/** Whether a server's status (any three digits) is one of the expected ones. */
export function isExpected(status: number, expected: ExpectedStatus): boolean {
  return expected.ranges.some(({ from, to }) => from <= status && status <= to);
}

/** A status with its registered words, which are ours and not the server's: `404 Not Found`. */
export function nameStatus(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
}
