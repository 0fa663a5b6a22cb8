import type { Say } from '../ui/i18n.ts'
import type { Duty } from './shapes.ts'
import type { dutyWords } from './words.ts'

const pers = ['day', 'week', 'month', 'quarter', 'half-year', 'season', 'term', 'year', 'continuous'] as const

/** 「每周 2 次 · 周五 12:00前」. */
export const cadenceWords = ({ per, times, at }: Duty['every'], t: Say<typeof dutyWords>): string => {
  const known = pers.find(one => one === per)
  const often = times !== null && times !== 1 ? ` ${t('times', { count: times })}` : ''
  return [(known ? t(`per_${known}`) : per) + often, at].filter(Boolean).join(' · ')
}
