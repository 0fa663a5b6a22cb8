import type { StandardDetail } from '@luoshi/contract/standards'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { getStandard } from './get-standard.ts'
import { lockStandard } from './lock-standard.ts'
import { draftOf, recordStandard, touchStandard } from './save-draft.ts'

/** Drops what was written since the last published version. The first draft is all there is: it is archived, not dropped. */
export const discardDraft = async (
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<StandardDetail> => {
  const { db, actor } = context
  const standard = await lockStandard(context, id, version)
  const draft = await draftOf(context, id)
  if (draft === undefined || standard.current_version_id === null)
    throw new Problem('state-forbids', { state: 'draft' })
  await db.deleteFrom('criteria').where('tenant_id', '=', actor.tenantId).where('version_id', '=', draft.id).execute()
  await db.deleteFrom('standard_versions').where('tenant_id', '=', actor.tenantId).where('id', '=', draft.id).execute()
  await touchStandard(context, id, {})
  await recordStandard(context, standard, { what: 'draft-dropped', number: draft.number })
  return getStandard(context, { id })
}
