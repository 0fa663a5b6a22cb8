/** `\t各社区…`, set in with a tab; the cells of a row have more of them. */
const setInByTab = /^\t+(?=[^\t]+$)/
/** `一、\t工作目标`: Word sets the words at a tab stop, and they are copied with it. */
const tabAfterNumber =
  /^(\s*(?:第?[一二三四五六七八九十壹贰叁肆伍]{1,3}[、.．章节条]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){0,3}[、.．)）]|[①-⑳●■◆]))[ \t]*\t[ \t]*(?=[^\t]+$)/

/** A line without the tabs that only set its words apart from the margin or from its number. */
export const withoutMarginTabs = (line: string): string =>
  line.includes('\t') ? line.replace(tabAfterNumber, '$1').replace(setInByTab, '') : line

const heading = /^ {0,3}#{1,6} +(?=\S)/
const fewestHeadings = 2
const bold = /(\*\*|__)(?=\S)([^*\n]{1,80}?)\1/g
/** `**一、工作目标**`; two stars in a sentence may stand for a name that was left out. */
const boldNumber =
  /^(\s*)\*\*((?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．])[^*]{1,60})\*\*/

/** The lines of a text without the marks of Markdown, which texts copied from a chat have though nobody calls them so. */
export const withoutMarks = (text: string): readonly string[] => {
  const lines = text.split('\n')
  if (!text.includes('#') && !text.includes('**')) return lines
  const marked = lines.filter(line => line.includes('#') || line.includes('**'))
  if (marked.filter(line => heading.test(line)).length >= fewestHeadings)
    return lines.map(line => line.replace(heading, '').replace(bold, '$2'))
  return marked.some(line => boldNumber.test(line)) ? lines.map(line => line.replace(boldNumber, '$1$2')) : lines
}
