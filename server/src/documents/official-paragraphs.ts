import type { Table } from 'docx'

/** A paragraph of an official document, by its place in GB/T 9704-2012, 7.3. */
export type OfficialParagraph = {
  readonly style: 'title' | 'addressee' | 'heading-1' | 'heading-2' | 'heading-3' | 'body' | 'table' | 'signature'
  readonly text: string
  /** Where a heading runs on into its text, how many characters of it are the heading. */
  readonly headingLength?: number
  /** What stands in the place of a paragraph of style `table`; its text is what it is called. */
  readonly table?: Table
}

const FIRST = /^[一二三四五六七八九十]{1,3}、/
const SECOND = /^[(（][一二三四五六七八九十]{1,3}[)）]/
const DATE = /^(\d{4}|[20xX_*-]{4})年\d{1,2}月\d{1,2}日$/
const LONGEST_HEADING = 40

/** Sets a plan's text as an official document: what is title, heading of which level, text, and signature. */
export const officialParagraphs = (text: string, title: string | null): readonly OfficialParagraph[] => {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const rest = title !== null && lines[0] !== undefined && sameWords(lines[0], title) ? lines.slice(1) : lines
  const signature = signatureStart(rest)
  const body = rest.map((line, index) =>
    index >= signature ? { style: 'signature' as const, text: line } : paragraph(line),
  )
  return title === null ? body : [{ style: 'title', text: title }, ...body]
}

const sameWords = (one: string, other: string): boolean => one.replace(/\s/g, '') === other.replace(/\s/g, '')

/** A date alone on the last line, and a short line over it that is no sentence, are who issues and when. */
const signatureStart = (lines: readonly string[]): number => {
  const last = lines.length - 1
  if (last < 0 || !DATE.test(lines[last] ?? '')) return lines.length
  const before = lines[last - 1] ?? ''
  return before.length > 0 && before.length <= 30 && !/[。;；:：]$/.test(before) ? last - 1 : last
}

const paragraph = (text: string): OfficialParagraph => {
  const style = FIRST.test(text) ? 'heading-1' : SECOND.test(text) ? 'heading-2' : null
  if (style === null) return { style: 'body', text }
  const stop = text.search(/[。:：]/)
  const headingLength = stop < 0 ? text.length : stop + 1
  if (headingLength > LONGEST_HEADING) return { style: 'body', text }
  return { style, text, headingLength }
}
