import type { Unit } from '@luoshi/contract/units'
import { Button, Input, Select } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import type { Draft } from './draft.ts'
import { roundFormWords } from './form-words.ts'
import styles from './rounds.module.css'
import type { PersonSeat } from './use-plan.ts'

type Props = {
  readonly draft: Draft
  readonly candidates: readonly PersonSeat[]
  readonly units: readonly Unit[]
  readonly onChange: (change: Partial<Draft>) => void
}

/** 回避: who keeps away from which unit, and why. */
export const TiesPart = ({ draft, candidates, units, onChange }: Props) => {
  const t = useWords(roundFormWords)
  const { ties, inspectorIds } = draft
  const chosen = candidates.filter(({ person }) => inspectorIds.includes(person.id))
  const put = (at: number, change: Partial<Draft['ties'][number]>) =>
    onChange({ ties: ties.map((tie, index) => (index === at ? { ...tie, ...change } : tie)) })
  return (
    <div className={styles.ties}>
      <p className={styles.soft}>{t('tiesHint')}</p>
      {ties.map((tie, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own until it is saved
        <div key={index} className={styles.tie}>
          <Select
            aria-label={t('tiePerson')}
            placeholder={t('tiePerson')}
            {...(tie.personId !== '' && { value: tie.personId })}
            onChange={(personId: string) => put(index, { personId })}
            options={chosen.map(({ person }) => ({ value: person.id, label: person.name }))}
          />
          <UnitSelect
            units={units}
            placeholder={t('tieUnit')}
            {...(tie.unitId !== '' && { value: tie.unitId })}
            onChange={unitId => put(index, { unitId })}
          />
          <Input
            aria-label={t('tieReason')}
            placeholder={t('tieReason')}
            value={tie.reason}
            maxLength={200}
            onChange={event => put(index, { reason: event.target.value })}
          />
          <Button type="text" onClick={() => onChange({ ties: ties.filter((_, at) => at !== index) })}>
            {t('tieRemove')}
          </Button>
        </div>
      ))}
      <Button
        disabled={chosen.length === 0}
        onClick={() => onChange({ ties: [...ties, { personId: '', unitId: '', reason: '' }] })}
      >
        {t('tieAdd')}
      </Button>
    </div>
  )
}
