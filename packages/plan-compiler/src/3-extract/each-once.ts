/** Names in their order, none twice. */
export const eachOnce = (names: readonly string[]): readonly string[] =>
  names.length < 2 ? names : [...new Set(names)]
