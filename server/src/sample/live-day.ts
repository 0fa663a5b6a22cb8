import type { PlainDate } from '@luoshi/rules/plain-date'
import { isWorkingDay, nationalCalendar } from '@luoshi/rules/working-calendar'
import { markMissed } from '../duties/mark-missed.ts'
import type { SampleWorld } from './sample-world.ts'
import { decide, type Workday, workOnAssignments } from './work-assignments.ts'
import { workOnDuties } from './work-duties.ts'

/** One day: the office decides in the morning, what was left undone is missed, the units work in the afternoon. */
export const liveDay = async (world: SampleWorld, workday: Workday): Promise<void> => {
  const { day } = workday
  const works = isWorkingDay(nationalCalendar, day)
  if (works) {
    world.setClock(momentOf(day, '10:20'))
    await world.inOne(as => decide(as, workday))
  }
  world.setClock(momentOf(day, '12:05'))
  await markMissed(world.house, { tenantId: world.tenantId })
  world.setClock(momentOf(day, '16:40'))
  await world.inOne(async as => {
    if (works) await workOnAssignments(as, workday)
    await workOnDuties(as, workday)
  })
}

export const momentOf = (day: PlainDate, time: string): Date => new Date(`${day}T${time}:00+08:00`)
