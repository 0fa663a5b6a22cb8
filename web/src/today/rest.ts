import type { Today } from '@luoshi/contract/today'

export type GroupName = 'late' | 'today' | 'soon' | 'waiting' | 'decide' | 'plans' | 'rounds' | 'cases'

/** Where the lines of a group are all found that the page has no room for. */
export const whole = {
  late: { to: '/programmes', search: {} },
  today: { to: '/programmes', search: {} },
  soon: { to: '/programmes', search: {} },
  waiting: { to: '/programmes', search: {} },
  decide: { to: '/programmes', search: {} },
  plans: { to: '/plans', search: { status: 'review' } },
  rounds: { to: '/rounds', search: {} },
  cases: { to: '/cases', search: {} },
} as const satisfies Readonly<Record<GroupName, unknown>>

/** How many lines of a group the page does not show. */
export const restOf = (today: Pick<Today, GroupName | 'counts'>, name: GroupName): number =>
  Math.max(0, today.counts[name] - today[name].length)
