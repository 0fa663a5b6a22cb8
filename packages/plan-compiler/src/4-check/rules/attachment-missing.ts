import { clued } from '../../scan/clues.ts'
import { hanValue } from '../../vocabulary/numerals.ts'
import { hitsOf, quote } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const mentioned = clued(
  /(?:见|按照?|参照|填写|填报|依照|附)[^。;,\n]{0,8}(附件(\d{1,2}|[一二三四五六七八九十]{1,2})?)/g,
)
const heading = /^附件?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[:.、\s]?/
const numbered = /^附件?[:.、\s]?(\d{1,2}|[一二三四五六七八九十]{1,2})(?![月日年])/
/** `附件:` with the attachments listed below it. */
const listHead = /^附件?[:.]/
const listed = /^\(?(\d{1,2})[.、)]/

const numberOf = (words: string | undefined): number | null =>
  words === undefined ? null : /\d/.test(words) ? Number(words) : hanValue(words)

/** The numbers of the attachments that the plan names in lines of their own; empty numbers are of those that have none. */
const announced = ({ text, lines }: CheckedPlan): ReadonlySet<number | null> => {
  const found = new Set<number | null>()
  let below = false
  for (const line of lines) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 40))
    if (heading.test(words) && words.startsWith('附')) {
      found.add(numberOf(numbered.exec(words)?.[1]))
      const first = /^附件?[:.]\s*(\d{1,2})[.、]/.exec(words)?.[1]
      if (first) found.add(Number(first))
      below = listHead.test(words)
    } else if (below && listed.test(words)) found.add(Number(listed.exec(words)?.[1]))
    else below = false
  }
  return found
}

/** An attachment that is referred to is there. */
export const everyAttachmentIsThere: Rule = plan => {
  const hits = hitsOf(plan, mentioned)
  if (hits.length === 0) return []
  const there = announced(plan)
  const told = new Set<number | null>()
  return hits.flatMap(({ match, end }) => {
    const number = numberOf(match[2])
    if (there.has(number) || (number === null && there.size > 0) || told.has(number)) return []
    if (number === 1 && there.has(null)) return []
    told.add(number)
    const span = { start: end - (match[1] ?? '').length, end }
    const finding = { code: 'attachment-missing', params: { attachment: quote(plan, span) }, span } as const
    // A text that was pasted without any of its attachments has not lost this one in particular.
    return [there.size > 0 ? finding : { ...finding, severity: 'info' as const }]
  })
}
