import type { CarriedPoint } from '@luoshi/contract/field'
import { localDate } from '@luoshi/rules/local-time'
import { calendarWord } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import styles from './checklist.module.css'
import { useNow } from './field-context.tsx'
import { fieldWords } from './words.ts'

type LastTimeProps = { readonly last: CarriedPoint['last'][number]; readonly onSame: () => void }

/** What was seen here the last time, and one tap to say that it is still so. */
export const LastTime = ({ last, onSame }: LastTimeProps) => {
  const t = useWords(fieldWords)
  const u = useWords(uiWords)
  const when = calendarWord(u, localDate(last.seenAt), localDate(useNow()))
  return (
    <div className={styles.last}>
      <span>
        {t('visit.last', { when })} <b data-grade={last.grade}>{t(`grade.${last.grade}`)}</b>
        {last.note === '' ? '' : `：${last.note}`}
      </span>
      <button type="button" className={styles.same} onClick={onSame}>
        {t('visit.as-last')}
      </button>
    </div>
  )
}
