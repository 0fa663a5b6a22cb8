import { abbreviationsThatVary } from '../names/abbreviations.ts'
import { bodiesThatVary } from '../names/bodies.ts'
import { honoursThatVary } from '../names/honours.ts'
import { postsThatVary } from '../names/posts.ts'
import { quotedNamesThatVary } from '../names/quoted.ts'
import { touches } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'

/** One thing has one name. */
export const oneThingHasOneName: Rule = plan => {
  const all = [quotedNamesThatVary, bodiesThatVary, postsThatVary, abbreviationsThatVary, honoursThatVary].flatMap(
    look => look(plan),
  )
  const found: Finding[] = []
  for (const { name, other, at, related } of all) {
    if (found.some(({ span }) => touches(span, at))) continue
    found.push({ code: 'name-varies', params: { name, other }, span: at, related: [related] })
  }
  return found
}
