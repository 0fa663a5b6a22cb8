import { Button } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { keyset, usePages } from '../ui/use-pages.ts'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import { BatchBar } from './batch-bar.tsx'
import type { CaseFilter } from './case-filter.ts'
import { CaseLine } from './case-line.tsx'
import styles from './cases.module.css'
import { useCaseKeys } from './use-case-keys.ts'
import { caseWords } from './words.ts'

type Props = {
  readonly filter: CaseFilter
  /** Set while something narrows the list. */
  readonly onClear: (() => void) | undefined
  readonly onTurn: () => void
}

/** Cases soonest due first; several can be chosen and dealt with at once. */
export const CasesList = ({ filter, onClear, onTurn }: Props) => {
  const t = useWords(caseWords)
  const said = useWords(uiWords)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const pages = usePages(
    orpc.cases.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  const { items, total } = pages
  const toggle = (id: string) => setChosen(before => new Set(before.has(id) ? without(before, id) : [...before, id]))
  const current = useCaseKeys({ rows: items, choose: toggle, turn: onTurn })
  const picked = items.filter(({ id }) => chosen.has(id))
  if (pages.problem !== null) return <ProblemNotice problem={pages.problem} onRetry={pages.retry} />
  if (pages.waiting) return <Waiting rows={8} />
  if (items.length === 0)
    return onClear ? (
      <EmptyState title={t('nothing')} act={<Button onClick={onClear}>{said('list.clear')}</Button>} />
    ) : (
      <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
    )
  return (
    <>
      <BatchBar
        rows={picked}
        shown={items.length}
        onAll={() => setChosen(new Set(items.slice(0, 200).map(({ id }) => id)))}
        onNone={() => setChosen(new Set())}
      />
      <ul className={styles.rows} aria-label={t('title')}>
        {items.map(row => (
          <CaseLine
            key={row.id}
            row={row}
            current={row.id === current}
            chosen={chosen.has(row.id)}
            onChoose={() => toggle(row.id)}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        <span aria-live="polite">{t('total', { count: total ?? items.length })}</span>
        {pages.hasMore && (
          <Button onClick={pages.readMore} loading={pages.readingMore}>
            {said('list.more')}
          </Button>
        )}
      </div>
    </>
  )
}

const without = (ids: ReadonlySet<string>, id: string): readonly string[] => [...ids].filter(one => one !== id)
