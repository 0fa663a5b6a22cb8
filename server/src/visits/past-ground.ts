import { sql } from 'kysely'
import { allowSomewhere } from '../allow.ts'
import type { Context } from '../context.ts'
import { type HeldToOf, versionFor } from '../standards/version-for.ts'
import { isReached } from '../units/reach.ts'
import type { CriterionHeld } from './visit-ground.ts'

export type PastPoint = {
  readonly id: string
  /** Counts the points of a list, so that what was met already is remembered as a number. */
  readonly at: number
  readonly point_type: string
  readonly unit_id: string
  readonly unit_path: string
}

export type PastVersion = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly criteria: readonly CriterionHeld[]
  /** By its text, as `alike` writes it, and by its number. */
  readonly find: (words: string) => CriterionHeld | undefined
}

/** What the lines of a list speak of, as far as the actor may record it; read once for all lines that name it. */
export type PastGround = {
  readonly points: ReadonlyMap<string, PastPoint | null>
  readonly versions: ReadonlyMap<string, PastVersion>
  readonly heldTo: HeldToOf
  readonly readPoints: (codes: readonly string[]) => Promise<void>
  readonly readVersions: (ids: readonly string[]) => Promise<void>
}

export const pastGround = async (context: Context): Promise<PastGround> => {
  const { db, actor } = context
  const scope = allowSomewhere(actor, 'visit.import')
  const points = new Map<string, PastPoint | null>()
  const versions = new Map<string, PastVersion>()
  const readPoints = async (codes: readonly string[]): Promise<void> => {
    const unread = [...new Set(codes)].filter(code => !points.has(code))
    if (unread.length === 0) return
    const rows = await db
      .selectFrom('points')
      .where('tenant_id', '=', actor.tenantId)
      .where(sql<boolean>`code = any(${unread})`)
      .select(['id', 'code', 'point_type', 'unit_id', 'unit_path'])
      .execute()
    const found = new Map(rows.map(row => [row.code, row]))
    for (const code of unread) {
      const row = found.get(code)
      points.set(code, row && isReached(row.unit_path, scope) ? { ...row, at: points.size } : null)
    }
  }
  const readVersions = async (ids: readonly string[]): Promise<void> => {
    const unread = [...new Set(ids)].filter(id => !versions.has(id))
    if (unread.length === 0) return
    const { rows } = await sql<Omit<PastVersion, 'find'>>`
      select v.id, v.number, s.title, (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text, 'weight', c.weight, 'critical', c.critical,
          'category_id', c.category_id, 'exceptions', c.exceptions, 'photo', c.photo) order by c.ordinal), '[]')
        from criteria c where c.tenant_id = v.tenant_id and c.version_id = v.id) as criteria
      from standard_versions v join standards s on s.tenant_id = v.tenant_id and s.id = v.standard_id
      where v.tenant_id = ${actor.tenantId} and v.id = any(${unread}::uuid[])`.execute(db)
    for (const row of rows) versions.set(row.id, { ...row, find: finderIn(row.criteria) })
  }
  return { points, versions, heldTo: await versionFor(context), readPoints, readVersions }
}

/** Words alike however they were typed. */
export const alike = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** Two criteria of the same words are told apart by their numbers alone. */
const finderIn = (criteria: readonly CriterionHeld[]): PastVersion['find'] => {
  const byText = Map.groupBy(criteria, ({ text }) => alike(text))
  return words => {
    const named = byText.get(words)
    if (named?.length === 1) return named[0]
    return /^\d{1,4}$/.test(words) ? criteria[Number(words) - 1] : undefined
  }
}
