import { localDate } from '@luoshi/rules/local-time'
import { isWorkingDay } from '@luoshi/rules/working-calendar'
import type { House } from '../context.ts'
import { calendarOf } from '../duties/working-days.ts'
import { asSystem } from '../jobs/as-system.ts'
import type { Job } from '../jobs/jobs.ts'
import { recipients } from './recipients.ts'
import { tell } from './tell.ts'

/** The daily digest, on working days. A day off is left in peace: the next working day tells what has gathered. */
export const sendDigest = async (house: House, { tenantId }: Job): Promise<void> => {
  const today = localDate(house.clock.now())
  const works = await asSystem(house, tenantId, async ({ db }) => isWorkingDay(await calendarOf(db, tenantId), today))
  if (works) await tellAll(house, tenantId, 'daily')
}

/** What is to be told at once, to those who chose so. */
export const sendNotices = (house: House, { tenantId }: Job): Promise<void> => tellAll(house, tenantId, 'at-once')

const tellAll = async (house: House, tenantId: string, rhythm: 'daily' | 'at-once'): Promise<void> => {
  const all = await asSystem(house, tenantId, context => recipients(context, rhythm))
  for (const recipient of all) await tell(house, tenantId, recipient)
}
