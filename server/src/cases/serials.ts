import type { Context } from '../context.ts'

/** The next number of a series within a year. The row is held until commit, so none is missing and none is given twice. */
export const nextSerial = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  name: 'case' | 'rectification-notice',
  year: number,
): Promise<number> => {
  const { last } = await db
    .insertInto('serials')
    .values({ tenant_id: actor.tenantId, name, year, last: 1 })
    .onConflict(conflict =>
      conflict.columns(['tenant_id', 'name', 'year']).doUpdateSet(eb => ({ last: eb('serials.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** 〔2026〕17号 */
export const caseNumber = (year: number, serial: number): string => `〔${year}〕${serial}号`

/** 整改〔2026〕8号 */
export const noticeNumber = (year: number, serial: number): string => `整改〔${year}〕${serial}号`
