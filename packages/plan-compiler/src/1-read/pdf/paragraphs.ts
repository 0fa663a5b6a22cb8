import type { Place } from '../../plan.ts'
import type { PlacedText } from '../places.ts'
import { isInMargin, type Line } from './page-lines.ts'
import { goingOn } from './spaces.ts'

export type Page = { readonly lines: readonly Line[]; readonly height: number }

/** Joins lines into paragraphs, over columns and pages, and leaves out what is printed on every page. */
export const joinPages = (pages: readonly Page[]): PlacedText => {
  const running = runningLines(pages)
  const edge = commonEdge(pages)
  const places: Place[] = []
  const parts: string[] = []
  let length = 0
  let last: Line | null = null
  for (const [index, page] of pages.entries()) {
    let paragraph = 0
    for (const line of withKnownEdge(withoutMargins(page, running), edge)) {
      const goesOn = last !== null && continues(last, line)
      const words = goesOn ? goingOn(line.text.trim()) : line.text.trim()
      const before: string = last === null ? '' : goesOn ? gap(parts.at(-1) ?? '', words) : '\n'
      if (goesOn && before === '' && isHyphened(parts.at(-1) ?? '', words)) {
        parts.push((parts.pop() ?? '').slice(0, -1))
        length -= 1
      }
      // A paragraph that runs over has a second place, on the page it runs on to.
      if (!goesOn || paragraph === 0) {
        paragraph += 1
        places.push({ start: length + before.length, page: index + 1, paragraph })
      }
      parts.push(before, words)
      length += before.length + words.length
      last = line
    }
  }
  return { text: parts.join(''), places }
}

const numbered =
  /^(?:第[一二三四五六七八九十\d]{1,3}[章节条部]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d))/
const labelled = /^[^:：。,，]{1,10}[:：]/

/** What is numbered begins anew, and so does what has a label, after a full stop. */
const beginsAnew = (before: Line, line: Line): boolean =>
  numbered.test(line.text) || (/[。;；]$/.test(before.text) && labelled.test(line.text))

/** A line goes on where the one before is full, in the same size, and it is not indented itself. */
const continues = (before: Line, line: Line): boolean =>
  !beginsAnew(before, line) &&
  before.x + before.width > before.right - before.height * 1.6 &&
  line.x < line.left + line.height &&
  Math.abs(before.height - line.height) < 1.5 &&
  before.right - before.left > before.height * 8

/** A word broken at the end of a line. */
const isHyphened = (text: string, next: string): boolean => /[a-z]-$/.test(text) && /^[a-z]/.test(next)

const gap = (text: string, next: string): string => (/[A-Za-z0-9]$/.test(text) && /^[A-Za-z]/.test(next) ? ' ' : '')

/** How far most pages are written on; a page that ends soon does not show it. */
const commonEdge = (pages: readonly Page[]): number => {
  const edges = pages.map(({ lines }) => Math.max(0, ...lines.map(line => line.right))).sort((a, b) => a - b)
  return edges[Math.floor(edges.length / 2)] ?? 0
}

const few = 4

const withKnownEdge = (lines: readonly Line[], edge: number): readonly Line[] =>
  lines.length >= few ? lines : lines.map(line => ({ ...line, right: Math.max(line.right, edge) }))

const isPageNumber = (text: string): boolean =>
  /^[—–\-·\s]*(第\s*)?\d{1,4}(\s*\/\s*\d{1,4})?(\s*页)?([,，\s]*共\s*\d{1,4}\s*页)?[—–\-·\s]*$/.test(text)

/** The number between dashes that official documents carry stands higher than most margins. */
const isDashedNumber = (text: string): boolean => /^[—–-]+\s*\d{1,4}\s*[—–-]+$/.test(text.trim())

const withoutMargins = ({ lines, height }: Page, running: ReadonlySet<string>): readonly Line[] =>
  lines.filter(line => {
    if (isDashedNumber(line.text) && (line.y < height * 0.15 || line.y > height * 0.85)) return false
    return !isInMargin(line, height) || !(isPageNumber(line.text) || running.has(shape(line)))
  })

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
