import type { CaseDetail } from '@luoshi/contract/cases'
import { localDate } from '@luoshi/rules/local-time'
import { calendarWord } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './case.module.css'
import { casePageWords } from './case-page-words.ts'

/** A picture that looks like an earlier one is asked about, and never judged. */
export const LikenessQuestions = ({ one }: { readonly one: CaseDetail }) => {
  const t = useWords(casePageWords)
  const said = useWords(uiWords)
  const { today } = useMe().tenant
  const questions = one.likenesses.map(({ evidenceId, earlier }) => {
    const now = one.after.find(({ id }) => id === evidenceId)
    const date = calendarWord(said, localDate(earlier.addedAt), today)
    return (
      <section key={evidenceId + earlier.evidenceId} className={styles.likeness}>
        <h2>{t('likeTitle')}</h2>
        <p>{t('likeText', { date, where: earlier.where })}</p>
        <div>
          <figure>
            {now?.thumbnailUrl && <img src={now.thumbnailUrl} alt={t('likeNow')} />}
            <figcaption>{t('likeNow')}</figcaption>
          </figure>
          <figure>
            {earlier.thumbnailUrl && <img src={earlier.thumbnailUrl} alt={t('likeThen', { date })} />}
            <figcaption>{t('likeThen', { date })}</figcaption>
          </figure>
        </div>
      </section>
    )
  })
  return (
    <>
      {questions}
      {one.likenessesLeft === 0 ? null : <p>{t('likeMore', { count: one.likenessesLeft })}</p>}
    </>
  )
}
