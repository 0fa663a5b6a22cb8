import type { ProgrammeSummary } from '@luoshi/contract/programmes'
import type { Say } from '../ui/i18n.ts'
import { milestoneName } from './milestone-name.ts'
import type { programmeWords } from './words.ts'

/** 「距县级测评 37 天」: how long until the day that matters, or how long since. */
export const countdownWords = (
  { text: words, days }: NonNullable<ProgrammeSummary['countdown']>,
  t: Say<typeof programmeWords>,
): string => {
  const text = milestoneName(words)
  if (days === 0) return t('countdownToday', { text })
  return days > 0 ? t('countdown', { text, days }) : t('countdownOver', { text, days: -days })
}
