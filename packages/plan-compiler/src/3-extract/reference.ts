import type { Reference } from '../plan.ts'
import { clued, matchesIn } from '../scan/clues.ts'
import type { Passage } from './passage.ts'

const titled = clued(/《[^《》\n]{2,80}》(?:\(?([\u4e00-\u9fffA-Za-z]{1,10}[([〔【][12]\d{3}[)\]〕】]\d{1,4}号)\)?)?/g)

const notDocument = /一封信|公开信|倡议书|致[\u4e00-\u9fff]{0,10}信/

/** The documents that a plan names, each once, with the number where one stands beside it. */
export const readReferences = ({ text, span }: Passage): readonly Reference[] => {
  const seen = new Map<string, Reference>()
  for (const m of matchesIn(titled, text, span.start, span.end)) {
    const title = /^《[^》]*》/.exec(m[0])?.[0]
    if (title === undefined || seen.has(title) || notDocument.test(title)) continue
    const start = span.start + m.index
    const number = m[1] ?? null
    seen.set(title, { title, number, span: { start, end: start + m[0].length } })
  }
  return [...seen.values()]
}
