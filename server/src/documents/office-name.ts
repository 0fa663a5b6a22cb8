import type { Context } from '../context.ts'

/** Who signs: the office as the plan calls it, where all of it is of one programme; else the unit. */
export const officeName = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  unitName: string,
  programmeIds: readonly (string | null)[],
): Promise<string> => {
  const [programmeId, ...others] = new Set(programmeIds.filter(id => id !== null))
  if (programmeId === undefined || others.length > 0) return unitName
  const group = await db
    .selectFrom('groups')
    .where('tenant_id', '=', actor.tenantId)
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'office')
    .select('name')
    .orderBy('id')
    .executeTakeFirst()
  if (group === undefined) return unitName
  return group.name.startsWith(unitName) ? group.name : `${unitName}${group.name.replace(/^[县区市]/, '')}`
}

/** A day as official documents write it. */
export const writtenDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
