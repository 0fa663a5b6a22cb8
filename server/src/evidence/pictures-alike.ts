import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { alikeWithin, distanceOf } from './likeness.ts'
import { quartersOf } from './look-at-pictures.ts'

export type Alike = { readonly of: string; readonly sha256: string; readonly distance: number }

/** So many candidates are weighed at most: what is alike to more than that is like nothing in particular. */
const MOST = 2000

/**
 * Files that look like these. What differs in eight bits of 64 differs in no more than two of some quarter: each quarter is looked
 * up with every neighbour of two bits, by index, however many pictures there are.
 */
export const picturesAlike = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  shas: readonly string[],
): Promise<readonly Alike[]> => {
  if (shas.length === 0) return []
  const own = await db
    .selectFrom('files')
    .where('tenant_id', '=', actor.tenantId)
    .where('sha256', 'in', [...new Set(shas)])
    .where('likeness', 'is not', null)
    .select(['sha256', 'likeness'])
    .execute()
  const probes = own.flatMap(({ likeness }) => quartersOf(likeness ?? ''))
  if (probes.length === 0) return []
  const near = [1, 2, 3, 4].map(quarter => ({
    quarter,
    bits: [...new Set(probes.filter((_, index) => (index % 4) + 1 === quarter).flatMap(neighbours))],
  }))
  const { rows } = await sql<{ sha256: string; likeness: string }>`
    select f.sha256, f.likeness from files f where f.tenant_id = ${actor.tenantId} and f.likeness is not null
      and f.sha256 in (${sql.join(
        near.map(
          ({ quarter, bits }) => sql`select q.sha256 from likeness_quarters q
            where q.tenant_id = ${actor.tenantId} and q.quarter = ${quarter} and q.bits = any(${bits}::text[])`,
        ),
        sql` union `,
      )}) limit ${MOST}`.execute(db)
  return own
    .flatMap(({ sha256: of, likeness }) =>
      rows.map(row => ({ of, sha256: row.sha256, distance: distanceOf(likeness ?? '', row.likeness) })),
    )
    .filter(({ distance }) => distance <= alikeWithin)
}

/** The quarter itself and all that differ from it in one or two bits: 137 of 65,536. */
const neighbours = (bits: string): readonly string[] => {
  const value = Number.parseInt(bits, 16)
  return masks.map(mask => (value ^ mask).toString(16).padStart(4, '0'))
}

const masks: readonly number[] = [
  0,
  ...Array.from({ length: 16 }, (_, one) => 1 << one),
  ...Array.from({ length: 16 }, (_, one) =>
    Array.from({ length: one }, (__, other) => (1 << one) | (1 << other)),
  ).flat(),
]
