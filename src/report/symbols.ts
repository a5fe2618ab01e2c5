// By their code points, so that all of dist/index.js is ASCII: otherwise it takes Node twice the memory.

/** The symbols of the summary. */
export const symbols = {
  up: "\u2705",
  down: "\u274c",
  warned: "\u26a0\ufe0f",
  orange: "\u{1f7e7}",
  blue: "\u{1f7e6}",
  white: "\u2b1c",
  red: "\u{1f7e5}",
  dot: "\u00b7",
  arrow: "\u2192",
  dash: "\u2013",
} as const;
