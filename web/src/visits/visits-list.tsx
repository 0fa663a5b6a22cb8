import type { VisitRow } from '@luoshi/contract/visits'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import { VisitOutcome } from './visit-outcome.tsx'
import styles from './visits.module.css'
import { visitWords } from './words.ts'

export type VisitsOf = {
  readonly roundId?: string
  readonly pointId?: string
  readonly unitId?: string
  readonly mine?: boolean
}

type Props = { readonly of: VisitsOf; readonly bar?: ReactNode; readonly onClear?: (() => void) | undefined }

/** Visits, newest first; of a round, a point, a unit, or all within reach. */
export const VisitsList = ({ of, bar, onClear }: Props) => {
  const t = useWords(visitWords)
  const pages = usePages(
    orpc.visits.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...of, limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  return (
    <DataList
      label={t('title')}
      pages={pages}
      columns={useColumns(of)}
      idOf={({ id }) => id}
      bar={bar}
      empty={<EmptyState title={t('none.title')}>{t('none.detail')}</EmptyState>}
      onClear={onClear}
    />
  )
}

const useColumns = ({ pointId, roundId }: VisitsOf): readonly Column<VisitRow>[] => {
  const t = useWords(visitWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  const when: Column<VisitRow> = {
    key: 'when',
    title: t('col.when'),
    width: 150,
    ...(pointId !== undefined && { phone: 'title' }),
    cell: ({ id, startedAt }) => (
      <Link to="/visits/$visitId" params={{ visitId: id }} title={exactWords(startedAt)}>
        {pastWords(said, startedAt, now)}
      </Link>
    ),
  }
  const where: Column<VisitRow> = {
    key: 'point',
    title: t('col.point'),
    phone: 'title',
    cell: ({ id, point, unit, round }) => (
      <>
        <Link to="/visits/$visitId" params={{ visitId: id }}>
          {point.name}
        </Link>
        <small className={styles.under}>
          {unit.name}
          {roundId === undefined ? ` · ${round?.title ?? t('patrol')}` : ''}
        </small>
      </>
    ),
  }
  return [
    ...(pointId === undefined ? [where] : []),
    when,
    { key: 'seen', title: t('col.seen'), cell: visit => <VisitOutcome visit={visit} /> },
    { key: 'who', title: t('col.who'), width: 110, cell: ({ person }) => person.name },
  ]
}
