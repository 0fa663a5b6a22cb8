import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { PlaceMap } from '../ui/place-map.tsx'
import type { Standing } from '../ui/places.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import type { CaseFilter } from './case-filter.ts'
import { mapWords } from './map-words.ts'
import { caseWords } from './words.ts'

const standingOf = { red: 'late', yellow: 'open', none: 'unseen', green: 'good' } as const
const lightOf = { late: 'red', open: 'yellow', unseen: 'none', good: 'green' } as const satisfies Record<
  Standing,
  keyof typeof standingOf
>

/** Where open cases are; each light has its own shape. */
export const CasesMap = ({ filter: { open: _, ...filter } }: { readonly filter: CaseFilter }) => {
  const t = useWords(mapWords)
  const said = useWords(caseWords)
  const { data, error, refetch } = useQuery(orpc.cases.map.queryOptions({ input: filter }))
  const places = useMemo(
    () => data?.cases.map(one => ({ ...one, name: one.title, status: standingOf[one.light] })) ?? [],
    [data],
  )
  if (error) return <ProblemNotice problem={error} onRetry={refetch} />
  if (!data) return <Waiting rows={8} />
  if (places.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  return (
    <PlaceMap
      label={t('label', { count: places.length })}
      places={places}
      names={data.units}
      tiles={data.tiles}
      word={status => said(`light_${lightOf[status]}`)}
      link={({ id, title }) => (
        <Link to="/cases/$caseId" params={{ caseId: id }}>
          {title}
        </Link>
      )}
      line={({ unit, state }) => `${unit.name} · ${said(`state_${state}`)}`}
      listTitle={t('list')}
      leftOut={data.hasMore ? <b>{t('notDrawn', { count: places.length })}</b> : null}
    />
  )
}
