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
  const [before, typed] = /^([a-z][a-z0-9+.-]*:[\\/]+)([^\\/?#]*)@/i.exec(uri)?.slice(1) ?? [];
  if (before === undefined || typed === undefined) return { shown: uri, secrets: [] };
  return { shown: before + uri.slice(before.length + typed.length + 1), secrets: [passwordOf(typed)] };
}

// In a text that is no valid URI, credentials can stand in more places. All of these look at a text once.
const anywhere = [
  // A password with a slash, question mark, hash or space in it, as it must not be: what follows the colon is no port.
  /([a-z][a-z0-9+.-]{0,20}:[\\/]{1,3})([^\\/?#\s:]*:(?!\d{0,5}(?:[\\/?#\s]|$)).*)@/gis,
  /([\\/]{2})([^\\/?#\s]+)@/g,
  /([\\/])([^\\/?#\s:]*:[^\\/\s]*)@/g,
  /(^|\s)([^\\/\s]+)@/g,
];

/** Takes everything out of a text that could be credentials, rather too much than too little. Secrets of one to three characters are not among `secrets`: they would be found everywhere. */
export function hideCredentials(text: string): Hidden {
  const secrets: string[] = [];
  const take = (_: string, before: string, typed: string): string => {
    // Several passwords at once, where a text has several URIs.
    secrets.push(passwordOf(typed), ...typed.split("@").map((part) => part.slice(part.lastIndexOf(":") + 1)));
    return before;
  };
  const end = text.lastIndexOf("@") + 1;
  const shown = anywhere.reduce((left, pattern) => left.replace(pattern, take), text.slice(0, end)) + text.slice(end);
  return { shown, secrets: secrets.filter((secret) => secret.length > 3) };
}

function passwordOf(userinfo: string): string {
  const colon = userinfo.indexOf(":");
  return userinfo.slice(colon + 1) || userinfo.slice(0, colon);
}

/**
 * An address that a server chose, to be shown. Where any of `secrets` is in it, percent-encoded or not, because a server
 * can put what it was sent into an address, only its origin is left, or nothing.
 */
export function hideSecrets(url: URL, secrets: readonly string[]): string {
  // Host names are lower case whatever was typed. Shorter secrets than these would be found in any address.
  const wanted = secrets
    .filter((secret) => secret.length > 3)
    .flatMap((secret) => [secret.toLowerCase(), percentDecode(secret).toLowerCase()]);
  const isIn = (text: string): boolean =>
    [text, percentDecode(text)].some((form) => wanted.some((secret) => form.toLowerCase().includes(secret)));
  if (!isIn(url.href)) return url.href;
  return isIn(url.origin) ? "***" : `${url.origin}/***`;
}
