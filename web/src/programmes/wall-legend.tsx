import { useWords } from '../ui/i18n.ts'
import styles from './wall.module.css'
import { programmeWords } from './words.ts'

const looks = ['confirmed', 'submitted', 'going', 'assigned', 'returned', 'late'] as const

/** What the paint of a bar means. */
export const Legend = () => {
  const t = useWords(programmeWords)
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {looks.map(look => (
        <li key={look}>
          <svg width={22} height={12} className={styles[look]} aria-hidden>
            <rect x={1} y={1} width={20} height={10} rx={3} />
          </svg>
          {t(`bar_${look}`)}
        </li>
      ))}
      <li>
        <svg width={12} height={12} aria-hidden>
          <path d="M2 1 L11 5 L2 9 Z" className={styles.flag} />
        </svg>
        {t('milestone')}
      </li>
    </ul>
  )
}
