/** A source of numbers that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** One of several; there has to be one. */
  oneOf<T>(choices: readonly T[]): T;
}

/** What the tests that throw dice start from: RANDOM_SEED, or always the same. */
export const seed: string = process.env["RANDOM_SEED"] || "1";

/** Numbers from a text: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) to start from, then mulberry32. */
export function randomFrom(text: string): Random {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(text)) state = Math.imul(state ^ byte, 0x01000193);
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const oneOf = <T>(choices: readonly T[]): T => {
    const [choice] = choices.slice(below(choices.length));
    if (choice === undefined) throw new Error("nothing to choose from");
    return choice;
  };
  return { below, oneOf };
}
