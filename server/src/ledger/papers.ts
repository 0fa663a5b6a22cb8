import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Reach } from '../units/reach.ts'

/** Evidence that serves a criterion. */
export type Paper = {
  readonly criterionId: string
  readonly part: string
  readonly id: string
  readonly name: string
  readonly kind: 'photo' | 'file' | 'text'
  readonly sha256: string | null
  readonly text: string | null
  readonly bytes: number | null
  readonly addedAt: Date
  readonly validUntil: string | null
  readonly unitId: string
  readonly unitName: string
  readonly unitKind: string
  readonly unitPath: string
}

/** What is on file for these criteria within reach, the newest first. */
export const papersFor = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  criterionIds: readonly string[],
  reach: Reach,
): Promise<readonly Paper[]> => {
  if (criterionIds.length === 0) return []
  const within = reach.kind === 'all' ? sql`true` : sql`e.unit_id = any(${[...reach.ids]}::uuid[])`
  const { rows } = await sql<Paper>`
    select es.subject_id as "criterionId", es.part, e.id, e.name, e.kind, e.sha256, e.text, f.bytes, e.added_at as "addedAt",
      e.valid_until as "validUntil", u.id as "unitId", u.name as "unitName", u.kind as "unitKind", e.unit_path as "unitPath"
    from evidence_serves es
    join evidence e on e.tenant_id = es.tenant_id and e.id = es.evidence_id
    join units u on u.tenant_id = e.tenant_id and u.id = e.unit_id
    left join files f on f.tenant_id = e.tenant_id and f.sha256 = e.sha256
    where es.tenant_id = ${actor.tenantId} and es.subject_kind = 'criterion'
      and es.subject_id = any(${[...criterionIds]}::uuid[]) and ${within}
    order by e.id desc`.execute(db)
  return rows
}

/** What of it is of one thing asked for, brought by one unit or by those below it. */
export const servesPart = (paper: Paper, part: string, isOnly: boolean): boolean =>
  paper.part === part || (paper.part === '' && isOnly)
