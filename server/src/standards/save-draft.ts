import type { Criterion, StandardDetail } from '@luoshi/contract/standards'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { getStandard } from './get-standard.ts'
import { lockStandard } from './lock-standard.ts'
import type { StandardRecord } from './standard-subject.ts'
import { type Origin, writeContent } from './write-content.ts'

export type DraftWritten = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly pointType: string
  readonly content: readonly Criterion[]
}

/** Writes the draft whole; where there is none, it is begun. What is published stays as it is. */
export const saveDraft = async (context: Context, wanted: DraftWritten): Promise<StandardDetail> => {
  const { id, title, pointType, content } = wanted
  const standard = await lockStandard(context, id, wanted.version)
  if (standard.current_version_id !== null && standard.point_type !== pointType)
    throw new Problem('standard-type-fixed', { pointType: standard.point_type })
  const draft = (await draftOf(context, id)) ?? (await beginDraft(context, id))
  await writeContent(context, { standardId: id, versionId: draft.id, content, origins: await originsOf(context, id) })
  await touchStandard(context, id, { title, point_type: pointType })
  // A draft is saved as often as its writer pauses: what is begun is on record, and what is published, not each pause.
  if (draft.isNew) await recordStandard(context, { ...standard, title }, { what: 'draft-begun', number: draft.number })
  return getStandard(context, { id })
}

export const draftOf = async ({ db, actor }: Context, standardId: string) => {
  const row = await db
    .selectFrom('standard_versions')
    .where('tenant_id', '=', actor.tenantId)
    .where('standard_id', '=', standardId)
    .where('state', '=', 'draft')
    .select(['id', 'number'])
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, isNew: false }
}

const beginDraft = async ({ db, actor, ids }: Context, standardId: string) => {
  const last = await db
    .selectFrom('standard_versions')
    .where('tenant_id', '=', actor.tenantId)
    .where('standard_id', '=', standardId)
    .select(eb => eb.fn.max('number').as('number'))
    .executeTakeFirstOrThrow()
  const draft = { id: ids.next(), number: last.number + 1 }
  await db
    .insertInto('standard_versions')
    .values({ tenant_id: actor.tenantId, standard_id: standardId, ...draft })
    .execute()
  return { ...draft, isNew: true }
}

/** Where the criteria of a standard came from, whatever version named them first. */
const originsOf = async ({ db, actor }: Context, standardId: string): Promise<ReadonlyMap<string, Origin>> => {
  const rows = await db
    .selectFrom('criteria as c')
    .innerJoin('standard_versions as v', join =>
      join.onRef('v.tenant_id', '=', 'c.tenant_id').onRef('v.id', '=', 'c.version_id'),
    )
    .where('c.tenant_id', '=', actor.tenantId)
    .where('v.standard_id', '=', standardId)
    .where('c.item_id', 'is not', null)
    .select(['c.id', 'c.item_id', 'c.sentence'])
    .execute()
  return new Map(rows.map(({ id, item_id, sentence }) => [id, { itemId: item_id, sentence }]))
}

type Changes = {
  readonly title?: string
  readonly point_type?: string
  readonly current_version_id?: string
  readonly is_public?: boolean
  readonly archived_at?: Date
}

export const touchStandard = async ({ db, actor }: Context, id: string, changes: Changes): Promise<void> => {
  await db
    .updateTable('standards')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set(eb => ({ ...changes, version: eb('version', '+', 1) }))
    .execute()
}

type Named = Pick<StandardRecord, 'id' | 'title'> & { readonly unit_path: string | null }

export const recordStandard = (
  context: Context,
  { id, title, unit_path }: Named,
  content: Readonly<Record<string, unknown>>,
  action: 'standard.manage' | 'standard.read' = 'standard.manage',
): Promise<void> => record(context, action, { kind: 'standard', id, name: title, unitPath: unit_path }, content)
