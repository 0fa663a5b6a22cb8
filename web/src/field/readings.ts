import type { LocalVisit } from '@luoshi/sync/outbox-store'
import type {
  Baggage,
  KeptCase,
  KeptOccurrence,
  KeptPoint,
  KeptRound,
  KeptStandard,
  LastSeen,
} from '../offline/field-database.ts'
import { rightTime } from '../offline/phone-time.ts'
import { useLive } from '../offline/use-live.ts'
import { useField } from './field-context.tsx'
import { isSeenWhole } from './point-rows.ts'
import { type TodayLists, todayLists } from './today-lists.ts'

/** What the pages read from the phone's store; each is drawn again when it changes. */
export const useBaggage = (): Baggage | undefined => {
  const { carried } = useField()
  return useLive('baggage', () => carried.baggage.get('baggage'))
}

export const useRounds = (): readonly KeptRound[] | undefined => {
  const { carried } = useField()
  return useLive('rounds', () => carried.rounds.toArray())
}

/** Undefined while it is asked, null where there is none. */
export const useRound = (id: string): KeptRound | null | undefined => {
  const { carried } = useField()
  return useLive(`round ${id}`, async () => (await carried.rounds.get(id)) ?? null)
}

export const usePoints = (): readonly KeptPoint[] | undefined => {
  const { carried } = useField()
  return useLive('points', () => carried.points.toArray())
}

export const usePoint = (id: string): KeptPoint | null | undefined => {
  const { carried } = useField()
  return useLive(`point ${id}`, async () => (await carried.points.get(id)) ?? null)
}

export const useLastSeen = (pointId: string): LastSeen['last'] | undefined => {
  const { carried } = useField()
  return useLive(`last ${pointId}`, async () => (await carried.lastSeen.get(pointId))?.last ?? [])
}

export const useStandard = (versionId: string): KeptStandard | null | undefined => {
  const { carried } = useField()
  return useLive(`standard ${versionId}`, async () => (await carried.standards.get(versionId)) ?? null)
}

export const useStandards = (): readonly KeptStandard[] | undefined => {
  const { carried } = useField()
  return useLive('standards', () => carried.standards.toArray())
}

export const useOccurrence = (id: string): KeptOccurrence | null | undefined => {
  const { carried } = useField()
  return useLive(`occurrence ${id}`, async () => (await carried.occurrences.get(id)) ?? null)
}

export const useCase = (id: string): KeptCase | null | undefined => {
  const { carried } = useField()
  return useLive(`case ${id}`, async () => (await carried.cases.get(id)) ?? null)
}

/** The person's own visits, by id. */
export const useVisits = (): ReadonlyMap<string, LocalVisit> | undefined => {
  const { outbox, person } = useField()
  return useLive(`visits ${person.id}`, async () => {
    const rows = await outbox.visits.toArray()
    return new Map(rows.filter(({ personId }) => personId === person.id).map(row => [row.id, row]))
  })
}

export const useVisit = (id: string): LocalVisit | null | undefined => {
  const { outbox, person } = useField()
  return useLive(`visit ${person.id} ${id}`, async () => {
    const row = await outbox.visits.get(id)
    return row?.personId === person.id ? row : null
  })
}

/** What was recorded on this phone and has not come back from the server as done. */
export const useToday = (): TodayLists | undefined => {
  const { carried, outbox, person } = useField()
  return useLive(`today ${person.id}`, async () => {
    const entries = await outbox.entries.toArray()
    const doneHere = new Set(
      entries.flatMap(({ personId, phase, entry }) => {
        if (personId !== person.id || phase === 'kept' || phase === 'refused') return []
        if (entry.kind === 'occurrence') return [entry.occurrence.id]
        return entry.kind === 'case-step' && entry.step.step !== 'start' ? [entry.step.caseId] : []
      }),
    )
    const now = rightTime(await outbox.clock.get('clock'))
    return todayLists(await carried.occurrences.toArray(), await carried.cases.toArray(), doneHere, now)
  })
}

/** Points that rounds gave one, how many of them are left, and how many there are besides for a patrol. */
export const useRoundsLeft = (): { readonly all: number; readonly left: number; readonly own: number } | undefined => {
  const rounds = useRounds()
  const visits = useVisits()
  const { carried } = useField()
  const carriedPoints = useLive('count points', () => carried.points.count())
  if (rounds === undefined || visits === undefined || carriedPoints === undefined) return undefined
  const points = rounds.flatMap(round => round.points)
  const left = points.filter(drawn => !isSeenWhole(drawn, visits.get(drawn.visitId)))
  const drawn = new Set(points.map(({ pointId }) => pointId))
  return { all: points.length, left: left.length, own: Math.max(0, carriedPoints - drawn.size) }
}
