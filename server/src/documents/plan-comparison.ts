import { itemKindWords } from '@luoshi/contract/item-kind-words'
import type { Context } from '../context.ts'
import { findPlan } from '../plans/plan-rows.ts'
import { comparePlan } from '../review/compare-plan.ts'
import { type ComparedChange, comparisonDocument } from './comparison-document.ts'
import { docx, named } from './file-of.ts'

/** What a new version changes, as a document: the sentences side by side and the work that stands on them. */
export const planComparison = async (context: Context, id: string): Promise<File> => {
  const { title } = await findPlan(context, id, 'plan.read')
  const { changes } = await comparePlan(context, id)
  const compared = changes.flatMap(({ what, kind, before, after, work }): ComparedChange[] =>
    what === 'same'
      ? []
      : [
          {
            what,
            kind: itemKindWords.zh[kind],
            before: before && (before.sentence ?? before.text),
            after: after && (after.sentence ?? after.text),
            work: work.assignments > 0 ? `${work.assignments} 项交办，${work.finished} 项办结` : null,
          },
        ],
  )
  return named(
    `${title}修订对照`,
    docx,
    await comparisonDocument({ title, before: '正在执行', after: '新版', changes: compared }),
  )
}
