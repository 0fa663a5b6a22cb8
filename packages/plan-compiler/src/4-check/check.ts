import type { Line } from '../2-outline/lines.ts'
import type { Diagnostic, Reading } from '../plan.ts'
import { type CheckedSource, checkedPlan } from './checked-plan.ts'
import { inWords } from './in-words.ts'
import type { Finding } from './rule.ts'
import { rules } from './rules.ts'
import { settle } from './settle.ts'

/** Everything that does not add up in one plan, in the order of the text. `lines` are those that it was read from. */
export const check = (reading: Reading, lines: readonly Line[], source: CheckedSource): Diagnostic[] => {
  const plan = checkedPlan(reading, lines, source)
  const findings: Finding[] = []
  for (const rule of rules) for (const finding of rule(plan)) findings.push(finding)
  return settle(plan, findings).map(finding => inWords(finding, source.language))
}
