import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { daysBetween } from '@luoshi/rules/plain-date'

type Phase = ProgrammeOverview['phases'][number]
type Milestone = ProgrammeOverview['milestones'][number]

export type Strip = {
  /** `share` is how much of the strip a phase takes against the others. */
  readonly phases: readonly (Phase & { readonly share: number; readonly time: 'past' | 'now' | 'ahead' })[]
  /** How far along the strip, 0 to 1; null before it begins and after it ends. */
  readonly today: number | null
  readonly milestones: readonly (Milestone & { readonly at: number })[]
}

const leastShare = 12

/**
 * Phases side by side, each as wide as it is long but never too narrow to read; a day is placed within the phase that
 * holds it, so that it stands right even where phases overlap or leave days out.
 */
export const stripOf = (phases: readonly Phase[], milestones: readonly Milestone[], today: string): Strip => {
  const shares = phases.map(phase => Math.max(leastShare, lengthOf(phase)))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const placeOf = (day: string): number | null => {
    let before = 0
    for (const [index, phase] of phases.entries()) {
      const share = shares[index] ?? 0
      const within = shareWithin(phase, day)
      if (within !== null) return (before + within * share) / total
      before += share
    }
    return null
  }
  return {
    phases: phases.map((phase, index) => ({
      ...phase,
      share: shares[index] ?? leastShare,
      time: timeOf(phase, today),
    })),
    today: placeOf(today),
    milestones: milestones.flatMap(milestone => {
      const at = placeOf(milestone.on)
      return at === null ? [] : [{ ...milestone, at }]
    }),
  }
}

const lengthOf = ({ startsOn, endsOn }: Phase): number => (startsOn && endsOn ? daysBetween(startsOn, endsOn) + 1 : 0)

const shareWithin = ({ startsOn, endsOn }: Phase, day: string): number | null => {
  if (!startsOn || !endsOn || day < startsOn || day > endsOn) return null
  return (daysBetween(startsOn, day) + 0.5) / (daysBetween(startsOn, endsOn) + 1)
}

const timeOf = ({ startsOn, endsOn }: Phase, today: string): 'past' | 'now' | 'ahead' => {
  if (endsOn && today > endsOn) return 'past'
  if (startsOn && today < startsOn) return 'ahead'
  return startsOn || endsOn ? 'now' : 'ahead'
}
