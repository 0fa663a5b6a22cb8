import { homeOf } from '@luoshi/rules/round-kind'
import { Button, Checkbox, InputNumber } from 'antd'
import { useWords } from '../ui/i18n.ts'
import type { Draft } from './draft.ts'
import { roundFormWords } from './form-words.ts'
import styles from './rounds.module.css'
import type { PersonSeat } from './use-plan.ts'

type Props = {
  readonly draft: Draft
  readonly candidates: readonly PersonSeat[]
  readonly onChange: (change: Partial<Draft>) => void
}

/** Among whom inspectors are drawn, and how. */
export const PeoplePart = ({ draft, candidates, onChange }: Props) => {
  const t = useWords(roundFormWords)
  const { kind, inspectorIds, inspectorsPerPoint, apartRounds } = draft
  const isOwn = homeOf(kind) === 'own'
  const put = (ids: readonly string[]) => {
    const kept = new Set(ids)
    onChange({ inspectorIds: [...kept], ties: draft.ties.filter(({ personId }) => kept.has(personId)) })
  }
  return (
    <div className={styles.peoplePart}>
      <div className={styles.peopleHead}>
        <span className={styles.soft}>{t('whoHint')}</span>
        <span>{t('chosen', { count: inspectorIds.length })}</span>
        <Button size="small" type="text" onClick={() => put(candidates.map(({ person }) => person.id))}>
          {t('chooseAll')}
        </Button>
        <Button size="small" type="text" onClick={() => put([])}>
          {t('chooseNone')}
        </Button>
      </div>
      {draft.pointTypes.length === 0 && candidates.length === 0 ? (
        <p className={styles.soft}>{t('whoWaiting')}</p>
      ) : candidates.length === 0 ? (
        <p className={styles.notice}>
          {t(kind === 'open' || kind === 'unannounced' ? 'whoNone_open' : 'whoNone_mutual')}
        </p>
      ) : (
        <Checkbox.Group className={styles.candidates ?? ''} value={inspectorIds} onChange={put}>
          {candidates.map(({ person, unit }) => (
            <Checkbox key={person.id} value={person.id}>
              {person.name} <small>{unit.name}</small>
            </Checkbox>
          ))}
        </Checkbox.Group>
      )}
      <div className={styles.numbers}>
        <label htmlFor="round-per-point">{t('perPoint')}</label>
        <InputNumber
          id="round-per-point"
          min={1}
          max={5}
          value={inspectorsPerPoint}
          onChange={value => onChange({ inspectorsPerPoint: value ?? 1 })}
        />
        {isOwn ? null : (
          <>
            <label htmlFor="round-apart" title={t('apartHint')}>
              {t('apart')}
            </label>
            <InputNumber
              id="round-apart"
              min={0}
              max={10}
              value={apartRounds}
              onChange={value => onChange({ apartRounds: value ?? 0 })}
            />
          </>
        )}
      </div>
    </div>
  )
}
