import type { Carried } from '@luoshi/contract/field'
import type { Bytes, LocalVisit, OutboxEntry } from './outbox-store.ts'
import { keeping, type Phone } from './phone.ts'
import { learnError, observeStamp } from './phone-clock.ts'
import { mergeVisits, settled, type VisitState } from './visit-state.ts'
import { isBlank } from './write-visit.ts'

export type CarriedHere = Pick<Carried, 'now' | 'visits'> & { readonly askedMs: number }

/**
 * Brings together what the server knows of the person's visits and what this phone knows; learns the clock's error. Of visits
 * long finished that the server no longer carries, only what was not sent stays.
 */
export const takeCarried = <B extends Bytes>(phone: Phone<B>, { now, visits, askedMs }: CarriedHere) =>
  keeping(phone, async (tables, clock) => {
    const told = { serverMs: Date.parse(now), askedMs, heardMs: phone.now() }
    const seen = visits.flatMap(({ noteStamp, observations }) => [noteStamp, ...observations.map(({ stamp }) => stamp)])
    await tables.put('clock', seen.reduce(observeStamp, learnError(clock, told)))
    for (const visit of visits)
      await tables.put('visits', joined(await tables.get('visits', visit.id), visit, phone.personId))
    const carried = new Set(visits.map(({ id }) => id))
    const unsent = new Set((await tables.list('entries')).flatMap(visitOf))
    for (const { id, personId, visit } of await tables.list('visits'))
      if (personId === phone.personId && visit.finishedAt !== null && !carried.has(id) && !unsent.has(id))
        await tables.drop('visits', id)
  })

/** Of a visit that was only begun here nobody was told: it is what the server says. */
const joined = (known: LocalVisit | undefined, visit: VisitState, personId: string): LocalVisit =>
  known
    ? { ...known, visit: isBlank(known.visit) ? settled(visit) : mergeVisits(known.visit, visit) }
    : { id: visit.id, personId, visit: settled(visit), drafts: {} }

const visitOf = ({ entry }: OutboxEntry): readonly string[] => (entry.kind === 'visit' ? [entry.visit.id] : [])
