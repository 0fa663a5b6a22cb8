import { Button } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import styles from './sheet.module.css'
import type { Draft } from './use-draft.ts'
import { standardsWords } from './words.ts'

/** Whether what is written is kept; and when somebody else wrote too, which of both is to stay. */
export const DraftSaving = ({ draft: { saving, flush, settleStale } }: { readonly draft: Draft }) => {
  const t = useWords(standardsWords)
  switch (saving.kind) {
    case 'stale':
      return (
        <section className={styles.stale} role="alert">
          <b>{t('stale.title')}</b>
          <p>{t('stale.detail')}</p>
          <Button size="small" onClick={() => void settleStale('theirs')}>
            {t('stale.theirs')}
          </Button>{' '}
          <Button size="small" onClick={() => void settleStale('mine')}>
            {t('stale.mine')}
          </Button>
        </section>
      )
    case 'failed':
      return (
        <div className={styles.stale}>
          <ProblemNotice problem={saving.problem} onRetry={flush} />
        </div>
      )
    case 'unready':
      return (
        <span className={styles.saving} role="status">
          {t('saving.unready', { count: saving.count })}
        </span>
      )
    default:
      return (
        <span className={styles.saving} role="status" data-kind={saving.kind}>
          {t(`saving.${saving.kind}`)}
        </span>
      )
  }
}
