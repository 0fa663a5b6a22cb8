import type { StandardDetail } from '@luoshi/contract/standards'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { contentOf, getStandard } from './get-standard.ts'
import { lockStandard } from './lock-standard.ts'
import { draftOf, recordStandard, touchStandard } from './save-draft.ts'
import type { StandardRecord } from './standard-subject.ts'

export type Publishing = { readonly id: string; readonly version: number; readonly note?: string | null | undefined }

/** From now on visits are held to the draft as it stands; it is never changed again. */
export const publishStandard = async (
  context: Context,
  { id, version, note = null }: Publishing,
): Promise<StandardDetail> => {
  const { db, actor, clock } = context
  const standard = await lockStandard(context, id, version)
  const draft = await draftOf(context, id)
  if (draft === undefined) throw new Problem('state-forbids', { state: 'published' })
  const content = await contentOf(context, draft.id)
  if (content.length === 0) throw new Problem('standard-empty')
  await refuseSecond(context, standard)
  await db
    .updateTable('standard_versions')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', draft.id)
    .set({ state: 'published', note: note || null, published_by: actor.personId, published_at: clock.now() })
    .execute()
  await touchStandard(context, id, { current_version_id: draft.id })
  await recordStandard(context, standard, { what: 'published', number: draft.number, criteria: content.length })
  return getStandard(context, { id })
}

/** What a point is held to must not be in doubt. */
const refuseSecond = async (
  { db, actor }: Context,
  { id, unit_id, point_type }: Pick<StandardRecord, 'id' | 'unit_id' | 'point_type'>,
): Promise<void> => {
  const other = await db
    .selectFrom('standards')
    .where('tenant_id', '=', actor.tenantId)
    .where('unit_id', '=', unit_id)
    .where('point_type', '=', point_type)
    .where('id', '<>', id)
    .where('archived_at', 'is', null)
    .where('current_version_id', 'is not', null)
    .select('title')
    .executeTakeFirst()
  if (other !== undefined) throw new Problem('standard-in-use', { pointType: point_type, title: other.title })
}
