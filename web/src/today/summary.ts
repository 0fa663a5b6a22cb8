import type { Today } from '@luoshi/contract/today'
import type { Say } from '../ui/i18n.ts'
import type { todayWords } from './words.ts'

type T = Say<typeof todayWords>

/** The day in a sentence: 今天要交 3 件，迟了 1 件。其余都在路上。 Who does no work of their own hands nothing in, and decides first. */
export const summary = (
  t: T,
  { counts, soon, waiting }: Pick<Today, 'counts' | 'soon' | 'waiting'>,
  works: boolean,
): string => {
  const due = counts.today > 0 ? t(works ? 'sum.today' : 'sum.today-others', { count: counts.today }) : null
  const late = counts.late > 0 ? t('sum.late', { count: counts.late }) : null
  const decide = counts.decide > 0 ? t('sum.decide', { count: counts.decide }) : null
  const review = counts.plans > 0 ? t('sum.plans', { count: counts.plans }) : null
  const parts = (works ? [due, late, decide, review] : [decide, review, late, due]).filter(part => part !== null)
  if (parts.length === 0) return t('sum.calm')
  const rest = soon.length + waiting.length > 0 ? t('sum.rest') : ''
  return `${parts.join(t('sum.comma'))}${t('sum.end')}${rest}`
}
