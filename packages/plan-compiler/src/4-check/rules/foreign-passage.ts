import { alienInstitutions } from '../foreign/institutions.ts'
import { alienLevels } from '../foreign/levels.ts'
import { ownOf } from '../foreign/own.ts'
import { alienPlaces } from '../foreign/places-named.ts'
import { alienTrades } from '../foreign/trades.ts'
import { quote } from '../places.ts'
import type { Rule } from '../rule.ts'

/** Every passage is the plan's own. */
export const everyPassageIsThePlansOwn: Rule = plan => {
  const own = ownOf(plan)
  if (!own) return []
  return [alienLevels, alienInstitutions, alienTrades, alienPlaces].flatMap(look =>
    look(plan, own).map(span => ({
      code: 'foreign-passage' as const,
      params: { words: quote(plan, span), own: own.name },
      span,
    })),
  )
}
