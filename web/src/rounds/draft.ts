import type { RoundDetail, RoundProposal, RoundWritten } from '@luoshi/contract/rounds'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { homeOf } from '@luoshi/rules/round-kind'
import { allocateSample, sampleSize } from '@luoshi/rules/sampling'

/** A round as it is being written. `quotas` null: shared out from `total`; `total` null: as many as the kind usually needs. */
export type Draft = Omit<RoundWritten, 'quotas'> & {
  readonly total: number | null
  readonly quotas: Readonly<Record<string, number>> | null
}

export const emptyDraft = (unitId: string, today: PlainDate): Draft => ({
  title: '',
  kind: 'open',
  unitId,
  programmeId: null,
  dutyId: null,
  startsOn: today,
  endsOn: addDays(today, 6),
  pointTypes: [],
  withinUnitIds: [unitId],
  inspectorIds: [],
  inspectorsPerPoint: 1,
  apartRounds: 1,
  ties: [],
  total: null,
  quotas: null,
})

export const draftOfProposal = (proposal: RoundProposal, today: PlainDate): Draft => ({
  ...emptyDraft(proposal.unit.id, today),
  title: proposal.title,
  kind: proposal.kind,
  programmeId: proposal.programme.id,
  dutyId: proposal.dutyId,
  startsOn: proposal.startsOn,
  endsOn: proposal.endsOn,
  pointTypes: [...proposal.pointTypes],
  withinUnitIds: [...proposal.withinUnitIds],
})

export const draftOfRound = (round: RoundDetail): Draft => ({
  title: round.title,
  kind: round.kind,
  unitId: round.unit.id,
  programmeId: round.programme?.id ?? null,
  dutyId: round.duty?.id ?? null,
  startsOn: round.startsOn,
  endsOn: round.endsOn,
  pointTypes: [...round.pointTypes],
  withinUnitIds: round.within.map(({ id }) => id),
  inspectorIds: round.people.map(({ person }) => person.id),
  inspectorsPerPoint: round.inspectorsPerPoint,
  apartRounds: round.apartRounds,
  ties: round.ties.map(({ person, unit, reason }) => ({ personId: person.id, unitId: unit.id, reason })),
  total: null,
  quotas: Object.fromEntries(round.strata.map(({ stratum, quota }) => [stratum, quota])),
})

/** Fifteen points either way, which a week can carry; patrols and 自查 go everywhere. */
const usualMargin = 0.15

/** How many points of each stratum the draft asks for, of those there are. */
export const quotasOf = (
  { quotas, total, kind }: Pick<Draft, 'quotas' | 'total' | 'kind'>,
  sizes: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> => {
  const population = Object.values(sizes).reduce((sum, size) => sum + size, 0)
  if (quotas !== null)
    return Object.fromEntries(
      Object.entries(sizes).map(([stratum, size]) => [stratum, Math.min(size, quotas[stratum] ?? 0)]),
    )
  const usual = homeOf(kind) === 'own' ? population : sampleSize(population, usualMargin)
  return allocateSample(Math.min(population, total ?? usual), sizes)
}

export type Missing = 'title' | 'types' | 'quotas' | 'people' | 'ties'

/** What a draft still lacks to be saved, the first thing only. */
export const missingIn = (draft: Draft, quotas: Readonly<Record<string, number>>): Missing | null => {
  if (draft.title.trim().length < 2) return 'title'
  if (draft.pointTypes.length === 0) return 'types'
  if (!Object.values(quotas).some(quota => quota > 0)) return 'quotas'
  if (draft.inspectorIds.length === 0) return 'people'
  const known = new Set(draft.inspectorIds)
  return draft.ties.some(
    ({ personId, unitId, reason }) => !known.has(personId) || unitId === '' || reason.trim().length < 2,
  )
    ? 'ties'
    : null
}
