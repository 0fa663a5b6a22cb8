import { clued } from '../../scan/clues.ts'
import { hitsOf } from '../places.ts'
import type { ForeignLook } from './own.ts'

/** How an institution speaks of itself. */
const itself = clued(
  /(?:我|本)(?:局|校|院|司|公司|厂|处)(?!长|级|内|理)|(?<![^,。;:\n、])(?:局|处|校|院|司)(?:领导班子|党委|党组|党支部|党总支|班子成员|机关各)|(?<=对)(?:局|处|校)(?:精神文明|机关|领导)/g,
)

/** A town or a community that speaks of itself as of an office, a school or a company. */
export const alienInstitutions: ForeignLook = (plan, own) => {
  if (own.institution) return []
  const hits = hitsOf(plan, itself)
  // One that does so all along is simply that institution.
  return hits.length > 0 && hits.length <= 3 ? hits.map(({ start, end }) => ({ start, end })) : []
}
