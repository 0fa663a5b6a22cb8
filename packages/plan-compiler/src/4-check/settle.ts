import type { Span } from '../plan.ts'
import type { DiagnosticCode } from './codes.ts'
import { clauseAround, sentenceAround } from './places.ts'
import type { CheckedPlan, Finding } from './rule.ts'

/** Damage, worst first, and how much around it cannot be trusted: the rest is left alone there. */
const damages: readonly { readonly code: DiagnosticCode; readonly around: typeof sentenceAround }[] = [
  { code: 'text-damaged', around: sentenceAround },
  { code: 'date-garbled', around: sentenceAround },
  { code: 'placeholder-left', around: clauseAround },
  { code: 'heading-cut', around: sentenceAround },
]

const rankOf = (code: DiagnosticCode): number => {
  const rank = damages.findIndex(damage => damage.code === code)
  return rank < 0 ? damages.length : rank
}

type Damaged = { readonly place: Span; readonly rank: number }

/** Every place that is damaged, in the order of the text. */
const damagedPlaces = (plan: CheckedPlan, findings: readonly Finding[]): readonly Damaged[] =>
  findings
    .flatMap(({ code, span, related = [] }) => {
      const rank = rankOf(code)
      const around = damages[rank]?.around
      return around ? [span, ...related].map(at => ({ place: around(plan, at), rank })) : []
    })
    .sort((a, b) => a.place.start - b.place.start)

/** Findings, in the order of the text, without those at a place that worse has been said of. */
const withoutDamaged = (findings: readonly Finding[], damaged: readonly Damaged[]): readonly Finding[] => {
  let i = 0
  return findings.filter(({ code, span }) => {
    const rank = rankOf(code)
    while (i < damaged.length && (damaged[i]?.place.end ?? 0) <= span.start) i++
    for (let j = i; j < damaged.length; j++) {
      const damage = damaged[j]
      if (!damage || damage.place.start >= span.end) return true
      if (damage.rank < rank) return false
    }
    return true
  })
}

const inOrder = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end

/** Puts findings in the order of the text; a damaged place is reported once and then left alone. */
export const settle = (plan: CheckedPlan, findings: readonly Finding[]): readonly Finding[] => {
  const sorted = [...findings].sort(inOrder)
  return withoutDamaged(sorted, damagedPlaces(plan, sorted))
}
