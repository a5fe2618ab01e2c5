// Addresses are texts: http(s) URIs as `URL.href` has them, without credentials. As a URL each would take some 200
// bytes more.

/** A URL, or null for a text that is none. (`URL.parse` came with Node 22.) */
export function toUrl(text: string, base?: string): URL | null {
  try {
    const url = new URL(text, base);
    // Node 24 makes of some names one that it cannot read again, such as that of http://\u00fcxn--a/. Changing such a
    // URL ends the process by a native assertion.
    return url.hostname.includes("xn--") && !URL.canParse(url.href) ? null : url;
  } catch {
    return null;
  }
}

/** The address of an http(s) URL. */
export function addressOf({ href }: URL): string {
  return href.replace(/^(https?:\/\/)[^/]*@/, "$1");
}

/** The address that a server names; credentials in it are no user's. null: it is no http(s) URI. */
export function toAddress(text: string, base: string): string | null {
  const url = toUrl(text, base);
  return url !== null && /^https?:$/.test(url.protocol) ? addressOf(url) : null;
}

/** The origin of an address: `https://example.com`. */
export function originOf(address: string): string {
  return address.slice(0, address.indexOf("/", "https://".length));
}

/** The host of an address, with the port where it is not the scheme's own. */
export function hostOf(address: string): string {
  return originOf(address).slice(address.indexOf("//") + 2);
}

/** Whether an address is on an origin. */
export function isOn(address: string, origin: string): boolean {
  return address.startsWith(`${origin}/`);
}
