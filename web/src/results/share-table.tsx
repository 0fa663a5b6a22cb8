import type { ResultRow } from '@luoshi/contract/results'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './results.module.css'
import { resultsWords } from './words.ts'

type Share = Omit<ResultRow, 'key' | 'name'>
type ShareTableProps = { readonly rows: readonly ResultRow[]; readonly whole: Share; readonly target: number }

/** Shares with their doubt as a bar, their sample, and where they stand. Not in order of rank: a share of a few is none. */
export const ShareTable = ({ rows, whole, target }: ShareTableProps) => {
  const t = useWords(resultsWords)
  return (
    <div className={styles.scroll}>
      <table className={`${styles.table} ${styles.shares}`}>
        <thead>
          <tr>
            <th scope="col">{t('col.name')}</th>
            <th scope="col">{t('col.share')}</th>
            <th scope="col" className={styles.number}>
              {t('col.value')}
            </th>
            <th scope="col" className={styles.number}>
              {t('col.sample')}
            </th>
            <th scope="col">{t('col.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <Cells name={row.name} share={row} target={target} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('whole')}</th>
            <Cells name={t('whole')} share={whole} target={target} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const tones = { met: 'done', unmet: 'late', fragile: 'soon', unknown: 'plain' } as const

type CellsProps = { readonly name: string; readonly share: Share; readonly target: number }

const Cells = ({ name, share, target }: CellsProps) => {
  const t = useWords(resultsWords)
  const { value, interval, numerator, denominator, status } = share
  return (
    <>
      <td className={styles.share}>
        {value === null ? null : (
          <svg
            viewBox="0 0 200 18"
            preserveAspectRatio="none"
            role="img"
            aria-label={t('chart', { name, value: round(value) })}
          >
            <title>{interval ? t('interval', { low: round(interval.low), high: round(interval.high) }) : ''}</title>
            <rect x="0" y="4" width="200" height="10" />
            <rect x="0" y="4" width={2 * value} height="10" className={styles.done} data-status={status} />
            {interval ? <line x1={2 * interval.low} x2={2 * interval.high} y1="9" y2="9" /> : null}
            <line x1={2 * target} x2={2 * target} y1="0" y2="18" className={styles.target} />
          </svg>
        )}
      </td>
      <td className={styles.number}>
        {value === null ? '–' : `${round(value)}%`}
        {interval === null ? null : (
          <small>{t('range', { low: Math.round(interval.low), high: Math.round(interval.high) })}</small>
        )}
      </td>
      <td className={styles.number}>{t('sample', { numerator, denominator })}</td>
      <td>
        <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
      </td>
    </>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
