import type { Diagnostic, Reading } from '../plan.ts'
import { type CheckedSource, checkedPlan } from './checked-plan.ts'
import { inWords } from './in-words.ts'
import { rules } from './rules.ts'
import { settle } from './settle.ts'

/** Everything that does not add up in one plan, in the order of the text. */
export const check = (reading: Reading, source: CheckedSource): Diagnostic[] => {
  const plan = checkedPlan(reading, source)
  const findings = rules.flatMap(rule => rule(plan))
  return settle(plan, findings).map(finding => inWords(finding, source.language))
}
