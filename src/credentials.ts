/** What `hideCredentials` leaves of a text, and the secrets that it took out. */
export interface Hidden {
  readonly shown: string;
  readonly secrets: readonly string[];
}

/** Percent-decoding that leaves alone what is no percent-encoded UTF-8, such as a bare `%` in a password. */
export function percentDecode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** The value of an `Authorization` or `Proxy-Authorization` header (RFC 7617) for percent-encoded credentials, and every form of the secret in it. */
export function basicCredentials(username: string, password: string): { header: string; secrets: string[] } {
  const pair = `${percentDecode(username)}:${percentDecode(password)}`;
  const base64 = Buffer.from(pair, "utf8").toString("base64");
  // A token is often given as a user name without a password.
  const secret = password === "" ? username : password;
  return { header: `Basic ${base64}`, secrets: [secret, percentDecode(secret), base64] };
}

/** Takes the `user:password@` out of a valid URI: https://url.spec.whatwg.org/#authority-state (a backslash is a slash there). */
export function hideUserinfo(uri: string): Hidden {
  return hide(uri, [/^([a-z][a-z0-9+.-]*:[\\/]+)([^\\/?#]*)@/gi]);
}

// In a text that is no valid URI, credentials can stand in more places.
const anywhere = [
  // A password with a slash, question mark, hash or space in it, as it must not be: what follows the colon is no port.
  /([a-z][a-z0-9+.-]*:[\\/]+)([^\\/?#\s:@]*:(?!\d{0,5}(?:[\\/?#\s]|$)).*)@/gis,
  /([\\/]{2})([^\\/?#\s]*)@/g,
  /([\\/])([^\\/?#\s:]*:[^\\/\s]*)@/g,
  /(^|\s)([^\\/\s]*)@/g,
];

/** Takes everything out of a text that could be credentials, rather too much than too little. */
export function hideCredentials(text: string): Hidden {
  return hide(text, anywhere);
}

function hide(text: string, patterns: readonly RegExp[]): Hidden {
  const secrets: string[] = [];
  const shown = patterns.reduce(
    (left, pattern) =>
      left.replace(pattern, (_, before: string, userinfo: string) => {
        const colon = userinfo.indexOf(":");
        secrets.push(userinfo.slice(colon + 1) || userinfo.slice(0, colon));
        // Several at once, where a text has several URIs.
        const passwords = userinfo.split("@").map((part) => part.slice(part.lastIndexOf(":") + 1));
        secrets.push(...passwords.filter((password) => password.length > 3));
        return before;
      }),
    text,
  );
  return { shown, secrets };
}

/**
 * An address that a server chose, to be shown. Where any of `secrets` is in it, percent-encoded or not, because a server
 * can put what it was sent into an address, only its origin is left, or nothing.
 */
export function hideSecrets(url: URL, secrets: readonly string[]): string {
  // Host names are lower case whatever was typed. Shorter secrets than these would be found in any address.
  const wanted = secrets.filter((secret) => secret.length > 3).flatMap((secret) => [secret.toLowerCase(), percentDecode(secret).toLowerCase()]);
  const isIn = (text: string): boolean => [text, percentDecode(text)].some((form) => wanted.some((secret) => form.toLowerCase().includes(secret)));
  if (!isIn(url.href)) return url.href;
  return isIn(url.origin) ? "***" : `${url.origin}/***`;
}
