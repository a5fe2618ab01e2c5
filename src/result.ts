import type { Target } from "./inputs/target.ts";

/**
 * Milliseconds spent in each phase of an attempt, summed over the hops of its redirect chain, under HAR 1.2's names
 * and rules: -1 means "did not happen", and `connect` includes `ssl`.
 */
export interface Timings {
  readonly dns: number;
  readonly connect: number;
  readonly ssl: number;
  readonly send: number;
  readonly wait: number;
  readonly receive: number;
}

/** The milliseconds that opening connections took: 0 where none was opened. */
export function connectingMs({ dns, connect }: Timings): number {
  return Math.max(dns, 0) + Math.max(connect, 0);
}

/** A server's certificate. */
export interface Certificate {
  /** ISO 8601 instants. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Whole days from when the connection was open to `validTo`; negative once expired. */
  readonly daysLeft: number;
}

/**
 * `OK`: as expected. `NOK`: an answer, but not the expected one. `ERR`: no final answer, or a line that is a mistake.
 */
export type Outcome =
  | { readonly state: "OK"; readonly status: number; readonly message: "" }
  | { readonly state: "NOK"; readonly status: number; readonly message: string }
  | { readonly state: "ERR"; readonly status: null; readonly message: string };

/** What became of one URI, as the `results` output and results.json hold it. Everything is of the last attempt. */
export type Result = { readonly uri: string } & Outcome & Course;

/** How the last attempt went. */
export interface Course {
  /** 0: no request was made. */
  readonly attempts: number;
  /** The wall time of the attempt. */
  readonly durationMs: number;
  /** The addresses that redirects led to. */
  readonly redirects: readonly string[];
  /** No connection had to be opened. */
  readonly reused: boolean;
  /** A kept connection failed, and the request was sent once more on a fresh one. */
  readonly resent: boolean;
  readonly timings: Timings;
  /** Of the last origin reached; null for plain http. */
  readonly certificate: Certificate | null;
}

/** Whether a request was begun: it starts with a name lookup, a connection, or sending over an open one. */
export function wasRequested({ timings }: Pick<Course, "timings">): boolean {
  return timings.dns >= 0 || timings.connect >= 0 || timings.send >= 0;
}

/** A sentence of ours, with foreign text in it marked: the summary prints that in `<code>`. */
export type Sentence = readonly (string | { readonly foreign: string })[];

/** A sentence as plain text. */
export function plain(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === "string" ? part : part.foreign)).join("");
}

/** Why a result is what it is. The log and the summary say it in words of their own. */
export type Judgement =
  | { readonly kind: "as expected" }
  | { readonly kind: "wrong status"; readonly expected: string }
  | WrongText
  | WrongTarget
  | { readonly kind: "no answer"; readonly cause: Sentence }
  | { readonly kind: "mistake"; readonly problem: string }
  /** `cause` says what was broken off; without one it was never begun. */
  | { readonly kind: "cancelled"; readonly cause: Sentence | null };

/** The text was not found, or (`unwanted`) was found, or the body could not be searched to its end. */
export interface WrongText {
  readonly kind: "wrong text";
  readonly text: string;
  readonly unwanted: boolean;
  /** Why the body does not prove it, such as `only the first MiB was searched`; null where it was searched whole. */
  readonly obstacle: string | null;
}

/** A redirect led, or a chain of them ended, elsewhere than the line says. Both addresses are fit to be shown. */
export interface WrongTarget {
  readonly kind: "wrong target";
  /** null: a redirect without a `Location`, or to no http(s) URI. */
  readonly leadsTo: string | null;
  readonly expected: string;
  /** The only parts in which the two addresses differ; null where more does. */
  readonly differsIn: "query" | "fragment" | "query and fragment" | null;
}

/** The only parts in which two addresses differ: `only the query differs`. */
export function difference(parts: NonNullable<WrongTarget["differsIn"]>): string {
  return parts === "query and fragment" ? "only query and fragment differ" : `only the ${parts} differs`;
}

/** A result with what the report needs beside it. */
export interface Checked {
  readonly target: Target;
  readonly result: Result;
  readonly judgement: Judgement;
  /** Where a redirect pointed that was not followed. */
  readonly unfollowed: string | null;
  /** Whether a request of the last attempt went over a connection that was opened for it. */
  readonly opened: boolean;
  /** The foreign host on which an `OK` ended although no `->` says that it is meant: maybe a login page. */
  readonly strayedTo: string | null;
  /** What a sitemap named of which this run checks so many; null for anything but a sitemap that was read. */
  readonly named: { readonly count: number; readonly noun: "page" | "sitemap" } | null;
  /** The time, on the clock of `now`, before which the server asked not to be asked again. */
  readonly retryAt: number | null;
}

/** Where in the run an attempt stands. */
export interface Progress {
  /** Counts the targets from 1 in the order of their first attempts; null for later attempts. */
  readonly position: number | null;
  readonly total: number;
  readonly willRetry: boolean;
}

/** Hears of every attempt as soon as it is over. */
export interface Listener {
  attempted(checked: Checked, progress: Progress): void;
  /** An attempt was announced with `willRetry`, but was not made. */
  notRetried(checked: Checked, why: "retry-for is over" | "cancelled"): void;
}

/** What the session did. Every request opened a connection, went over an open one, or got none. */
export interface Stats {
  readonly requests: number;
  /** TCP connections opened, to proxies too. */
  readonly connections: number;
  /** Requests sent over a connection that was already open. */
  readonly reused: number;
  readonly origins: number;
  /** About how many milliseconds of DNS, TCP and TLS reuse saved. */
  readonly savedMs: number;
}

/** All that the report says. */
export interface Findings {
  /** In list order. */
  readonly results: readonly Checked[];
  readonly stats: Stats;
  /** How long the run took. */
  readonly durationMs: number;
  readonly concurrency: number;
  readonly cancelled: boolean;
  /** Whether the step will succeed. */
  readonly succeeded: boolean;
  /** The certificate to warn of, by position in `results`. */
  readonly expiring: ReadonlyMap<number, Certificate>;
  readonly finishedAt: Date;
}
