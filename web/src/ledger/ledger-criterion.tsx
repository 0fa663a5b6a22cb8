import type { Ledger, LedgerItem } from '@luoshi/contract/ledger'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { BringDialog } from './bring-dialog.tsx'
import styles from './ledger.module.css'
import { LedgerPapers } from './ledger-papers.tsx'
import { ledgerWords } from './words.ts'

type Criterion = Ledger['standards'][number]['sections'][number]['criteria'][number]
type LedgerCriterionProps = {
  readonly criterion: Criterion
  /** One unit is looked at: its papers are shown; else who has not brought theirs. */
  readonly isOne: boolean
  readonly mayBring: boolean
}

export const LedgerCriterion = ({ criterion, isOne, mayBring }: LedgerCriterionProps) => {
  const t = useWords(ledgerWords)
  return (
    <div className={styles.criterion}>
      <h3>
        {criterion.text} {criterion.critical ? <Tag tone="late">{t('critical')}</Tag> : null}
      </h3>
      {criterion.items.map(item =>
        isOne ? (
          <OfOneUnit key={item.part} item={item} text={criterion.text} mayBring={mayBring} />
        ) : (
          <OfAll key={item.part} item={item} />
        ),
      )}
    </div>
  )
}

const Asked = ({ item: { part, kind, months } }: { readonly item: LedgerItem }) => {
  const t = useWords(ledgerWords)
  return (
    <span>
      {part}{' '}
      <small>
        {t(`kind.${kind}`)}
        {months === null ? '' : ` · ${t('months', { count: months })}`}
      </small>
    </span>
  )
}

const OfAll = ({ item }: { readonly item: LedgerItem }) => {
  const t = useWords(ledgerWords)
  const { exists, missing, outOfDate, units, unlisted } = item
  return (
    <div className={styles.item}>
      <Asked item={item} />
      <span className={styles.tally}>
        <span className={styles.good}>{exists > 0 ? `✓ ${t('exists', { count: exists })}` : ''}</span>
        <b className={styles.bad}>{missing > 0 ? `✕ ${t('missing', { count: missing })}` : ''}</b>
        <b className={styles.old}>{outOfDate > 0 ? `! ${t('outOfDate', { count: outOfDate })}` : ''}</b>
      </span>
      {(['missing', 'out-of-date'] as const).map(state => {
        const names = units.filter(one => one.state === state).map(({ unit }) => unit.name)
        return names.length === 0 ? null : (
          <span key={state} className={styles.who}>
            {t(`who.${state}`)}
            {names.join(t('between'))}
          </span>
        )
      })}
      {unlisted > 0 ? <span className={styles.who}>{t('who.more', { count: unlisted })}</span> : null}
    </div>
  )
}

const tones = { exists: 'done', missing: 'late', 'out-of-date': 'soon' } as const

type OfOneUnitProps = { readonly item: LedgerItem; readonly text: string; readonly mayBring: boolean }

const OfOneUnit = ({ item, text, mayBring }: OfOneUnitProps) => {
  const t = useWords(ledgerWords)
  const [isBringing, setBringing] = useState(false)
  const [first] = item.units
  if (first === undefined) return null
  const { unit, state, papers } = first
  return (
    <div className={`${styles.item} ${styles.own}`}>
      <Asked item={item} />
      <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
      {mayBring ? (
        <Button size="small" onClick={() => setBringing(true)}>
          {state === 'exists' ? t('bring.again') : t('bring')}
        </Button>
      ) : (
        <span />
      )}
      {papers.length === 0 ? null : <LedgerPapers papers={papers} />}
      {isBringing ? (
        <BringDialog
          criterionId={item.criterionId}
          part={item.part}
          text={text}
          unit={unit}
          onClose={() => setBringing(false)}
        />
      ) : null}
    </div>
  )
}
