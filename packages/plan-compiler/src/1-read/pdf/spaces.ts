const between = /(?<=[\u3400-\u9fff、，。；：（）《》“”]) +(?=[\u3400-\u9fff、，。；：（）《》“”])/g
const nameList = /^(?:[^:：]{0,12}[:：])?\s*[\u3400-\u9fff]{2,4}(?: +[\u3400-\u9fff]{2,4})+$/

/**
 * A PDF holds places, not words: where signs stand apart, to fill a line or to adorn a title, a space is read that nobody wrote.
 * Chinese has none, but for the one between names.
 */
export const withoutStraySpaces = (line: string): string =>
  !line.includes(' ') || nameList.test(line.trim()) ? line : line.replace(between, '')
