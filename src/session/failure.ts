import { span } from "../duration.ts";
import { deadlinePassed, runCancelled } from "./attempt.ts";
import { isOnTheWay, type Stage } from "./clock.ts";

/** Why there was no answer: an error of Node's or of ours, where the attempt stood, and the proxy (host:port) where that was the other end. */
export interface Failure {
  readonly error: unknown;
  readonly stage: Stage | null;
  readonly proxy: string | null;
}

/** A failure that Node has no error for. Its message is the sentence that the user reads. */
export class ExchangeError extends Error {
  override name = "ExchangeError";
}

/** The error of a connection that ended without one of Node's. */
export function connectionLost(): Error {
  return Object.assign(new Error("the connection was closed"), { code: "ECONNRESET" });
}

const doing: Readonly<Record<Stage, string>> = {
  lookup: "looking up the host name",
  connect: "connecting",
  proxy: "waiting for the proxy",
  tls: "in the TLS handshake",
  send: "sending the request",
  wait: "waiting for the answer",
  receive: "reading the body",
};

const closed: Readonly<Record<Stage, string>> = {
  lookup: "before it was open",
  connect: "before an answer came",
  proxy: "before the tunnel was open",
  tls: "during the TLS handshake",
  send: "before an answer came",
  wait: "before an answer came",
  receive: "in the middle of the body",
};

const untrusted = "the certificate is not signed by a trusted authority, or the server sends an incomplete chain";
const unreachable = "no route to the host";

const words: Readonly<Record<string, string>> = {
  ENOTFOUND: "no such host",
  EAI_AGAIN: "DNS lookup failed: the name server did not answer",
  ECONNREFUSED: "connection refused",
  ENETUNREACH: unreachable,
  EHOSTUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  CERT_HAS_EXPIRED: "the certificate has expired",
  CERT_NOT_YET_VALID: "the certificate is not valid yet",
  CERT_REVOKED: "the certificate is revoked",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host name",
  HPE_HEADER_OVERFLOW: "the headers of the answer are over 128 KiB",
};

// The parser met the end of the connection inside an answer: that is a cut, not a violation of the protocol.
const cuts = new Set([
  "ECONNRESET",
  "EPIPE",
  "ECONNABORTED",
  "HPE_INVALID_EOF_STATE",
  "ERR_STREAM_PREMATURE_CLOSE",
  "ERR_STREAM_WRITE_AFTER_END",
]);

interface Facts {
  readonly code: string;
  readonly reason: string;
}

/** The code and OpenSSL's reason of an error. An AggregateError of several addresses carries the code of the attempts. */
function factsOf(error: unknown): Facts {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const reason = error instanceof Error && "reason" in error && typeof error.reason === "string" ? error.reason : "";
  // The reasons are OpenSSL's own table, not the peer's words; printable ASCII all the same.
  return { code, reason: reason.replace(/[^\x20-\x7e]/g, "") };
}

// One code for all: whether it is EPROTO or one of ERR_SSL_* depends on Node's version and on who noticed.
function tlsCause({ reason }: Facts): string {
  if (/wrong version number|packet length too long|http request/.test(reason))
    return "the port does not speak TLS (EPROTO)";
  return `TLS handshake failed${reason === "" ? "" : `: ${reason}`} (EPROTO)`;
}

function causeOf(facts: Facts, stage: Stage, throughProxy: boolean): string {
  const { code } = facts;
  const known = words[code];
  if (known !== undefined) return `${known} (${code})`;
  const closer = throughProxy ? "the proxy closed the connection" : "the connection was closed";
  if (cuts.has(code)) return `${closer} ${closed[stage]} (ECONNRESET)`;
  if (code === "ETIMEDOUT") return `the network gave up ${doing[stage]} (ETIMEDOUT)`;
  if (code.startsWith("HPE_")) return `the answer is not valid HTTP (${code})`;
  if (code === "EPROTO" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_")) return tlsCause(facts);
  if (code.startsWith("UNABLE_TO_")) return `${untrusted} (${code})`;
  if (stage === "tls") return `the certificate was not accepted (${code || "unknown reason"})`;
  return `the request failed ${doing[stage]} (${code || "unknown reason"})`;
}

function describeStage(stage: Stage, proxy: string | null): string {
  if (proxy === null || stage === "receive") return doing[stage];
  if (stage === "lookup") return `looking up the proxy ${proxy}`;
  return `${stage === "connect" ? "connecting to" : "waiting for"} the proxy ${proxy}`;
}

/**
 * One sentence in our own words, with the stage and the code. `error.message` is never shown: it can hold addresses,
 * line breaks and names that the server chose.
 */
export function describeFailure({ error, stage, proxy }: Failure, timeoutMs: number): string {
  const at = stage ?? "lookup";
  if (error === deadlinePassed) return `timed out after ${span(timeoutMs)} ${describeStage(at, proxy)} (ETIMEDOUT)`;
  if (error === runCancelled) return `cancelled while ${describeStage(at, proxy)}`;
  if (error instanceof ExchangeError) return error.message;
  const isBefore = isOnTheWay(at);
  const cause = causeOf(factsOf(error), at, proxy !== null && !isBefore);
  return proxy !== null && isBefore ? `cannot connect to the proxy ${proxy}: ${cause}` : cause;
}
