import type { ProblemCode } from '@luoshi/contract/problem'
import { type AnyItem, hasImpossibleDate, lacksYear } from './item-content.ts'

/** Something that stands in the way of publishing: its problem's words say what, why and what to do; and where it is. */
export type Obstacle = {
  readonly code: Extract<ProblemCode, `plan-${string}`>
  readonly count: number
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

const obstacle = (code: Obstacle['code'], count: number, places: Partial<Obstacle> = {}): Obstacle | null =>
  count === 0 ? null : { code, count, itemIds: [], diagnosticIds: [], names: [], ...places }

const about = (code: Obstacle['code'], items: readonly AnyItem[]): Obstacle | null =>
  obstacle(code, items.length, { itemIds: items.map(({ id }) => id) })

const openErrors: Find = ({ openErrors: errors }) =>
  obstacle('plan-has-errors', errors.length, {
    diagnosticIds: errors.map(({ id }) => id),
    names: errors.map(({ what }) => what),
  })

const impossibleDates: Find = ({ items }) => about('plan-dates-impossible', items.filter(hasImpossibleDate))

const missingYear: Find = ({ items }) => about('plan-without-year', items.filter(lacksYear))

const unmatchedParties: Find = ({ unmatched }) =>
  obstacle('plan-parties-unmatched', unmatched.size, {
    itemIds: [...new Set([...unmatched.values()].flat())],
    names: [...unmatched.keys()],
  })

const waitingItems: Find = ({ items }) =>
  about(
    'plan-items-waiting',
    items.filter(({ state }) => state === 'proposed'),
  )

const nothingToRun: Find = ({ items }) =>
  items.some(({ kind }) => kind === 'task' || kind === 'duty' || kind === 'indicator')
    ? null
    : obstacle('plan-nothing-to-run', 1)

const MOST_NAMED = 5

/** What the words of an obstacle leave open. */
export const paramsOf = ({ count, names }: Obstacle): { readonly count: number; readonly names: string } => ({
  count,
  names: [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])].join('、'),
})
