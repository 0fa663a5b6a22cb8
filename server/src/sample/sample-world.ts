import type { Membership } from '@luoshi/rules/actor'
import type { Clock, Context, House, Signed } from '../context.ts'
import { inTenant } from '../db/in-tenant.ts'
import { layOccurrences } from '../duties/lay-occurrences.ts'
import { uuidV7 } from '../ids.ts'
import type { Job, JobName } from '../jobs/jobs.ts'
import { readPlan } from '../plans/read-plan.ts'

/** The house with a clock of its own that is set back some weeks and moved on, and with jobs done at once. */
export type SampleWorld = {
  readonly house: House
  readonly tenantId: string
  readonly now: () => Date
  readonly setClock: (now: Date) => void
  /** One transaction, in which several people act one after another. */
  readonly inOne: <T>(run: (as: (who: Signed) => Context) => Promise<T>) => Promise<T>
}

export const sampleWorld = (house: House, tenantId: string): SampleWorld => {
  let now = house.clock.now()
  const clock: Clock = { now: () => now }
  const waiting: [JobName, Job][] = []
  const moved: House = {
    ...house,
    clock,
    ids: uuidV7(clock, house.random),
    jobs: { ...house.jobs, send: async (name, job) => void waiting.push([name, job]) },
  }
  return {
    house: moved,
    tenantId,
    now: clock.now,
    setClock: at => {
      now = at
    },
    inOne: async run => {
      const later: (() => Promise<void>)[] = []
      const result = await inTenant(house.db, tenantId, db =>
        run(actor => ({ ...moved, db, actor, requestId: 'sample', afterwards: step => later.push(step) })),
      )
      for (const step of later) await step()
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await doNow(moved, ...next)
      return result
    },
  }
}

const doNow = async (house: House, name: JobName, job: Job): Promise<void> => {
  if (name === 'read-plan') await readPlan(house, job)
  if (name === 'lay-occurrences') await layOccurrences(house, job)
}

export const signedAs = (
  tenantId: string,
  personId: string,
  name: string,
  memberships: readonly Membership[],
): Signed => ({ tenantId, personId, name, memberships, via: 'desk', sessionId: null })
