import { partsOf } from '@luoshi/rules/plain-date'
import type { Say } from './i18n.ts'
import type { uiWords } from './words.ts'

type T = Say<typeof uiWords>

const seasons = ['spring', 'summer', 'autumn', 'winter'] as const

/** The key of a period (`2026-W21`, `2026-05`, `2026-Q2`, `2026-05-14#2`) as people say it; an unknown key as it stands. */
export const periodWords = (t: T, key: string): string => {
  const [period = '', turn] = key.split('#')
  const said = onePeriod(t, period)
  return turn === undefined ? said : t('period.turn', { period: said, turn })
}

const onePeriod = (t: T, key: string): string => {
  const year = key.slice(0, 4)
  const rest = key.slice(5)
  if (/^\d{4}$/.test(key)) return t('period.year', { year })
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) {
    const { month, day } = partsOf(key)
    return t('date.month-day', { month, day })
  }
  if (/^\d{2}$/.test(rest)) return t('period.month', { month: Number(rest) })
  if (/^W\d{2}$/.test(rest)) return t('period.week', { number: Number(rest.slice(1)) })
  if (/^Q\d$/.test(rest)) return t('period.quarter', { number: rest.slice(1) })
  if (rest === 'H1' || rest === 'H2') return t(`period.${rest}`)
  if (rest === 'term-spring' || rest === 'term-autumn') return t(`period.${rest}`)
  const season = seasons.find(name => name === rest)
  return season === undefined ? key : t(`period.${season}`)
}
