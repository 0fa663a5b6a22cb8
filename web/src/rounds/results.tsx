import type { CriterionResult } from '@luoshi/contract/rounds'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Tag } from '../ui/tag.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { percent } from './percent.ts'
import styles from './rounds.module.css'
import { roundWords } from './words.ts'

/** What a round found, criterion by criterion, the worst first; each share with its interval. */
export const Results = ({ roundId }: { readonly roundId: string }) => {
  const t = useWords(roundWords)
  const { data, error, refetch } = useQuery(orpc.rounds.results.queryOptions({ input: { id: roundId } }))
  if (error) return <ProblemNotice problem={error} onRetry={refetch} />
  if (!data) return <Waiting rows={6} />
  const types = [...Map.groupBy(data, ({ pointType }) => pointType)]
  return (
    <section>
      <h2>{t('results')}</h2>
      <p className={styles.soft}>{data.length === 0 ? t('resultsNone') : t('resultsHint')}</p>
      {types.map(([pointType, criteria]) => (
        <TypeResults key={pointType} pointType={pointType} criteria={criteria} />
      ))}
    </section>
  )
}

const TypeResults = ({ pointType, criteria }: { readonly pointType: string; readonly criteria: CriterionResult[] }) => {
  const t = useWords(roundWords)
  const sorted = criteria.toSorted(worstFirst)
  const isWhole = ({ share }: CriterionResult): boolean => share === null || share.value === 1
  const [below, whole] = [sorted.filter(one => !isWhole(one)), sorted.filter(isWhole)]
  return (
    <div>
      <h3>{pointType}</h3>
      {below.length === 0 ? null : <ResultTable label={pointType} results={below} />}
      {whole.length === 0 ? null : (
        <details className={styles.whole}>
          <summary>{t('allConform', { count: whole.length })}</summary>
          <ResultTable label={pointType} results={whole} />
        </details>
      )}
    </div>
  )
}

const ResultTable = ({ label, results }: { readonly label: string; readonly results: readonly CriterionResult[] }) => {
  const t = useWords(roundWords)
  return (
    <table className={styles.results} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('colCriterion')}</th>
          <th scope="col">{t('colShare')}</th>
          <th scope="col">{t('colCounts')}</th>
        </tr>
      </thead>
      <tbody>
        {results.map(result => (
          <ResultRow key={result.criterionId} result={result} />
        ))}
      </tbody>
    </table>
  )
}

const worstFirst = (one: CriterionResult, other: CriterionResult): number =>
  (one.share?.value ?? 2) - (other.share?.value ?? 2)

const ResultRow = ({ result }: { readonly result: CriterionResult }) => {
  const t = useWords(roundWords)
  const { share, text, critical, conforms, mostly, fails } = result
  return (
    <tr>
      <td className={styles.criterion}>
        {text} {critical ? <Tag tone="late">{t('critical')}</Tag> : null}
      </td>
      <td className={styles.shareCell}>
        {share === null ? (
          '—'
        ) : (
          <>
            <span className={styles.interval} aria-hidden>
              <i style={{ left: `${share.low * 100}%`, width: `${(share.high - share.low) * 100}%` }} />
              <b style={{ left: `${share.value * 100}%` }} />
            </span>
            <span>
              <b>{t('percent', { value: percent(share.value) })}</b>{' '}
              <small>{t('range', { low: percent(share.low), high: percent(share.high) })}</small>
            </span>
          </>
        )}
      </td>
      <td className={styles.counts}>
        {conforms} / {mostly} / <span className={fails > 0 ? styles.late : ''}>{fails}</span>
      </td>
    </tr>
  )
}
