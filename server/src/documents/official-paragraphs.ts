import type { Table } from 'docx'

/** A paragraph of an official document, by its place in GB/T 9704-2012, 7.3. */
export type OfficialParagraph = {
  readonly style:
    | 'title'
    | 'addressee'
    | 'heading-1'
    | 'heading-2'
    | 'heading-3'
    | 'body'
    | 'table'
    | 'enclosed'
    | 'signature'
    | 'attachment'
    | 'attachment-title'
    | 'imprint'
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

/** 附件 or 附件2 alone on its line: what follows is an attachment, on pages of its own. */
const ATTACHMENT = /^附\s?件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?$/
/** What is enclosed, said under the text: 附件：1.责任分解表. */
const ENCLOSED = /^附\s?件\s*\d{0,2}\s*[:：]\s*\S/
/** Who gets copies, and who printed it when, at the very end. */
const IMPRINT = /^(?:抄送|主送|分送|抄报)\s*[:：]|印发$/
/** Units, one after the other, with nothing said of them. */
const ADDRESSEE =
  /^[^。；;]{1,120}(?:单位|部门|社区|街道|乡镇|镇|村|办|局|委|公司|办事处|政府|学校|医院|中队|小组|科室)[:：]$/

export type Signing = { readonly issuer: string; readonly date: string }

/**
 * Sets a plan's text as an official document: what is title, addressee, heading of which level, text, enclosure, signature, attachment
 * and imprint. Where nobody signs it, `signing` does.
 */
export const officialParagraphs = (
  text: string,
  title: string | null,
  signing: Signing | null = null,
): readonly OfficialParagraph[] => {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const rest = title !== null && lines[0] !== undefined && sameWords(lines[0], title) ? lines.slice(1) : lines
  const imprint = imprintStart(rest)
  const attached = rest.slice(0, imprint).findIndex(line => ATTACHMENT.test(line))
  const end = attached < 0 ? imprint : attached
  const main = rest.slice(0, end)
  const signature = signatureStart(main)
  const signed = signature < main.length || signing === null ? [] : [signing.issuer, signing.date]
  return [
    ...(title === null ? [] : [{ style: 'title' as const, text: title }]),
    ...main.map((line, index) =>
      index >= signature ? { style: 'signature' as const, text: line } : first(line, index),
    ),
    ...signed.map(line => ({ style: 'signature' as const, text: line })),
    ...attachments(rest.slice(end, imprint)),
    ...rest.slice(imprint).map(line => ({ style: 'imprint' as const, text: line })),
  ]
}

const first = (line: string, index: number): OfficialParagraph =>
  index === 0 && ADDRESSEE.test(line) ? { style: 'addressee', text: line } : paragraph(line)

const imprintStart = (lines: readonly string[]): number => {
  let from = lines.length
  while (from > 0 && IMPRINT.test(lines[from - 1] ?? '')) from -= 1
  return from
}

/** The line under 附件 is what it is called, unless it is a sentence. */
const attachments = (lines: readonly string[]): readonly OfficialParagraph[] =>
  lines.map((line, index) => {
    if (ATTACHMENT.test(line)) return { style: 'attachment', text: line.replace(/[:：]$/, '') }
    const isTitle =
      ATTACHMENT.test(lines[index - 1] ?? '') && line.length <= LONGEST_HEADING && !/[。；;：:]$/.test(line)
    return isTitle ? { style: 'attachment-title', text: line } : paragraph(line)
  })

const sameWords = (one: string, other: string): boolean => one.replace(/\s/g, '') === other.replace(/\s/g, '')

/** A date alone on the last line, and a short line over it that is no sentence, are who issues and when. */
const signatureStart = (lines: readonly string[]): number => {
  const last = lines.length - 1
  if (last < 0 || !DATE.test(lines[last] ?? '')) return lines.length
  const before = lines[last - 1] ?? ''
  return before.length > 0 && before.length <= 30 && !/[。;；:：]$/.test(before) ? last - 1 : last
}

const paragraph = (text: string): OfficialParagraph => {
  if (ENCLOSED.test(text)) return { style: 'enclosed', text }
  const style = FIRST.test(text) ? 'heading-1' : SECOND.test(text) ? 'heading-2' : null
  if (style === null) return { style: 'body', text }
  const stop = text.search(/[。:：]/)
  const headingLength = stop < 0 ? text.length : stop + 1
  if (headingLength > LONGEST_HEADING) return { style: 'body', text }
  return { style, text, headingLength }
}
