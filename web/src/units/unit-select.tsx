import type { Unit } from '@luoshi/contract/units'
import { Select } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import { ancestorsOf } from './tree-rows.ts'

type UnitSelectProps = {
  readonly units: readonly Unit[]
  readonly id?: string
  readonly value?: string
  readonly onChange?: (id: string) => void
  readonly placeholder?: string
}

/** Chooses a unit by any part of its names; each is shown with what it lies under, since names repeat. */
export const UnitSelect = ({ units, id, value, onChange, placeholder }: UnitSelectProps) => {
  const said = useWords(uiWords)
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      {...(placeholder === undefined ? {} : { placeholder })}
      showSearch={{ optionFilterProp: 'search' }}
      optionLabelProp="name"
      style={{ width: '100%' }}
      options={units.map(unit => ({
        value: unit.id,
        name: unit.name,
        search: [unit.name, unit.shortName ?? '', ...unit.aliases].join(' '),
        label: (
          <>
            {unit.name}{' '}
            <small style={{ color: 'var(--soft)' }}>
              {ancestorsOf(units, unit.id).at(-1)?.name ?? said(`kind.${unit.kind}`)}
            </small>
          </>
        ),
      }))}
    />
  )
}
