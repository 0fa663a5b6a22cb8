import type { VisitState } from './visit-ground.ts'

const longAgoMs = 366 * 86_400_000

export type Clamped = { readonly visit: VisitState; readonly given: readonly string[] }

/** A moment that can be: nothing was seen after it arrived, nor more than a year before; such is put at its arrival. */
export const believable = (moment: string, now: Date): string => {
  const at = Date.parse(moment)
  const arrived = now.getTime()
  return new Date(at > arrived || at < arrived - longAgoMs ? arrived : at).toISOString()
}

/** The visit with moments that can be, in one notation; and those that were given instead. */
export const clampMoments = (visit: VisitState, now: Date): Clamped => {
  const given: string[] = []
  const put = (moment: string): string => {
    const can = believable(moment, now)
    if (Date.parse(can) !== Date.parse(moment)) given.push(moment)
    return can
  }
  return {
    visit: {
      ...visit,
      startedAt: put(visit.startedAt),
      finishedAt: visit.finishedAt === null ? null : put(visit.finishedAt),
      observations: visit.observations.map(seen => ({ ...seen, seenAt: put(seen.seenAt) })),
    },
    given,
  }
}
