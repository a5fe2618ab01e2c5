/** One line of `connect-to`: connections to `host` are opened to `target` instead. Hosts are without brackets. */
export interface Mapping {
  readonly host: string;
  /** null: any port. */
  readonly port: number | null;
  readonly target: {
    readonly host: string;
    /** null: the port of the URI. */
    readonly port: number | null;
  };
  /** The line as it was typed. */
  readonly shown: string;
}

/** The mapping for a URL; null: none. One that names the port comes before one that does not. */
export function findMapping(url: URL, mappings: readonly Mapping[]): Mapping | null {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  const ofHost = mappings.filter((mapping) => mapping.host === host);
  return ofHost.find((mapping) => mapping.port === port) ?? ofHost.find((mapping) => mapping.port === null) ?? null;
}
