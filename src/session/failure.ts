import { span } from "../duration.ts";
import type { ProxyServer } from "../inputs/proxies.ts";
import type { Sentence } from "../result.ts";
import { deadlinePassed, runCancelled } from "./attempt.ts";
import type { Stage } from "./clock.ts";

/** Why there was no answer, and where the attempt stood. */
export interface Failure {
  readonly kind: "failure";
  /** One of Node's errors, one of ours, or the reason of the attempt's signal. */
  readonly error: unknown;
  /** null: before the first stage. */
  readonly stage: Stage | null;
  /** The proxy (host:port) where that was the other end. */
  readonly proxy: string | null;
  /** The host whose name was looked up. */
  readonly host: string;
}

/** The failure of a request that was never made, or that only a proxy answered. */
export function refusal(sentence: string): Failure {
  return { kind: "failure", error: new ProxyError(sentence), stage: null, proxy: null, host: "" };
}

/** What to say when a proxy answers 407, to a CONNECT or to a forwarded request. */
export function describe407({ authority, authorization }: ProxyServer): string {
  return authorization === null
    ? `the proxy ${authority} requires authentication (407)`
    : `the proxy ${authority} refused the credentials (407)`;
}

/** In place of `deadlinePassed`: both a kept connection and a fresh one were silent for the whole timeout. */
export const silentTwice: unique symbol = Symbol("silent twice");

/**
 * An error that came from the network while a connection was opened: Node's own, in `cause`. What else is thrown is a
 * bug.
 */
export class NetworkError extends Error {
  override name = "NetworkError";
}

/** What a proxy refused, or what keeps it from being asked. Its message is the sentence that the user reads. */
export class ProxyError extends NetworkError {
  override name = "ProxyError";
}

/**
 * The error of a connection that ended without one of Node's. One for all, as most requests end by a `close` that is
 * none.
 */
export const connectionLost: Error = Object.assign(new Error("the connection was closed"), { code: "ECONNRESET" });

/** The code of an error, such as `ECONNRESET`; empty where it has none. An AggregateError has that of its attempts. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Whether the first hop is not reached yet: the proxy, where the way leads through one, the server otherwise. */
export function isOnTheWay(stage: Stage | null): boolean {
  return stage === null || stage === "lookup" || stage === "connect" || stage === "proxy";
}

const stageWords: Readonly<Record<Stage, string>> = {
  lookup: "looking up the host name",
  connect: "connecting",
  proxy: "waiting for the proxy",
  tls: "in the TLS handshake",
  send: "sending the request",
  wait: "waiting for the answer",
  receive: "reading the body",
};

const closedWords: Readonly<Record<Stage, string>> = {
  lookup: "before it was open",
  connect: "before an answer came",
  proxy: "before the tunnel was open",
  tls: "during the TLS handshake",
  send: "before an answer came",
  wait: "before an answer came",
  receive: "in the middle of the body",
};

const unreachable = "no route to the host";
const untrusted =
  "the certificate is not signed by a trusted authority, or the server sends an incomplete chain " +
  "(for a private authority set NODE_EXTRA_CA_CERTS)";

const codeWords: Readonly<Record<string, string>> = {
  ENOTFOUND: "no such host",
  EAI_AGAIN: "DNS lookup failed: the name server did not answer",
  ECONNREFUSED: "connection refused",
  ENETUNREACH: unreachable,
  EHOSTUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  EMFILE: "the system has no file descriptor left for a connection",
  ENFILE: "the system has no file descriptor left for a connection",
  CERT_HAS_EXPIRED: "the certificate, or one in its chain, has expired",
  CERT_NOT_YET_VALID: "the certificate, or one in its chain, is not valid yet",
  CERT_REVOKED: "the certificate is revoked",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host name",
  HPE_HEADER_OVERFLOW: "the headers of the answer are over 128 KiB",
};

// What Node calls UNSPECIFIED has OpenSSL's own words in its message, which no peer can choose:
// https://docs.openssl.org/3.5/man3/X509_STORE_CTX_get_error/
const weaknesses: readonly (readonly [message: RegExp, words: string])[] = [
  [/key too (weak|small)/i, "a key in the certificate's chain is too short (KEY_TOO_SMALL)"],
  [/(md|digest algorithm) too weak/i, "the certificate is signed with a digest that is too weak (MD_TOO_WEAK)"],
];

// The parser met the end of the connection inside an answer: that is a cut, not a violation of the protocol.
const connectionCuts = new Set([
  "ECONNRESET",
  "EPIPE",
  "ECONNABORTED",
  "HPE_INVALID_EOF_STATE",
  "ERR_STREAM_PREMATURE_CLOSE",
  "ERR_STREAM_WRITE_AFTER_END",
]);

/** OpenSSL's words are from its own tables and not the peer's; printable ASCII all the same. */
function printable(words: string): string {
  return words.replace(/[^\x20-\x7e]/g, "");
}

function tlsReason(error: unknown): string {
  return printable(error instanceof Error && "reason" in error && typeof error.reason === "string" ? error.reason : "");
}

// One code for all: whether it is EPROTO or one of ERR_SSL_* depends on Node's version and on who noticed.
function tlsCause(error: unknown): string {
  const reason = tlsReason(error);
  if (/wrong version number|packet length too long|http request/.test(reason)) {
    return "the port does not speak TLS (EPROTO)";
  }
  return `TLS handshake failed${reason === "" ? "" : `: ${reason}`} (EPROTO)`;
}

function certificateCause(error: unknown, code: string): string {
  const message = error instanceof Error ? error.message : "";
  const weakness = weaknesses.find(([pattern]) => pattern.test(message))?.[1];
  if (weakness !== undefined) return weakness;
  const reason = code === "UNSPECIFIED" ? `: ${printable(message)}` : "";
  return `the certificate was not accepted${reason} (${code || "unknown reason"})`;
}

function causeOf(error: unknown, stage: Stage, throughProxy: boolean): string {
  const code = codeOf(error);
  const known = codeWords[code];
  if (known !== undefined) return `${known} (${code})`;
  const closer = throughProxy ? "the proxy closed the connection" : "the connection was closed";
  if (connectionCuts.has(code)) return `${closer} ${closedWords[stage]} (ECONNRESET)`;
  if (code === "ETIMEDOUT") return `the network gave up ${stageWords[stage]} (ETIMEDOUT)`;
  if (code.startsWith("HPE_")) return `the answer is not valid HTTP (${code})`;
  if (code === "EPROTO" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_")) return tlsCause(error);
  if (code.startsWith("UNABLE_TO_")) return `${untrusted} (${code})`;
  // A proxy on TLS has one too.
  if (stage === "tls" || stage === "proxy") return certificateCause(error, code);
  return `the request failed ${stageWords[stage]} (${code || "unknown reason"})`;
}

function describeStage(stage: Stage, proxy: string | null): string {
  if (proxy === null || stage === "receive") return stageWords[stage];
  if (stage === "lookup") return `looking up the proxy ${proxy}`;
  return `${stage === "connect" ? "connecting to" : "waiting for"} the proxy ${proxy}`;
}

/**
 * One sentence in our own words, with the stage and the code. `error.message` is never shown: it can hold addresses,
 * line breaks and names that the server chose.
 */
export function describeFailure(failure: Failure, timeoutMs: number): Sentence {
  const { error, proxy, host } = failure;
  const stage = failure.stage ?? "lookup";
  if (error === deadlinePassed || error === silentTwice) {
    const silence = error === silentTwice ? ": a kept connection and a fresh one were both silent" : "";
    return [`timed out after ${span(timeoutMs)} ${describeStage(stage, proxy)} (ETIMEDOUT)${silence}`];
  }
  if (error === runCancelled) return [`cancelled while ${describeStage(stage, proxy)}`];
  if (error instanceof ProxyError) return [error.message];
  const nodeError = error instanceof NetworkError ? error.cause : error;
  const isBefore = isOnTheWay(stage);
  if (codeOf(nodeError) === "ENOTFOUND" && proxy === null) return ["no such host: ", { foreign: host }, " (ENOTFOUND)"];
  const cause = causeOf(nodeError, stage, proxy !== null && !isBefore);
  return [proxy !== null && isBefore ? `cannot connect to the proxy ${proxy}: ${cause}` : cause];
}
