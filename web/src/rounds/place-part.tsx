import type { Unit } from '@luoshi/contract/units'
import { isWithin } from '@luoshi/rules/unit-path'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Input, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import type { Draft } from './draft.ts'
import { roundFormWords } from './form-words.ts'
import styles from './rounds.module.css'

type Props = {
  readonly draft: Draft
  readonly units: readonly Unit[]
  readonly isNew: boolean
  readonly onChange: (change: Partial<Draft>) => void
}

const kinds = ['open', 'unannounced', 'mutual', 'self', 'patrol'] as const

/** How, what it is called, when, where and which points. */
export const PlacePart = ({ draft, units, isNew, onChange }: Props) => {
  const t = useWords(roundFormWords)
  const running = units.find(({ id }) => id === draft.unitId)
  const below = units.filter(({ path, archived }) => !archived && running !== undefined && isWithin(path, running.path))
  return (
    <section className={styles.part}>
      <h2>{t('kind')}</h2>
      <Radio.Group
        className={styles.kinds ?? ''}
        aria-label={t('kind')}
        value={draft.kind}
        onChange={event =>
          onChange({ kind: event.target.value, inspectorIds: [], ties: [], total: null, quotas: null })
        }
      >
        {kinds.map(kind => (
          <Radio key={kind} value={kind}>
            <b>{t(`kind_${kind}`)}</b>
            <small>{t(`kind_${kind}_what`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      <div className={styles.field}>
        <label htmlFor="round-title">{t('name')}</label>
        <Input
          id="round-title"
          value={draft.title}
          maxLength={120}
          placeholder={t('nameExample')}
          onChange={event => onChange({ title: event.target.value })}
        />
      </div>
      <RunBy draft={draft} isNew={isNew} onChange={onChange} />
      <div className={styles.field}>
        <span>{t('dates')}</span>
        <DatePicker.RangePicker
          aria-label={t('dates')}
          allowClear={false}
          value={[dayjs(draft.startsOn), dayjs(draft.endsOn)]}
          onChange={range =>
            range?.[0] &&
            range[1] &&
            onChange({ startsOn: range[0].format('YYYY-MM-DD'), endsOn: range[1].format('YYYY-MM-DD') })
          }
        />
      </div>
      <div className={styles.field}>
        <span>{t('where')}</span>
        <Select
          mode="multiple"
          aria-label={t('where')}
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount={6}
          value={draft.withinUnitIds}
          onChange={withinUnitIds => onChange({ withinUnitIds, quotas: null })}
          options={below.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <small>{t('whereHint')}</small>
      </div>
      <Types draft={draft} onChange={onChange} />
    </section>
  )
}

/** Only for somebody who runs an office in more than one unit there is anything to choose. */
const RunBy = ({ draft, isNew, onChange }: Pick<Props, 'draft' | 'isNew' | 'onChange'>) => {
  const t = useWords(roundFormWords)
  const offices = useMe().memberships.filter(({ role }) => role === 'office')
  if (!isNew || offices.length < 2) return null
  return (
    <div className={styles.field}>
      <span>{t('unit')}</span>
      <Select
        aria-label={t('unit')}
        value={draft.unitId}
        onChange={unitId => onChange({ unitId, withinUnitIds: [unitId], inspectorIds: [], ties: [], quotas: null })}
        options={offices.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
      />
    </div>
  )
}

const Types = ({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) => {
  const t = useWords(roundFormWords)
  const { data } = useQuery(orpc.points.types.queryOptions({ input: {} }))
  return (
    <div className={styles.field}>
      <span>{t('types')}</span>
      {data?.length === 0 ? <p className={styles.notice}>{t('typesNone')}</p> : null}
      <Checkbox.Group
        className={styles.types ?? ''}
        value={draft.pointTypes}
        onChange={pointTypes => onChange({ pointTypes, quotas: null })}
      >
        {(data ?? []).map(({ pointType, points }) => (
          <Checkbox key={pointType} value={pointType}>
            {t('typeCount', { type: pointType, count: points })}
          </Checkbox>
        ))}
      </Checkbox.Group>
    </div>
  )
}
