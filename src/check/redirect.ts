import type { IncomingHttpHeaders } from "node:http";
import type { Echoes } from "../echoes.ts";
import type { Sentence, WrongTarget } from "../result.ts";

/** Where an answer leads. `shown` is the address without credentials. */
export type Step =
  | { readonly kind: "follow"; readonly url: URL; readonly shown: string }
  | { readonly kind: "downgrade"; readonly url: URL; readonly shown: string }
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
  base: URL,
  echoes: Echoes,
): Step | null {
  const { location } = answer.headers;
  if (!isRedirect(answer.status) || location === undefined || location === "") return null;
  let url: URL;
  try {
    url = new URL(asUtf8(location), base);
  } catch {
    return { kind: "invalid" };
  }
  if (!/^https?:$/.test(url.protocol)) return { kind: "invalid" };
  // Credentials in a redirect are no user's: they are neither sent nor shown.
  url.username = "";
  url.password = "";
  const isDowngrade = base.protocol === "https:" && url.protocol === "http:";
  return { kind: isDowngrade ? "downgrade" : "follow", url, shown: echoes.hide(url) };
}

/** Why a step cannot be followed. */
export function describeRefusal({ kind }: Exclude<Step, { kind: "follow" }>): Sentence {
  return kind === "invalid"
    ? ["redirected to something that is not an http(s) URI"]
    : ["redirected from https to http, which is refused"];
}

/**
 * In what two addresses differ as WHATWG URLs, `address` being more than query and fragment; null: they are the same. A
 * fragment counts only if `expected` has one.
 */
export function differingParts(actual: URL, expected: URL): "address" | WrongTarget["differsIn"] {
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
export function isForeign(end: URL, start: URL): boolean {
  const [here, there] = [siteOf(start), siteOf(end)];
  return here !== there && !here.endsWith(`.${there}`) && !there.endsWith(`.${here}`);
}

function siteOf({ hostname }: URL): string {
  const host = hostname.replace(/\.$/, "");
  if (/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host)) return "localhost";
  return host.replace(/^www\./, "");
}

/** Node reads headers as Latin-1; a Location with other characters is UTF-8 in practice. */
function asUtf8(location: string): string {
  const decoded = Buffer.from(location, "latin1").toString("utf8");
  return decoded.includes("\ufffd") ? location : decoded;
}
