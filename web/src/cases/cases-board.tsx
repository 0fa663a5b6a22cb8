import type { CaseRow } from '@luoshi/contract/cases'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { CaseDue } from './case-due.tsx'
import type { CaseFilter } from './case-filter.ts'
import { CaseMarks } from './case-state.tsx'
import styles from './cases.module.css'
import { useCaseKeys } from './use-case-keys.ts'
import { caseWords } from './words.ts'

/** What was given back waits beside what was found; what is accepted is in hand. */
const columns = [
  { title: 'state_found', states: ['found', 'refused'] },
  { title: 'state_assigned', states: ['assigned'] },
  { title: 'state_in-hand', states: ['accepted', 'in-hand'] },
  { title: 'state_submitted', states: ['submitted'] },
  { title: 'state_rechecked', states: ['rechecked'] },
] as const satisfies readonly { title: string; states: readonly CaseRow['state'][] }[]

type Props = { readonly filter: CaseFilter; readonly onTurn: () => void }

/** Open cases in columns by state, the late first in each. */
export const CasesBoard = ({ filter: { open: _, ...filter }, onTurn }: Props) => {
  const t = useWords(caseWords)
  const { data, error, refetch } = useQuery(orpc.cases.board.queryOptions({ input: { ...filter, each: 20 } }))
  const shown = columns.map(({ title, states }) => {
    const parts = (data ?? []).filter(({ state }) => states.some(one => one === state))
    return {
      title,
      state: states[0],
      total: parts.reduce((sum, part) => sum + part.total, 0),
      late: parts.reduce((sum, part) => sum + part.late, 0),
      items: parts
        .flatMap(part => part.items)
        .toSorted((one, other) => Date.parse(one.dueAt ?? '9999-01-01') - Date.parse(other.dueAt ?? '9999-01-01')),
    }
  })
  const current = useCaseKeys({ rows: shown.flatMap(({ items }) => items), choose: () => {}, turn: onTurn })
  if (error) return <ProblemNotice problem={error} onRetry={refetch} />
  if (!data) return <Waiting rows={8} />
  return (
    <div className={styles.board}>
      {shown.map(({ title, state, total, late, items }) => (
        <section key={title} aria-label={t(title)}>
          <h2>
            {t(title)} <span>{total}</span>
            {late > 0 && <em>{t('boardLate', { count: late })}</em>}
          </h2>
          <ul>
            {items.map(row => (
              <Card key={row.id} row={row} current={row.id === current} />
            ))}
            {items.length === 0 && <li className={styles.none}>{t('boardNone')}</li>}
          </ul>
          {total > items.length && (
            <Link to="/cases" search={{ state }}>
              {t('boardMore', { count: total - items.length })}
            </Link>
          )}
        </section>
      ))}
    </div>
  )
}

const Card = ({ row, current }: { readonly row: CaseRow; readonly current: boolean }) => (
  <li className={styles.card} data-light={row.light} data-current={current}>
    <Link to="/cases/$caseId" params={{ caseId: row.id }}>
      {row.thumbnailUrl && <img src={row.thumbnailUrl} alt="" loading="lazy" />}
      <b>{row.title}</b>
      <small>{[row.point?.name ?? row.place, row.unit.name].filter(Boolean).join(' · ')}</small>
    </Link>
    <CaseDue row={row} />
    <span className={styles.marks}>
      <CaseMarks row={row} />
    </span>
  </li>
)
