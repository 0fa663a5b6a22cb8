/** The one whose words share most pairs of neighbouring characters with the given ones; the first where none shares any. */
export const mostAlike = <T>(choices: readonly T[], words: string, wordsOf: (choice: T) => string): T | undefined => {
  const sought = pairs(words)
  let best: { readonly choice: T; readonly shared: number } | undefined
  for (const choice of choices) {
    const shared = pairs(wordsOf(choice)).intersection(sought).size
    if (best === undefined || shared > best.shared) best = { choice, shared }
  }
  return best?.choice
}

const pairs = (words: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, index) => words.slice(index, index + 2)))
