import type { Target } from "./inputs/target.ts";

/**
 * Milliseconds spent in each phase of an attempt, summed over the hops of its redirect chain, under HAR 1.2's names
 * and rules: -1 means "did not happen", and `connect` includes `ssl`.
 */
export interface Timings {
  dns: number;
  connect: number;
  ssl: number;
  send: number;
  wait: number;
  receive: number;
}

/** A server's certificate: ISO 8601 instants, and whole days from the start of its connection to `validTo` (negative once expired). */
export interface Certificate {
  readonly validFrom: string;
  readonly validTo: string;
  readonly daysLeft: number;
}

/** `OK`: as expected. `NOK`: an answer, but not the expected one. `ERR`: no final answer. */
export type State = "OK" | "NOK" | "ERR";

/**
 * What became of one URI, as the `results` output and results.json hold it; everything is of the last attempt. One flat
 * literal each, which is what makes thousands of them cheap. `status` is null for `ERR`, `message` empty for `OK`;
 * `durationMs` is the wall time of the attempt; `redirects` are the addresses that redirects led to; `reused` says that
 * no connection had to be opened, `resent` that a kept one died and a new one was used.
 */
export interface Result {
  readonly uri: string;
  readonly state: State;
  readonly status: number | null;
  readonly message: string;
  readonly attempts: number;
  readonly durationMs: number;
  readonly redirects: readonly string[];
  readonly reused: boolean;
  readonly resent: boolean;
  readonly timings: Timings;
  readonly certificate: Certificate | null;
}

/**
 * A result with what the report needs beside it. `isFinal` is false for a check that a cancelled run never finished;
 * `location` is where a redirect pointed that was not followed; `retryAt` (on the clock of `now`) is the
 * time before which the server asked not to be asked again; `missing` says that the expected text was not in the body,
 * and the content coding in the way of finding it, if any.
 */
export interface Checked {
  readonly target: Target;
  readonly result: Result;
  readonly isFinal: boolean;
  readonly location: string | null;
  readonly retryAt: number | null;
  readonly missing: { readonly coding: string | null } | null;
}

/** What the session did: requests begun, TCP connections opened, requests answered over an already open one, origins asked, and about how many milliseconds of DNS, TCP and TLS reuse saved. */
export interface SessionStats {
  readonly requests: number;
  readonly connections: number;
  readonly reused: number;
  readonly origins: number;
  readonly savedMs: number;
}
