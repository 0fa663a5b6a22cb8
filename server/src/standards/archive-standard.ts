import type { Context } from '../context.ts'
import { lockStandard } from './lock-standard.ts'
import { recordStandard, touchStandard } from './save-draft.ts'

/** No longer in use: nothing new is held to it, and what was seen under it stays. */
export const archiveStandard = async (
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<{ ok: true }> => {
  const standard = await lockStandard(context, id, version)
  await touchStandard(context, id, { archived_at: context.clock.now() })
  await recordStandard(context, standard, { what: 'archived' })
  return { ok: true }
}
