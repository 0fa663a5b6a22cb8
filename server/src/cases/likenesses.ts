import type { CaseDetail } from '@luoshi/contract/cases'
import type { Evidence } from '@luoshi/contract/evidence'
import type { Context } from '../context.ts'
import type { NamedCase } from './case-rows.ts'

/** Pictures of the mending that look like one filed for something else before: a question to whoever looks again. */
export const likenessesOf = async (
  _context: Context,
  _row: NamedCase,
  _after: readonly Evidence[],
): Promise<CaseDetail['likenesses']> => []
