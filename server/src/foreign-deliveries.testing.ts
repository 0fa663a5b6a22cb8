import type { EntryWritten } from '@luoshi/contract/field'
import { at, phoneA, seen, stampAt, type VisitState } from './field/field.testing.ts'
import type { Things } from './foreign-ids.testing.ts'
import type { TestHouse } from './house.testing.ts'

type Home = { readonly unitId: string; readonly pointId: string }

/** Entries of a phone that each name something which is not the writer's, by what they name. */
export const foreignEntries = (
  house: TestHouse,
  things: Things,
  home: Home,
): readonly (readonly [string, EntryWritten])[] => {
  const head = () => ({ id: house.house.ids.next(), deviceId: phoneA, writtenAt: at(5) })
  const visit = (more: Partial<VisitState>): EntryWritten => ({
    ...head(),
    ...{ kind: 'visit', visit: { ...things.visit, noteStamp: stampAt(50), note: '外来', observations: [], ...more } },
  })
  const failing = things.visit.observations.map(({ criterionId }) => seen(criterionId, 'conforms', 50))
  const finding = (more: Partial<Extract<EntryWritten, { kind: 'finding' }>['finding']>): EntryWritten => ({
    ...{ ...head(), kind: 'finding' },
    finding: {
      ...{ id: house.house.ids.next(), text: '外来的发现', categoryId: null, severity: null, pointId: null },
      ...{ place: '', position: null, unitId: home.unitId, foundAt: at(5), photos: [house.house.ids.next()], ...more },
    },
  })
  const step = (caseId: string, kind: 'accept' | 'start' | 'submit' | 'recheck'): EntryWritten => ({
    ...{ ...head(), kind: 'case-step' },
    step: {
      ...{ caseId, step: kind, passed: kind === 'recheck' ? true : null, note: '外来', doneAt: at(5) },
      photos: [house.house.ids.next()],
    },
  })
  const { assigned, submitted } = things.cases
  const free = { id: house.house.ids.next(), roundId: null }
  return [
    ['the visit of another', visit({ observations: failing })],
    ['the visit of another, as a patrol at one’s own point', visit({ roundId: null, pointId: home.pointId })],
    ['the point of another', visit(free)],
    ['the round of others', visit({ id: free.id, pointId: home.pointId })],
    ['the unit of others', finding({ unitId: things.point.unit.id })],
    ['the point of others', finding({ unitId: null, pointId: things.point.id })],
    ['the case of others, as a finding of one’s own', finding({ id: assigned.id })],
    ['a step of their case, as a finding of one’s own', finding({ id: submitted.events[0]?.id ?? '' })],
    [
      'the duty of others',
      {
        ...{ ...head(), kind: 'occurrence' },
        occurrence: { id: things.occurrence.id, note: '外来', doneAt: at(5), photos: [house.house.ids.next()] },
      },
    ],
    ['the case of others, accepted', step(assigned.id, 'accept')],
    ['the case of others, begun', step(assigned.id, 'start')],
    ['the case of others, mended', step(assigned.id, 'submit')],
    ['the case of others, rechecked', step(submitted.id, 'recheck')],
  ]
}
