/** What is left to show of a text, and the secrets that were taken out of it. */
export interface Hidden {
  readonly shown: string;
  readonly secrets: readonly string[];
}

/** Passwords and header values that are shorter than this are not masked: the runner would find them in any text. */
export const minPasswordLength = 4;
export const minHeaderValueLength = 6;

// What headers hold that is no secret. As a mask, each of these would blank the log and the outputs of a whole job.
const protocolWords = new Set(
  (
    "true false none null undefined yes no on off enabled disabled required fetch no-check nocheck anonymous default " +
    "basic bearer digest token apikey negotiate ntlm hoba mutual oauth dpop gnap vapid hawk aws4-hmac-sha256"
  ).split(" "),
);

/** Whether a text may be masked in the log and the outputs of the whole job. */
export function isMaskable(text: string, minLength: number): boolean {
  return text.trim().length >= minLength && !protocolWords.has(text.trim().toLowerCase());
}

/**
 * What of a text is masked: the runner masks each of its lines by itself, and one of a single letter blanks any log.
 */
export function maskableLines(text: string, minLength: number): string[] {
  return text.split(/[\r\n]+/).filter((line) => isMaskable(line, minLength));
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

/**
 * The value of an `Authorization` or `Proxy-Authorization` header (RFC 7617) for percent-encoded credentials, and every
 * form of the secret in it.
 */
export function basicCredentials(username: string, password: string): { header: string; secrets: string[] } {
  const pair = `${percentDecode(username)}:${percentDecode(password)}`;
  const base64 = Buffer.from(pair, "utf8").toString("base64");
  // A token is often given as a user name without a password.
  const secrets = passwordForms(password === "" ? username : password);
  return { header: `Basic ${base64}`, secrets: base64.length < 8 ? secrets : [...secrets, base64] };
}

/**
 * Takes the `user:password@` out of a valid URI: https://url.spec.whatwg.org/#authority-state (a backslash is a slash
 * there).
 */
export function hideUserinfo(uri: string): Hidden {
  const [before, typed] = /^([a-z][a-z0-9+.-]*:[\\/]+)([^\\/?#]*)@/i.exec(uri)?.slice(1) ?? [];
  if (before === undefined || typed === undefined) return { shown: uri, secrets: [] };
  const colon = typed.indexOf(":");
  const password = typed.slice(colon + 1) || typed.slice(0, colon);
  return { shown: before + uri.slice(before.length + typed.length + 1), secrets: passwordForms(password) };
}

// As any keyboard types them, and percent-encoded any number of times.
const ats = /[@\uff20\ufe6b]/g;
const encodedAts = /%(?:25)*40/g;
const colons = /[:\uff1a\ufe55]|%(?:25)*3a/gi;

/**
 * Takes out of a text all that could be credentials: everything up to its last `@`, or its last `%40` with a colon in
 * front, except a `scheme://` at its start. Rather too much than too little: where a URI is not valid, nobody can say
 * where its password ends.
 */
export function hideCredentials(text: string): Hidden {
  const [scheme = ""] = /^[a-z][a-z0-9+.-]{0,20}:\/\//i.exec(text) ?? [];
  const rest = text.slice(scheme.length);
  const at = [...rest.matchAll(ats)].at(-1);
  const encodedAt = [...rest.matchAll(encodedAts)].at(-1);
  const isEncoded = encodedAt !== undefined && rest.slice(0, encodedAt.index).search(colons) !== -1;
  const last = isEncoded && (at === undefined || encodedAt.index > at.index) ? encodedAt : at;
  if (last === undefined) return { shown: text, secrets: [] };
  return {
    shown: scheme + rest.slice(last.index + last[0].length),
    secrets: passwordsIn(rest.slice(0, last.index)).flatMap(passwordForms),
  };
}

/** Whether a text could hold a password: it has a colon, and an `@` behind it. */
export function mayHoldPassword(text: string): boolean {
  const colon = text.search(colons);
  const rest = text.slice(colon);
  return colon !== -1 && (rest.search(ats) !== -1 || rest.search(encodedAts) !== -1);
}

// Part of a sentence, of an IPv6 address, or a port and a path that ends in front of the @.
const noPassword = /^\s|\s$|^[\d:.a-f]*\][:/?#]|^\d{1,5}\/(?:.*\/)?$/is;

/** All that could be a password in a text: a text can hold several URIs, and a password any character. */
function passwordsIn(typed: string): string[] {
  const parts = new Set([typed, ...typed.split(ats), ...typed.split(encodedAts)]);
  return [...parts].flatMap((part) => {
    const userinfo = part.slice(part.lastIndexOf("://") + 1).replace(/^\/\//, "");
    const found = [...userinfo.matchAll(colons)];
    // No user name, but a word of a sentence or of a path.
    if (found.length === 0) return /[\s\\/]/.test(userinfo) ? [] : [userinfo];
    const passwords = [found.at(0), found.at(-1)].map((one) =>
      userinfo.slice((one?.index ?? 0) + (one?.[0].length ?? 0)),
    );
    return passwords.filter((password) => !noPassword.test(password));
  });
}

function passwordForms(password: string): string[] {
  return [password, percentDecode(password)].flatMap((form) => maskableLines(form, minPasswordLength));
}
