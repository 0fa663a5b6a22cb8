import type { StandardDetail } from '@luoshi/contract/standards'
import type { Context } from '../context.ts'
import { getStandard } from './get-standard.ts'
import { lockStandard } from './lock-standard.ts'
import { recordStandard, touchStandard } from './save-draft.ts'

type Showing = { readonly id: string; readonly version: number; readonly isPublic: boolean }

/** Puts the published version on a page that the inspected read without an account, or takes it off. */
export const showStandard = async (context: Context, { id, version, isPublic }: Showing): Promise<StandardDetail> => {
  const standard = await lockStandard(context, id, version)
  await touchStandard(context, id, { is_public: isPublic })
  await recordStandard(context, standard, { what: isPublic ? 'shown' : 'hidden' })
  return getStandard(context, { id })
}
