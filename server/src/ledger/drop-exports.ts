import type { House } from '../context.ts'
import { asSystem } from '../jobs/as-system.ts'
import { keptDays } from './export-rows.ts'

/** Puts away sets that have lain ready for a week: they can be made again from the record at any time. */
export const dropExports = async (house: House, tenantId: string): Promise<void> => {
  const before = new Date(house.clock.now().getTime() - keptDays * 86_400_000)
  const gone = await asSystem(house, tenantId, ({ db }) =>
    db
      .updateTable('ledger_exports')
      .set({ state: 'gone' })
      .where('tenant_id', '=', tenantId)
      .where('asked_at', '<', before)
      .where('state', '<>', 'gone')
      .returning('id')
      .execute(),
  )
  for (const { id } of gone) await house.files.archives.drop(tenantId, id)
}
