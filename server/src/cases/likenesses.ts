import type { CaseDetail } from '@luoshi/contract/cases'
import type { Evidence } from '@luoshi/contract/evidence'
import { can } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { picturesAlike } from '../evidence/pictures-alike.ts'
import { visitIsKnownTo } from '../rounds/known-rounds.ts'
import type { NamedCase } from './case-rows.ts'
import { caseSubject } from './lock-case.ts'

type Earlier = {
  readonly id: string
  readonly sha256: string
  readonly added_at: Date
  readonly place: string
}

/** Of each picture. */
const SHOWN = 3
/** Earlier uses that are looked through. */
const MOST = 2000

/**
 * Pictures of the mending that look like one filed for something else before: a question to whoever looks again, and to nobody
 * else. Pictures of the same case or the same point are alike because the place is. What was taken in a round that is kept from the
 * reader was not taken.
 */
export const likenessesOf = async (
  context: Context,
  row: NamedCase,
  after: readonly Evidence[],
): Promise<Pick<CaseDetail, 'likenesses' | 'likenessesLeft'>> => {
  const { db, actor } = context
  const photos = after.filter(({ kind }) => kind === 'photo').map(({ id }) => id)
  const asked = row.state === 'submitted' || row.state === 'rechecked'
  if (!asked || photos.length === 0 || !looksAgain(context, row)) return none
  const filed = await db
    .selectFrom('evidence')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', photos)
    .where('sha256', 'is not', null)
    .select(['id', 'sha256'])
    .execute()
  const alike = await picturesAlike(
    context,
    filed.flatMap(({ sha256 }) => sha256 ?? []),
  )
  const earlier = await usedElsewhere(context, row, [...new Set(alike.map(({ sha256 }) => sha256))])
  const all = filed.map(({ id: evidenceId, sha256 }) =>
    alike
      .filter(({ of }) => of === sha256)
      .toSorted((one, other) => one.distance - other.distance)
      .flatMap(({ sha256: like, distance }) =>
        earlier
          .filter(one => one.sha256 === like && one.id !== evidenceId)
          .map(one => ({
            evidenceId,
            earlier: {
              evidenceId: one.id,
              addedAt: one.added_at.toISOString(),
              where: one.place,
              thumbnailUrl: `/api/v1/evidence/${one.id}/thumbnail`,
            },
            distance,
          })),
      ),
  )
  const likenesses = all.flatMap(some => some.slice(0, SHOWN))
  return { likenesses, likenessesLeft: all.flat().length - likenesses.length }
}

const none = { likenesses: [], likenessesLeft: 0 }

const looksAgain = ({ actor }: Context, row: NamedCase): boolean =>
  can(actor, 'case.recheck', { ...caseSubject(row, 'case.recheck'), doneBy: row.rectified_by }) ||
  can(actor, 'case.close', { ...caseSubject(row, 'case.close'), doneBy: row.rectified_by })

/** Where those files served before: another case at another point, or another unit's work. */
const usedElsewhere = async (
  { db, actor }: Context,
  row: NamedCase,
  shas: readonly string[],
): Promise<readonly Earlier[]> => {
  if (shas.length === 0) return []
  const { rows } = await sql<Earlier>`
    select distinct on (e.id) e.id, e.sha256, e.added_at,
      coalesce(nullif(concat_ws('，', p.name, nullif(c.place, '')), ''), c.title, u.name) as place
    from evidence e
    join units u on u.tenant_id = e.tenant_id and u.id = e.unit_id
    join evidence_serves s on s.tenant_id = e.tenant_id and s.evidence_id = e.id
    left join cases c on c.tenant_id = s.tenant_id and c.id = s.subject_id and s.subject_kind = 'case'
    left join points p on p.tenant_id = c.tenant_id and p.id = c.point_id
    where e.tenant_id = ${actor.tenantId} and e.sha256 = any(${shas}::text[])
      and (c.id is null or (c.id <> ${row.id} and (c.point_id is null or c.point_id is distinct from ${row.point_id})))
      and not exists (select from evidence_serves x where x.tenant_id = e.tenant_id and x.evidence_id = e.id
        and x.subject_id = ${row.id})
      and not exists (select from evidence_serves x
        join observations o on o.tenant_id = x.tenant_id and o.id = x.subject_id and x.subject_kind = 'observation'
        join visits v on v.tenant_id = o.tenant_id and v.id = o.visit_id
        where x.tenant_id = e.tenant_id and x.evidence_id = e.id and not ${visitIsKnownTo(actor)})
    order by e.id limit ${MOST}`.execute(db)
  return rows
}
