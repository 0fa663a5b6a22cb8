import type { Compilation } from '@luoshi/plan-compiler/plan'
import type { House } from '../context.ts'
import { inTenant, type Scoped } from '../db/in-tenant.ts'
import type { Job } from '../jobs/jobs.ts'
import { type Compiled, compileInWorker } from './compile-in-worker.ts'
import type { PlanRow, VersionRow } from './plan-rows.ts'
import { slicePlan } from './plan-slice.ts'
import { saveReading } from './save-reading.ts'
import { mostAlike } from './title-likeness.ts'

type Step = 'decoding' | 'reading' | 'saving'
const PROGRESS: Readonly<Record<Step, number>> = { decoding: 10, reading: 35, saving: 85 }

/** Job `read-plan`: reads the document of a version. Run again after it is done, it changes nothing. */
export const readPlan = async (house: House, { tenantId, subjectId }: Job): Promise<void> => {
  if (subjectId === undefined) return
  const version = await inTenant(house.db, tenantId, db => findVersion(db, tenantId, subjectId))
  if (!version?.source_sha256 || isOver(version)) return
  const step = (name: Step) => inTenant(house.db, tenantId, db => noteStep(db, tenantId, subjectId, name))

  await step('decoding')
  const bytes = await house.files.bytes(tenantId, version.source_sha256)
  const { source_name: name, year } = version
  let noted = Promise.resolve()
  const result = await compileInWorker({ bytes, name, year }, () => {
    noted = step('reading')
  })
  await noted
  await step('saving')
  await inTenant(house.db, tenantId, db => save({ ...house, db }, tenantId, subjectId, result))
}

type Saving = Omit<House, 'db'> & { readonly db: Scoped }

const isOver = ({ step }: VersionRow): boolean => step === 'done' || step === 'failed'

const findVersion = (db: Scoped, tenantId: string, id: string): Promise<VersionRow | undefined> =>
  db.selectFrom('plan_versions').where('tenant_id', '=', tenantId).where('id', '=', id).selectAll().executeTakeFirst()

const noteStep = async (db: Scoped, tenantId: string, id: string, step: Step): Promise<void> => {
  await db
    .updateTable('plan_versions')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('step', 'not in', ['done', 'failed'])
    .set({ step, progress: PROGRESS[step] })
    .execute()
}

/** The plan is held, so that of two runs at once the second finds the first one's work and leaves it. */
const save = async (house: Saving, tenantId: string, versionId: string, result: Compiled): Promise<void> => {
  const { db, log } = house
  await db
    .selectFrom('plan_versions')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', versionId)
    .select('id')
    .forUpdate()
    .execute()
  const version = await findVersion(db, tenantId, versionId)
  if (!version || isOver(version)) return
  const plan = await db
    .selectFrom('plans')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', version.plan_id)
    .selectAll()
    .executeTakeFirstOrThrow()
  if (result.kind === 'compiled') return savePlans(house, plan, version, result.compilation)
  if (result.reason === 'broken') log.error({ err: result.cause, versionId }, 'A document could not be read.')
  await saveFailure(db, version, result.reason)
}

const saveFailure = async (db: Scoped, { tenant_id, id, plan_id }: VersionRow, reason: string): Promise<void> => {
  await db
    .updateTable('plan_versions')
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .set({ step: 'failed', progress: 100, failure: JSON.stringify({ reason }) })
    .execute()
  await db
    .updateTable('plans')
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', plan_id)
    .set(eb => ({ status: 'failed', version: eb('version', '+', 1) }))
    .execute()
}

/** The first plan, or for a revision the one most like it by title, becomes the plan handed in; the others become plans beside it. */
const savePlans = async (
  house: Saving,
  plan: PlanRow,
  version: VersionRow,
  compilation: Compilation,
): Promise<void> => {
  const { text, source } = compilation
  const slices = compilation.plans.map(one => slicePlan(text, one, source.places ?? []))
  const own = plan.revises_programme_id === null ? slices[0] : await revisionAmong(house.db, plan, slices)
  for (const slice of slices) {
    const title = (slice.plan.title ?? firstWords(slice.text) ?? version.source_name).slice(0, 200)
    if (slice === own) {
      await saveReading(house, plan.tenant_id, version.id, slice)
      await house.db
        .updateTable('plans')
        .where('tenant_id', '=', plan.tenant_id)
        .where('id', '=', plan.id)
        .set(eb => ({ title, status: 'review', version: eb('version', '+', 1) }))
        .execute()
    } else {
      await saveReading(house, plan.tenant_id, await addPlan(house, plan, version, title), slice)
    }
  }
}

const firstWords = (text: string): string | undefined =>
  text
    .split('\n')
    .map(line => line.trim())
    .find(line => line !== '')

const revisionAmong = async <Slice extends ReturnType<typeof slicePlan>>(
  db: Scoped,
  plan: PlanRow,
  slices: readonly Slice[],
): Promise<Slice | undefined> => {
  const running = await db
    .selectFrom('programmes')
    .where('tenant_id', '=', plan.tenant_id)
    .where('id', '=', plan.revises_programme_id)
    .select('title')
    .executeTakeFirstOrThrow()
  return mostAlike(slices, running.title, slice => slice.plan.title ?? '')
}

const addPlan = async ({ db, ids }: Saving, plan: PlanRow, version: VersionRow, title: string): Promise<string> => {
  const [planId, versionId] = [ids.next(), ids.next()]
  const { tenant_id, unit_id, unit_path, created_by, created_at } = plan
  await db
    .insertInto('plans')
    .values({
      tenant_id,
      id: planId,
      unit_id,
      unit_path,
      title,
      status: 'review',
      current_version_id: versionId,
      created_by,
      created_at,
    })
    .execute()
  const { source_name, source_sha256, year } = version
  await db
    .insertInto('plan_versions')
    .values({
      tenant_id,
      id: versionId,
      plan_id: planId,
      number: 1,
      source_name,
      source_sha256,
      year,
      created_by,
      created_at,
    })
    .execute()
  return versionId
}
