import type { IncomingHttpHeaders } from "node:http";
import { hideSecrets } from "../secrets.ts";

/** Where an answer sends us. `shown` is the address without credentials. */
export type Step =
  | { readonly kind: "follow"; readonly url: URL; readonly shown: string }
  | { readonly kind: "refused"; readonly problem: string; readonly shown: string | null };

// RFC 9110, section 15.4; 300 and 304 to 306 do not say where to go next.
const redirecting = new Set([301, 302, 303, 307, 308]);

/**
 * The step that an answer to `base` asks for, or null when it asks for none. `secrets` are taken out of what is shown:
 * a server may put what it was sent into the address.
 */
export function followRedirect(
  answer: { status: number; headers: IncomingHttpHeaders },
  base: URL,
  secrets: readonly string[],
): Step | null {
  const { location } = answer.headers;
  if (!redirecting.has(answer.status) || location === undefined || location === "") return null;
  let url: URL;
  try {
    url = new URL(asUtf8(location), base);
  } catch {
    return { kind: "refused", problem: "redirected to something that is not an http(s) URI", shown: null };
  }
  if (!/^https?:$/.test(url.protocol))
    return { kind: "refused", problem: "redirected to something that is not an http(s) URI", shown: null };
  // Credentials in a redirect are no user's: they are neither sent nor shown.
  url.username = "";
  url.password = "";
  const shown = hideSecrets(url, secrets);
  if (base.protocol === "https:" && url.protocol === "http:")
    return { kind: "refused", problem: "redirected from https to http, which is refused", shown };
  return { kind: "follow", url, shown };
}

/** Node reads headers as Latin-1; a Location with other characters is UTF-8 in practice. */
function asUtf8(location: string): string {
  const decoded = Buffer.from(location, "latin1").toString("utf8");
  return decoded.includes("\ufffd") ? location : decoded;
}
