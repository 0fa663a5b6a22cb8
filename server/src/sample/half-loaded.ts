import { sql } from 'kysely'
import type { House } from '../context.ts'
import { county } from './sample-county.ts'

/** What the county is called until it is whole. */
export const unfinished = `${county}(正在装入)`

/** Whether a sample was being loaded when the house went down. */
export const isHalfLoaded = async ({ db }: Pick<House, 'db'>): Promise<boolean> => {
  const tenants = await db.selectFrom('tenants').select(['name', 'sample']).execute()
  return tenants.length === 1 && tenants.every(({ name, sample }) => sample && name === unfinished)
}

/** Empties a house that holds half a sample and nothing else. */
export const clearHalfLoaded = async (house: Pick<House, 'db'>): Promise<void> => {
  if (!(await isHalfLoaded(house))) throw new Error('Only half a sample is ever cleared away.')
  await sql`truncate tenants, auth."user" cascade`.execute(house.db)
}

/** The county is whole: from now on it is kept. */
export const finishLoading = async ({ db }: Pick<House, 'db'>, tenantId: string): Promise<void> => {
  await db.updateTable('tenants').where('tenant_id', '=', tenantId).set({ name: county }).execute()
}
