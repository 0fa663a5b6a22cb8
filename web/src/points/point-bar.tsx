import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import type { PointFilter } from './use-point-filter.ts'
import { pointsWords } from './words.ts'

type Props = { readonly filter: PointFilter; readonly exports?: boolean; readonly archives?: boolean }

/** Search and filters above the list, the map and the labels. */
export const PointBar = ({ filter, exports = false, archives = false }: Props) => {
  const t = useWords(pointsWords)
  const units = useQuery(orpc.units.list.queryOptions({ input: {} }))
  const types = useQuery(orpc.points.types.queryOptions({ input: {} }))
  const { q, unit, type, status, isArchived, statuses, narrow } = filter
  return (
    <ListBar
      search={q}
      onSearch={next => narrow({ q: next || undefined })}
      hint={t('search')}
      {...(exports
        ? {
            spreadsheet: {
              noun: 'points',
              filters: { q, unitId: unit, pointType: type, status, archived: isArchived },
            },
          }
        : {})}
    >
      <Select
        aria-label={t('filter.type')}
        value={type ?? ''}
        onChange={next => narrow({ type: next || undefined })}
        popupMatchSelectWidth={false}
        style={{ minWidth: 140 }}
        options={[
          { value: '', label: t('filter.type.all') },
          ...(types.data ?? []).map(({ pointType, points }) => ({
            value: pointType,
            label: t('filter.type.one', { type: pointType, count: points }),
          })),
        ]}
      />
      <Select
        aria-label={t('filter.unit')}
        value={unit ?? ''}
        onChange={next => narrow({ unit: next || undefined })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        style={{ minWidth: 140 }}
        options={[
          { value: '', label: t('filter.unit.all') },
          ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        aria-label={t('filter.status')}
        value={isArchived ? 'archived' : (status ?? '')}
        onChange={next =>
          narrow(
            next === 'archived'
              ? { archived: 'yes', status: undefined }
              : { archived: undefined, status: next || undefined },
          )
        }
        popupMatchSelectWidth={false}
        style={{ minWidth: 120 }}
        options={[
          { value: '', label: t('filter.status.all') },
          ...statuses.map(value => ({ value, label: t(`status.${value}`) })),
          ...(archives ? [{ value: 'archived', label: t('filter.archived') }] : []),
        ]}
      />
    </ListBar>
  )
}
