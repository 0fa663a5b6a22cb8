import type { Span } from '@luoshi/plan-compiler/plan'

/** How a paragraph of an official document is set (GB/T 9704). */
export type Form = 'title' | 'number' | 'addressee' | 'h1' | 'h2' | 'h3' | 'h4' | 'body' | 'signature' | 'table'

/** `headEnd` is where the words set as a heading end; a heading may run on into its text. Equal to `start` where there is none. */
export type Paragraph = Span & { readonly form: Form; readonly headEnd: number }

/** Cuts a plan into paragraphs and says how each is set. Empty lines fall away. */
export const paragraphsOf = (text: string, span: Span, title: string): readonly Paragraph[] => {
  const lines = linesOf(text, span)
  const titles = titleLines(text, lines, title)
  const signatureFrom = signatureStart(text, lines)
  return lines.map((line, index) => {
    const words = text.slice(line.start, line.end)
    if (index < titles) return { ...line, form: 'title', headEnd: line.end }
    if (index >= signatureFrom) return { ...line, form: 'signature', headEnd: line.start }
    if (index <= titles + 1 && numberPattern.test(words)) return { ...line, form: 'number', headEnd: line.start }
    if (index <= titles + 1 && addresseePattern.test(words)) return { ...line, form: 'addressee', headEnd: line.start }
    return { ...line, ...formOf(words, line) }
  })
}

/** The paragraph a place in the text belongs to, or the nearest one before it. */
export const paragraphAt = (paragraphs: readonly Paragraph[], offset: number): number => {
  let [low, high] = [0, paragraphs.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const numberPattern =
  /^[^\s。，,；;]{1,12}[〔[(（]\s*(?:\d{4}|[〇零一二三四五六七八九xX*_]{2,4})\s*[〕\])）]\s*\d{0,4}\s*号$/u
const addresseePattern = /^[^。！？!?]{2,80}[：:]$/u
const datePattern = /^(?:\d{4}|[二〇○零一三四五六七八九]{4}|[2x*_-]{2,4})\s*年\s*.{1,4}月.{0,4}日?$/u

const linesOf = (text: string, { start, end }: Span): readonly Span[] => {
  const lines: Span[] = []
  let from = start
  while (from < end) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 || newline > end ? end : newline
    const line = trimmed(text, from, to)
    if (line.start < line.end) lines.push(line)
    from = to + 1
  }
  return lines
}

const blank = /[\s\u3000\ufeff]/u

const trimmed = (text: string, from: number, to: number): Span => {
  let [start, end] = [from, to]
  while (start < end && blank.test(text.charAt(start))) start++
  while (end > start && blank.test(text.charAt(end - 1))) end--
  return { start, end }
}

const bare = (text: string): string => text.replace(/[\s\u3000《》"“”]/gu, '')

/** How many lines at the top are the title: those that together say it, or one short line that ends like no sentence. */
const titleLines = (text: string, lines: readonly Span[], title: string): number => {
  const wanted = bare(title)
  let said = ''
  for (const [index, line] of lines.slice(0, 4).entries()) {
    said += bare(text.slice(line.start, line.end))
    if (wanted !== '' && said.endsWith(wanted)) return index + 1
  }
  const first = lines[0]
  if (!first || first.end - first.start > 50) return 0
  return /[。；;：:！!]$/u.test(text.slice(first.start, first.end)) || marker(text.slice(first.start, first.end))
    ? 0
    : 1
}

/** A date at the very end, with the short line of the issuer before it. */
const signatureStart = (text: string, lines: readonly Span[]): number => {
  const last = lines.at(-1)
  if (!last || !datePattern.test(text.slice(last.start, last.end))) return lines.length
  const before = lines.at(-2)
  const issued = before && before.end - before.start <= 24 && !/[。；;：:]$/u.test(text.slice(before.start, before.end))
  return issued && lines.length > 3 ? lines.length - 2 : lines.length - 1
}

const markers: readonly { readonly form: Form; readonly pattern: RegExp }[] = [
  { form: 'h1', pattern: /^(?:第[一二三四五六七八九十百]{1,4}[章部]分?|[一二三四五六七八九十]{1,3}、)/u },
  { form: 'h2', pattern: /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}(?:阶段|步|条))/u },
  { form: 'h3', pattern: /^\d{1,2}(?:[、.．](?!\d)|\s)/u },
  { form: 'h4', pattern: /^(?:[（(]\d{1,2}[）)]|[①-⑳]|\d{1,2}[）)])/u },
]

const marker = (words: string): Form | null => markers.find(({ pattern }) => pattern.test(words))?.form ?? null

const headLimit = 42

/** A heading is a marked line that ends without a full stop, or the first clause of one that runs on. */
const formOf = (words: string, { start, end }: Span): { readonly form: Form; readonly headEnd: number } => {
  if (words.includes('\t') || /^\|.*\|$/u.test(words)) return { form: 'table', headEnd: start }
  const form = marker(words)
  if (!form) return { form: 'body', headEnd: start }
  const stop = words.search(/[。：:！!]/u)
  if (stop === -1) return words.length <= headLimit ? { form, headEnd: end } : { form, headEnd: start }
  if (stop > headLimit) return { form, headEnd: start }
  const runsOn = '。！!'.includes(words.charAt(stop)) || stop === words.length - 1
  return { form, headEnd: runsOn ? start + stop + 1 : form === 'h1' ? end : start + stop }
}
