import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { layOut } from '../field/map-layout.ts'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import type { CaseFilter } from './case-filter.ts'
import styles from './cases.module.css'
import { mapWords } from './map-words.ts'
import { caseWords } from './words.ts'

const box = { width: 1000, height: 560 }
const shapes = { red: 'M0 -9 L9 7 L-9 7 Z', yellow: 'M0 -8 L8 0 L0 8 L-8 0 Z' } as const

/** Where open cases lie to each other; needs no map beneath. Each light has its own shape. */
export const CasesMap = ({ filter: { open: _, ...filter } }: { readonly filter: CaseFilter }) => {
  const t = useWords(mapWords)
  const said = useWords(caseWords)
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(orpc.cases.map.queryOptions({ input: filter }))
  if (error) return <ProblemNotice problem={error} onRetry={refetch} />
  if (!data) return <Waiting rows={8} />
  if (data.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  const open = (id: string) => void navigate({ to: '/cases/$caseId', params: { caseId: id } })
  return (
    <figure className={styles.map}>
      <svg viewBox={`0 0 ${box.width} ${box.height}`}>
        <title>{t('title')}</title>
        {layOut(data, box).map(({ item: { id, title, light, state }, x, y }) => (
          // biome-ignore lint/a11y/useSemanticElements: a picture holds no buttons
          <g
            key={id}
            role="button"
            tabIndex={0}
            data-light={light}
            transform={`translate(${x} ${y})`}
            aria-label={`${title} ${said(`state_${state}`)} ${said(`light_${light}`)}`}
            onClick={() => open(id)}
            onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && open(id)}
          >
            <title>{title}</title>
            <circle r="16" fill="transparent" />
            {light === 'red' || light === 'yellow' ? <path d={shapes[light]} /> : <circle r="7" />}
          </g>
        ))}
      </svg>
      <figcaption>
        {(['red', 'yellow', 'green', 'none'] as const).map(light => (
          <span key={light} data-light={light}>
            <svg viewBox="-10 -10 20 20" aria-hidden="true">
              {light === 'red' || light === 'yellow' ? <path d={shapes[light]} /> : <circle r="7" />}
            </svg>
            {said(`light_${light}`)} {data.filter(one => one.light === light).length}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
