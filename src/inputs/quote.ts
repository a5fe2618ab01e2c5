import { hideCredentials, mayHoldPassword } from "../secrets.ts";
import { cut, plainText } from "../text.ts";

/** A value as an error shows it: in quotes, on one line, without credentials, and cut when it is long. */
export function quote(value: string): string {
  const line = plainText(mayHoldPassword(value) ? hideCredentials(value).shown : value);
  return JSON.stringify(cut(line, 200));
}
