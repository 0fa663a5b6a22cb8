import type { ProblemCode } from '@luoshi/contract/problem'
import { type AnyItem, hasImpossibleDate, lacksYear } from './item-content.ts'

/** Something that stands in the way of publishing: what, why and what to do in a sentence, and where. */
export type Obstacle = {
  readonly code: Extract<ProblemCode, `plan-${string}`>
  readonly message: string
  readonly itemIds: readonly string[]
  readonly diagnosticIds: readonly string[]
  readonly names: readonly string[]
}

export type ReviewState = {
  /** Everything but what was rejected, dates filled in. */
  readonly items: readonly AnyItem[]
  readonly openErrors: readonly { readonly id: string; readonly what: string }[]
  /** Names of tasks and duties that stand for no unit yet, with the items that use them. */
  readonly unmatched: ReadonlyMap<string, readonly string[]>
}

/** Everything that must be settled first, the gravest first; nothing when the plan can be published. */
export const obstaclesOf = (review: ReviewState): readonly Obstacle[] =>
  [openErrors, impossibleDates, missingYear, unmatchedParties, waitingItems, nothingToRun].flatMap(
    find => find(review) ?? [],
  )

type Find = (review: ReviewState) => Obstacle | null

const obstacle = (code: Obstacle['code'], message: string, places: Partial<Obstacle> = {}): Obstacle => ({
  code,
  message,
  itemIds: [],
  diagnosticIds: [],
  names: [],
  ...places,
})

const some = (words: readonly string[]): string =>
  words
    .slice(0, 5)
    .map(word => `「${word}」`)
    .join('') + (words.length > 5 ? `等 ${words.length} 个` : '')

const openErrors: Find = ({ openErrors: errors }) =>
  errors.length === 0
    ? null
    : obstacle(
        'plan-has-errors',
        `还有 ${errors.length} 处错误没有处理,照原样执行会出错。请改正,或写明理由后标为已处理。`,
        {
          diagnosticIds: errors.map(({ id }) => id),
          names: errors.map(({ what }) => what),
        },
      )

const impossibleDates: Find = ({ items }) => {
  const wrong = items.filter(hasImpossibleDate)
  return wrong.length === 0
    ? null
    : obstacle('plan-has-errors', `有 ${wrong.length} 项的日期在日历上不存在,无法排期。请改成真实的日期。`, {
        itemIds: wrong.map(({ id }) => id),
      })
}

const missingYear: Find = ({ items }) => {
  const lacking = items.filter(lacksYear)
  return lacking.length === 0
    ? null
    : obstacle('plan-without-year', `有 ${lacking.length} 项的日期缺年份,无法排期。请填写一次年份,全篇通用。`, {
        itemIds: lacking.map(({ id }) => id),
      })
}

const unmatchedParties: Find = ({ unmatched }) => {
  const names = [...unmatched.keys()]
  return names.length === 0
    ? null
    : obstacle('plan-parties-unmatched', `${some(names)}还没有对应到单位,任务发不下去。请选定单位,或注明不对应单位。`, {
        itemIds: [...new Set([...unmatched.values()].flat())],
        names,
      })
}

const waitingItems: Find = ({ items }) => {
  const waiting = items.filter(({ state }) => state === 'proposed')
  return waiting.length === 0
    ? null
    : obstacle('plan-items-waiting', `还有 ${waiting.length} 项没有确认。请逐项确认或剔除,没有疑问的可以一并确认。`, {
        itemIds: waiting.map(({ id }) => id),
      })
}

const nothingToRun: Find = ({ items }) =>
  items.some(({ kind }) => kind === 'task' || kind === 'duty' || kind === 'indicator')
    ? null
    : obstacle('plan-nothing-to-run', '方案里没有任务、常态工作或指标,发布后无事可做。请在文中选出至少一项。')
