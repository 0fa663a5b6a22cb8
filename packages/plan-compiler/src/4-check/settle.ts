import type { Span } from '../plan.ts'
import type { DiagnosticCode } from './codes.ts'
import { sentenceAround } from './places.ts'
import type { CheckedPlan, Finding } from './rule.ts'

/** Damage, worst first: what it says about a sentence is all that is said about it. */
const damage: readonly DiagnosticCode[] = [
  'text-damaged',
  'date-garbled',
  'placeholder-left',
  'year-missing',
  'heading-cut',
]

const rankOf = (code: DiagnosticCode): number => {
  const rank = damage.indexOf(code)
  return rank < 0 ? damage.length : rank
}

type Ranked = {
  readonly finding: Finding
  readonly sentence: Span
  /** Where the same damage stands again. */
  readonly others: readonly Span[]
  readonly rank: number
}

const inOrder = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end

/** True where a worse damage has been reported in the same sentence. Both lists are in the order of the text. */
const leftAlone = (ranked: readonly Ranked[]): ReadonlySet<Finding> => {
  const alone = new Set<Finding>()
  const damaged = ranked
    .filter(r => r.rank < damage.length)
    .flatMap(r => [r.sentence, ...r.others].map(sentence => ({ sentence, rank: r.rank })))
    .sort((a, b) => a.sentence.start - b.sentence.start)
  let i = 0
  for (const r of ranked) {
    while (i < damaged.length && (damaged[i]?.sentence.end ?? 0) <= r.finding.span.start) i++
    for (let j = i; j < damaged.length; j++) {
      const d = damaged[j]
      if (!d || d.sentence.start >= r.finding.span.end) break
      if (d.rank < r.rank) alone.add(r.finding)
    }
  }
  return alone
}

/** Puts findings in the order of the text; a damaged sentence is reported once and then left alone. */
export const settle = (plan: CheckedPlan, findings: readonly Finding[]): readonly Finding[] => {
  const ranked = [...findings].sort(inOrder).map(finding => {
    const rank = rankOf(finding.code)
    const related = rank < damage.length ? (finding.related ?? []) : []
    return {
      finding,
      sentence: sentenceAround(plan, finding.span),
      others: related.map(span => sentenceAround(plan, span)),
      rank,
    }
  })
  const alone = leftAlone(ranked)
  return ranked.flatMap(({ finding }) => (alone.has(finding) ? [] : [finding]))
}
