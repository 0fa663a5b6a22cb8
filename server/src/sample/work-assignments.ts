import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { applyEvent, withEvidence } from '../assignments/apply-event.ts'
import type { Context, Signed } from '../context.ts'
import { attachPicture } from './attach-picture.ts'
import type { Crew } from './crew.ts'
import type { Picture } from './pictures.ts'
import { progressNotes, returnReasons, submitNotes } from './sample-words.ts'

export type Act = (who: Signed) => Context

export type Workday = {
  readonly day: PlainDate
  readonly crew: Crew
  readonly pictures: readonly Picture[]
  /** When each assignment will be handed in, made up the first time it is met. */
  readonly intended: Map<string, PlainDate>
}

type Open = {
  readonly id: string
  readonly unit_id: string
  readonly state: string
  readonly version: number
  readonly progress: number
  readonly due_on: PlainDate | null
  readonly submitted_at: Date | null
}

/** A day's work of the units on their assignments. */
export const workOnAssignments = async (as: Act, workday: Workday): Promise<void> => {
  const rows = await openAssignments(as(workday.crew.offices[0] as Signed), [
    'assigned',
    'accepted',
    'in-progress',
    'returned',
  ])
  for (const row of rows) {
    const [person] = workday.crew.of(row.unit_id).toReversed()
    if (person) await workOn(as(person), row, workday)
  }
}

const workOn = async (context: Context, row: Open, { day, crew, pictures, intended }: Workday): Promise<void> => {
  const { chance } = crew
  const { id, version, unit_id } = row
  const by = context.actor.personId
  const submitOn = intended.get(id) ?? intention(row, day, crew)
  intended.set(id, submitOn)
  if (day >= submitOn) {
    const isShown = pictures.length > 0 && chance.happens(0.3)
    const evidenceIds = isShown
      ? [await attachPicture(context, chance.pick(pictures), unit_id, { kind: 'assignment', id })]
      : []
    const note = chance.pick(submitNotes)
    await applyEvent(context, { id, version, note }, { kind: 'submit', by }, withEvidence(context, note, evidenceIds))
  } else if (row.state === 'assigned') {
    if (chance.happens(0.35)) await applyEvent(context, { id, version }, { kind: 'accept', by })
  } else if (row.progress < 80 && chance.happens(0.07)) {
    const progress = Math.min(90, row.progress + 10 * chance.between(2, 5))
    const note = chance.pick(progressNotes)
    await applyEvent(context, { id, version, note }, { kind: 'progress', by, progress })
  }
}

const intention = ({ unit_id, due_on }: Open, day: PlainDate, { chance, diligence, leavesOpen }: Crew): PlainDate => {
  if (due_on !== null && leavesOpen(unit_id, due_on)) return '9999-12-31'
  if (due_on === null) return addDays(day, chance.between(10, 90))
  if (chance.happens(diligence(unit_id))) return addDays(due_on, -Math.floor(chance.next() ** 2 * 9))
  return addDays(due_on, chance.between(3, 24))
}

/** The office looks at what was handed in before today. */
export const decide = async (as: Act, { crew, day, intended }: Workday): Promise<void> => {
  const { chance, offices } = crew
  const rows = await openAssignments(as(offices[0] as Signed), ['submitted'])
  const morning = new Date(`${day}T00:00:00+08:00`)
  for (const { id, version, submitted_at } of rows) {
    if (submitted_at === null || submitted_at >= morning || !chance.happens(0.6)) continue
    const context = as(chance.pick(offices))
    const by = context.actor.personId
    if (chance.happens(0.13)) {
      const reason = chance.pick(returnReasons)
      await applyEvent(context, { id, version, note: reason }, { kind: 'return', by, reason })
      intended.set(id, addDays(day, chance.between(1, 4)))
    } else {
      await applyEvent(context, { id, version }, { kind: 'confirm', by })
    }
  }
}

const openAssignments = ({ db, actor }: Context, states: readonly string[]): Promise<readonly Open[]> =>
  db
    .selectFrom('assignments')
    .where('tenant_id', '=', actor.tenantId)
    .where('state', 'in', [...states])
    .orderBy('id')
    .select(['id', 'unit_id', 'state', 'version', 'progress', 'due_on', 'submitted_at'])
    .execute()
