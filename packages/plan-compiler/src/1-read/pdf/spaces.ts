const between = /(?<=[\u3400-\u9fff、，。；：（）《》“”]) +(?=[\u3400-\u9fff、，。；：（）《》“”])/g
const besideFigures =
  /(?<=[\u3400-\u9fff、，。；：（）《》“”]) +(?=[\dA-Za-z])|(?<=[\dA-Za-z%])(?<!^\d{1,2}) +(?=[\u3400-\u9fff、，。；：（）《》“”])/g
const leadingFigure = /^(\d{1,2}) +(?=[\u3400-\u9fff])/
const nameList = /^(?:[^:：]{0,12}[:：])?\s*[\u3400-\u9fff]{2,4}(?: +[\u3400-\u9fff]{2,4})+$/

/**
 * A PDF holds places, not words: where signs stand apart, to fill a line or to adorn a title, a space is read that nobody wrote.
 * Chinese has none, but for the one between names; those beside figures are added where a page is laid out.
 */
export const withoutStraySpaces = (line: string): string =>
  !line.includes(' ') || nameList.test(line.trim()) ? line : line.replace(between, '').replace(besideFigures, '')

/** A figure that begins a line is parted from the words as a number is; in the middle of a sentence it is none. */
export const goingOn = (line: string): string => line.replace(leadingFigure, '$1')
