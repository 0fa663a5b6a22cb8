import type { LedgerExport } from '@luoshi/contract/ledger'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { findProgramme } from '../programmes/find-programme.ts'
import { exportRows, exportShown } from './export-rows.ts'

export type AskExport = { readonly id: string; readonly exportId?: string | undefined; readonly unitId: string }

/** Has a whole assessment set made in the background. Asked twice with one id, it is made once. */
export const askExport = async (context: Context, input: AskExport): Promise<LedgerExport> => {
  const { db, actor, ids, clock, jobs, afterwards } = context
  const programme = await findProgramme(context, input.id, 'ledger.read')
  const unit = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', input.unitId)
    .select('path')
    .executeTakeFirst()
  if (!unit) throw new Problem('not-found', { noun: 'unit' })
  allow(actor, 'ledger.export', { tenantId: actor.tenantId, unitPath: unit.path })
  const id = input.exportId ?? ids.next()
  const written = await db
    .insertInto('ledger_exports')
    .values({
      tenant_id: actor.tenantId,
      id,
      programme_id: programme.id,
      unit_id: input.unitId,
      asked_by: actor.personId,
      asked_at: clock.now(),
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows) {
    const subject = { kind: 'programme', id: programme.id, name: programme.title, unitPath: unit.path }
    await record(context, 'ledger.export', subject, { export: id })
    afterwards(() => jobs.send('make-ledger', { tenantId: actor.tenantId, subjectId: id }))
  }
  const row = await exportRows(context)
    .where('x.id', '=', id)
    .where('x.programme_id', '=', programme.id)
    .where('x.unit_id', '=', input.unitId)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'ledger' })
  return exportShown(row)
}
