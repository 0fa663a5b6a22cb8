import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { useField, useNow } from './field-context.tsx'
import { fieldWords } from './words.ts'

/** Less than this is no reason to say anything. */
const worthSaying = 5

/** Says that the phone's clock is wrong, and that no record suffers from it. */
export const ClockLine = () => {
  const t = useWords(fieldWords)
  const { time } = useField()
  useNow()
  const ahead = time.aheadMinutes()
  const wrong = Math.abs(ahead)
  if (wrong < worthSaying) return null
  const much =
    wrong >= 2 * 1440
      ? t('clock.days', { count: Math.round(wrong / 1440) })
      : wrong >= 120
        ? t('clock.hours', { count: Math.round(wrong / 60) })
        : t('clock.minutes', { count: wrong })
  return <p className={styles.lead}>{t(ahead > 0 ? 'clock.ahead' : 'clock.behind', { much })}</p>
}
