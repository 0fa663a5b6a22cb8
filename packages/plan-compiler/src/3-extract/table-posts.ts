import { namesIn } from '../vocabulary/party.ts'
import type { Appointment, Post } from './group-people.ts'
import type { Passage } from './passage.ts'
import { cellsOf } from './table.ts'

const posts: readonly (readonly [Post, RegExp])[] = [
  ['leader', /^(?:第一|执行|常务)?(?:组\s*长|总指挥|指挥长|召集人)$/],
  ['deputy', /^(?:常务|第一)?副\s*(?:组\s*长|总指挥|指挥长|召集人)$/],
  ['member', /^(?:成\s*员(?:单位)?|组\s*员)$/],
]

/** Rows of a table of people: a post in the first column, or after the number of the row, and who holds it in the next. */
export const tablePosts = (passage: Passage): readonly Appointment[] => {
  const found: Appointment[] = []
  for (const line of passage.lines) {
    if (line.kind !== 'table') continue
    const cells = cellsOf(passage.text, line)
    const column = /^\d{1,3}$/.test(cells[0]?.text ?? '') ? 1 : 0
    const [called, who] = [cells[column], cells[column + 1]]
    const post = posts.find(([, shape]) => shape.test(called?.text ?? ''))?.[0]
    const names = post && who ? namesIn(who.text) : []
    if (post && called && who && names.length > 0)
      found.push({ post, names, at: called.start, end: who.end, ofOffice: false })
  }
  return found
}
