import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { onlyLacking } from './lacking.ts'
import styles from './ledger.module.css'
import { LedgerCriterion } from './ledger-criterion.tsx'
import { LedgerSets, NewSet } from './ledger-sets.tsx'
import { ledgerWords } from './words.ts'

/** What the standards of a programme ask for on paper, in their order: what exists, what lacks, and who must bring it. */
export const LedgerTab = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(ledgerWords)
  const [unitId, setUnitId] = useState<string>()
  const [isLacking, setLacking] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const whole = useQuery(orpc.ledger.view.queryOptions({ input: { id: programmeId } }))
  const ofUnit = useQuery({
    ...orpc.ledger.view.queryOptions({ input: { id: programmeId, ...(unitId && { unitId }) } }),
    enabled: unitId !== undefined,
  })
  const view = unitId === undefined ? whole : ofUnit
  if (whole.isError || view.isError)
    return <ProblemNotice problem={whole.error ?? view.error} onRetry={() => void view.refetch()} />
  if (!whole.data) return <Waiting rows={10} />
  if (whole.data.standards.length === 0) return <EmptyState title={t('none')}>{t('none.hint')}</EmptyState>
  const { units, actions } = whole.data
  // Whoever sees one unit only sees it as one.
  const only = units.length === 1 ? units[0]?.id : undefined
  if (only !== undefined && unitId === undefined) setUnitId(only)
  const totals = view.data?.totals
  const standards = view.data === undefined ? [] : isLacking ? onlyLacking(view.data.standards) : view.data.standards
  return (
    <>
      <div className={styles.head}>
        <p className={styles.lead}>{t('lead')}</p>
        {totals === undefined ? null : (
          <p className={styles.counts}>
            <b className={styles.good}>✓ {t('exists', { count: totals.exists })}</b>
            <b className={styles.bad}>✕ {t('missing', { count: totals.missing })}</b>
            <b className={styles.old}>! {t('outOfDate', { count: totals.outOfDate })}</b>
          </p>
        )}
        {only !== undefined ? null : (
          <Select
            aria-label={t('unit')}
            style={{ minWidth: 200 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={unitId ?? ''}
            onChange={chosen => setUnitId(chosen === '' ? undefined : chosen)}
            options={[{ value: '', label: t('all') }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <Checkbox checked={isLacking} onChange={({ target }) => setLacking(target.checked)}>
          {t('only-lacking')}
        </Checkbox>
        {actions.includes('ledger.export') ? <Button onClick={() => setExporting(true)}>{t('set')}</Button> : <span />}
      </div>
      {actions.includes('ledger.export') ? <LedgerSets programmeId={programmeId} /> : null}
      {view.data === undefined ? <Waiting rows={8} /> : standards.length === 0 ? <p>{t('complete')}</p> : null}
      {standards.map(({ standard, sections }) => (
        <section key={standard.id}>
          <h2 className={styles.standard}>
            {standard.title} <small>{standard.pointType}</small>
          </h2>
          {sections.map(({ section, criteria }) => (
            <div key={section}>
              <p className={styles.section}>{section}</p>
              {criteria.map(criterion => (
                <LedgerCriterion
                  key={criterion.id}
                  criterion={criterion}
                  isOne={unitId !== undefined}
                  mayBring={actions.includes('evidence.add') || only !== undefined}
                />
              ))}
            </div>
          ))}
        </section>
      ))}
      {isExporting ? <NewSet programmeId={programmeId} shown={unitId} onClose={() => setExporting(false)} /> : null}
    </>
  )
}
