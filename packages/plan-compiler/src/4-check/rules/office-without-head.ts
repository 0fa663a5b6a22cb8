import { sentenceAround } from '../places.ts'
import type { Rule } from '../rule.ts'

const hosted = /设在|设于|主任|负责人|由[^,。;]{2,20}(?:兼|负责|承担|担任)|合署|牵头/
const reach = 160

/** Every office has a head or a place. */
export const everyOfficeHasAHead: Rule = plan =>
  plan.reading.groups.flatMap(({ kind, name, leaders, location, span }) => {
    if (kind !== 'office' || leaders.length > 0 || location !== null) return []
    const { start, end } = sentenceAround(plan, span)
    const around = plan.text.slice(start, Math.min(plan.reading.span.end, Math.max(end, span.start + reach)))
    return hosted.test(around) ? [] : [{ code: 'office-without-head', params: { name }, span }]
  })
