import type { Span } from '../../plan.ts'
import { abbreviationsThatVary } from '../names/abbreviations.ts'
import { bodiesThatVary } from '../names/bodies.ts'
import { honoursThatVary } from '../names/honours.ts'
import { postsThatVary } from '../names/posts.ts'
import { quotedNamesThatVary } from '../names/quoted.ts'
import { quote, touches } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

/** A name in the document's own characters, where its place holds nothing besides. */
const asWritten = (plan: CheckedPlan, name: string, at: Span): string =>
  at.end - at.start === name.length ? quote(plan, at) : name

/** One thing has one name. */
export const oneThingHasOneName: Rule = plan => {
  const all = [quotedNamesThatVary, bodiesThatVary, postsThatVary, abbreviationsThatVary, honoursThatVary].flatMap(
    look => look(plan),
  )
  const found: Finding[] = []
  for (const { name, other, at, related } of all) {
    if (found.some(({ span }) => touches(span, at))) continue
    const params = { name: asWritten(plan, name, related), other: asWritten(plan, other, at) }
    found.push({ code: 'name-varies', params, span: at, related: [related] })
  }
  return found
}
