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

const ranks = new Map(damages.map(({ code }, rank) => [code, rank]))
const rankOf = (code: DiagnosticCode): number => ranks.get(code) ?? damages.length

type Damaged = { readonly place: Span; readonly rank: number }

/** Every place that is damaged, in the order of the text. */
const damagedPlaces = (plan: CheckedPlan, findings: readonly Finding[]): readonly Damaged[] => {
  const damaged: Damaged[] = []
  for (const { code, span, related = [] } of findings) {
    const rank = rankOf(code)
    const around = damages[rank]?.around
    if (around) for (const at of [span, ...related]) damaged.push({ place: around(plan, at), rank })
  }
  return damaged.sort((a, b) => a.place.start - b.place.start)
}

/** Findings, in the order of the text, without those at a place that worse has been said of. */
const withoutDamaged = (findings: readonly Finding[], damaged: readonly Damaged[]): readonly Finding[] => {
  if (damaged.length === 0) return findings
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
