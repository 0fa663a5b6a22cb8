import { isInMargin, type Line } from './page-lines.ts'

export type Page = { readonly lines: readonly Line[]; readonly height: number }

export type PagedText = {
  readonly text: string
  /** Where in the text each page begins; a paragraph that runs over belongs to the page it began on. */
  readonly pageStarts: readonly number[]
}

/** Joins lines into paragraphs, over columns and pages, and leaves out what is printed on every page. */
export const joinPages = (pages: readonly Page[]): PagedText => {
  const running = runningLines(pages)
  const pageStarts: number[] = []
  let text = ''
  let last: Line | null = null
  for (const page of pages) {
    const lines = page.lines.filter(
      line => !isInMargin(line, page.height) || !(isPageNumber(line.text) || running.has(shape(line))),
    )
    pageStarts.push(text.length)
    for (const line of lines) {
      if (last === null) text = line.text.trim()
      else text += continues(last, line) ? glue(text, line.text.trim()) : `\n${line.text.trim()}`
      last = line
    }
  }
  return { text, pageStarts }
}

/** A line goes on where the one before is full, in the same size, and it is not indented itself. */
const continues = (before: Line, line: Line): boolean =>
  before.x + before.width > before.right - before.height * 1.6 &&
  line.x < line.left + line.height &&
  Math.abs(before.height - line.height) < 1.5 &&
  before.right - before.left > before.height * 8

const glue = (text: string, next: string): string =>
  /[A-Za-z0-9]$/.test(text) && /^[A-Za-z]/.test(next) ? ` ${next}` : next

const isPageNumber = (text: string): boolean =>
  /^[—–\-·\s]*(第\s*)?\d{1,4}(\s*\/\s*\d{1,4})?(\s*页)?[—–\-·\s]*$/.test(text)

const shape = (line: Line): string => `${line.text.replace(/\d+/g, '#').trim()}@${Math.round(line.y / 8)}`

const runningLines = (pages: readonly Page[]): ReadonlySet<string> => {
  if (pages.length < 2) return new Set()
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const one of new Set(page.lines.filter(line => isInMargin(line, page.height)).map(shape)))
      counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= Math.max(2, pages.length * 0.6)).map(([one]) => one))
}
