import type { requiredEvidence } from '@luoshi/contract/standards'
import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Context } from '../context.ts'
import { isSecret } from '../rounds/known-rounds.ts'

export type AskedPaper = z.infer<typeof requiredEvidence>

/** A criterion that asks for something on paper, with the standard it stands in. */
export type AskingCriterion = {
  readonly standardId: string
  readonly title: string
  readonly number: number
  readonly pointType: string
  readonly unitPath: string
  readonly id: string
  readonly section: string
  readonly text: string
  readonly critical: boolean
  readonly evidence: readonly AskedPaper[]
}

/**
 * What the standards of a programme ask for on paper: those read from its plan, and those its rounds hold points to. An unannounced
 * round asks for nothing before it is over.
 */
export const askedFor = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  programmeId: string,
): Promise<readonly AskingCriterion[]> => {
  const { rows } = await askedQuery(actor.tenantId, programmeId).execute(db)
  return rows
}

const askedQuery = (tenantId: string, programmeId: string): RawBuilder<AskingCriterion> => sql`
  select s.id as "standardId", s.title, v.number, s.point_type as "pointType", s.unit_path as "unitPath",
    c.id, c.section, c.text, c.critical, c.evidence
  from standards s
  join standard_versions v on v.tenant_id = s.tenant_id and v.id = s.current_version_id
  join criteria c on c.tenant_id = v.tenant_id and c.version_id = v.id
  where s.tenant_id = ${tenantId} and s.archived_at is null and jsonb_array_length(c.evidence) > 0
    and (s.programme_id = ${programmeId} or s.id in (
      select held.standard_id from rounds r
      join round_points rp on rp.tenant_id = r.tenant_id and rp.round_id = r.id
      join standard_versions held on held.tenant_id = rp.tenant_id and held.id = rp.version_id
      where r.tenant_id = ${tenantId} and r.programme_id = ${programmeId} and r.state in ('drawn', 'ended')
        and not ${isSecret}))
  order by s.point_type, s.title, s.id, c.ordinal`
