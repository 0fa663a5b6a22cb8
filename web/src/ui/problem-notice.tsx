import { Button } from 'antd'
import { useWords } from './i18n.ts'
import { asProblem } from './problem.ts'
import styles from './problem-notice.module.css'
import { uiWords } from './words.ts'

type ProblemNoticeProps = { readonly problem: unknown; readonly onRetry?: () => unknown }

/** Says what was refused, why and what to do; read out when it appears. */
export const ProblemNotice = ({ problem, onRetry }: ProblemNoticeProps) => {
  const t = useWords(uiWords)
  const { message, detail, at } = asProblem(problem)
  return (
    <div className={styles.notice} role="alert">
      <b>{message}</b>
      <p>{detail}</p>
      {at.length === 0 ? null : (
        <ul>
          {at.map(place => (
            <li key={`${place.field} ${place.message}`}>{place.message}</li>
          ))}
        </ul>
      )}
      {onRetry === undefined ? null : (
        <Button size="small" onClick={() => void onRetry()}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
