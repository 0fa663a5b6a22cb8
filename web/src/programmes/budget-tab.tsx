import { useQuery } from '@tanstack/react-query'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import styles from './budget.module.css'
import { SentenceLink } from './sentence-link.tsx'
import { programmeWords } from './words.ts'

/** The money the plan states, line by line, and what it comes to. */
export const BudgetTab = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(programmeWords)
  const budget = useQuery(orpc.programmes.budget.queryOptions({ input: { id: programmeId } }))
  if (budget.isError) return <ProblemNotice problem={budget.error} onRetry={budget.refetch} />
  if (!budget.data) return <Waiting />
  const { lines, totalFen } = budget.data
  if (lines.length === 0) return <EmptyState title={t('budgetNone')}>{t('budgetNoneHint')}</EmptyState>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('budgetItem')}</th>
          <th scope="col" className={styles.wide}>
            {t('budgetShare')}
          </th>
          <th scope="col" className={styles.number}>
            {t('budgetAmount')}（{t('yuan')}）
          </th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, item, fen, span }) => (
          <tr key={id}>
            <td>{item}</td>
            <td className={styles.wide}>
              <span className={styles.share}>
                <i style={{ width: `${totalFen === 0 ? 0 : (fen / totalFen) * 100}%` }} />
              </span>
              {totalFen === 0 ? '' : `${((fen / totalFen) * 100).toFixed(1)}%`}
            </td>
            <td className={styles.number}>{yuanOf(fen)}</td>
            <td className={styles.number}>{span && <SentenceLink programmeId={programmeId} span={span} />}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('budgetSum')}</th>
          <td className={styles.wide} />
          <td className={styles.number}>{yuanOf(totalFen)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

const yuanOf = (fen: number): string =>
  (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
