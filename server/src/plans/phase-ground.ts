import type { Section, Span } from '@luoshi/plan-compiler/plan'
import type { PlainDate } from '@luoshi/rules/plain-date'

export type PlannedPhase = {
  readonly itemId: string
  readonly ordinal: number
  readonly name: string
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
}

export type PhaseGround = PlannedPhase & { readonly span: Span | null }

/** The phase an item belongs to: the one whose words enclose it, or under whose heading it stands. */
export const phaseOf = (
  span: Span | null,
  phases: readonly PhaseGround[],
  outline: readonly Section[],
): PhaseGround | null => {
  if (!span) return null
  const enclosing = phases.find(phase => phase.span && encloses(phase.span, span))
  if (enclosing) return enclosing
  return (
    phases.find(phase => {
      const ground = phase.span && groundOf(phase.span, phases, outline)
      return ground && encloses(ground, span)
    }) ?? null
  )
}

const encloses = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The widest section that holds this phase and no other; null where a phase has no section of its own. */
const groundOf = (phase: Span, phases: readonly PhaseGround[], outline: readonly Section[]): Span | null => {
  const section = outline.find(({ span }) => span.start <= phase.start && phase.start < span.end)
  if (!section) return null
  const others = phases.filter(({ span }) => span && span.start !== phase.start)
  const isAlone = !others.some(({ span }) => span && section.span.start <= span.start && span.start < section.span.end)
  return isAlone && others.length > 0 ? section.span : groundOf(phase, phases, section.children)
}
