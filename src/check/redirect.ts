import type { IncomingHttpHeaders } from "node:http";
import type { Echoes } from "../echoes.ts";
import { toAddress } from "../origin.ts";
import type { Sentence, WrongTarget } from "../result.ts";

/** Where an answer leads. `shown` is the address without credentials. */
export type Step =
  | { readonly kind: "follow" | "downgrade"; readonly address: string; readonly shown: string }
  | { readonly kind: "invalid" };

// RFC 9110, section 15.4; 300 and 304 to 306 do not say where to go next.
const redirecting = new Set([301, 302, 303, 307, 308]);

/** Whether an answer of this status is one that leads elsewhere, if only it says where. */
export function isRedirect(status: number): boolean {
  return redirecting.has(status);
}

/**
 * The step that an answer to `base` asks for, or null when it asks for none. `echoes` are taken out of what is shown:
 * a server may put what it was sent into the address.
 */
export function readRedirect(
  answer: { readonly status: number; readonly headers: IncomingHttpHeaders },
  base: string,
  echoes: Echoes,
): Step | null {
  const { location } = answer.headers;
  if (!isRedirect(answer.status) || location === undefined || location === "") return null;
  const address = toAddress(asUtf8(location), base);
  if (address === null) return { kind: "invalid" };
  const isDowngrade = base.startsWith("https:") && address.startsWith("http:");
  return { kind: isDowngrade ? "downgrade" : "follow", address, shown: echoes.hide(address) };
}

/** Why a step cannot be followed. */
export function describeRefusal({ kind }: Exclude<Step, { kind: "follow" }>): Sentence {
  return kind === "invalid"
    ? ["redirected to something that is not an http(s) URI"]
    : ["redirected from https to http, which is refused"];
}

/**
 * In what two addresses differ, `address` being more than query and fragment; null: they are the same. A fragment
 * counts only if `expected` has one.
 */
export function differingParts(end: string, wanted: string): "address" | WrongTarget["differsIn"] {
  const [actual, expected] = [new URL(end), new URL(wanted)];
  if (actual.origin + actual.pathname !== expected.origin + expected.pathname) return "address";
  const query = actual.search !== expected.search;
  const fragment = expected.hash !== "" && actual.hash !== expected.hash;
  if (query && fragment) return "query and fragment";
  if (query) return "query";
  return fragment ? "fragment" : null;
}

/**
 * Whether a chain of redirects left the site where it began: its end is neither the same host (less a leading `www.`)
 * nor a parent or child domain of it. All names of the loopback are one.
 */
export function isForeign(end: string, start: string): boolean {
  const [here, there] = [siteOf(start), siteOf(end)];
  return here !== there && !here.endsWith(`.${there}`) && !there.endsWith(`.${here}`);
}

function siteOf(address: string): string {
  const host = new URL(address).hostname.replace(/\.$/, "");
  if (/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host)) return "localhost";
  return host.replace(/^www\./, "");
}

/** Node reads headers as Latin-1; a Location with other characters is UTF-8 in practice. */
function asUtf8(location: string): string {
  const decoded = Buffer.from(location, "latin1").toString("utf8");
  return decoded.includes("\ufffd") ? location : decoded;
}
