import { hideCredentials } from "../secrets.ts";
import { plainText } from "../text.ts";

/** A value as an error shows it: in quotes, on one line, without credentials, and cut when it is long. */
export function quote(value: string): string {
  const line = plainText(/:.*(?:@|%40)/s.test(value) ? hideCredentials(value).shown : value);
  return JSON.stringify(line.length > 200 ? `${line.slice(0, 199)}…` : line);
}
