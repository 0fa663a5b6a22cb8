import type { UnitBurden } from '@luoshi/contract/burden'
import { addMonths } from '@luoshi/rules/plain-date'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import styles from '../results/results.module.css'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { Waiting } from '../ui/waiting.tsx'
import { burdenWords } from './words.ts'

const kinds = ['assignment', 'occurrence', 'case', 'notice', 'again'] as const

/** What the house itself asks of units, how long that takes them, and who asked. Of units only: persons are not counted. */
export const BurdenPart = () => {
  const t = useWords(burdenWords)
  const { today } = useMe().tenant
  const [month, setMonth] = useState(today.slice(0, 7))
  const burden = useQuery(orpc.burden.get.queryOptions({ input: { month } }))
  const go = (months: number): void => setMonth(addMonths(`${month}-01`, months).slice(0, 7))
  if (burden.isError) return <ProblemNotice problem={burden.error} onRetry={burden.refetch} />
  const whole = burden.data?.whole
  return (
    <>
      <div className={styles.bar}>
        <Button onClick={() => go(-1)}>‹ {t('before')}</Button>
        <b>{month}</b>
        <Button onClick={() => go(1)} disabled={month >= today.slice(0, 7)}>
          {t('after')} ›
        </Button>
      </div>
      {whole === undefined ? (
        <Waiting rows={8} />
      ) : (
        <p>
          {t('lead', {
            month: Number(month.slice(5)),
            items: whole.items,
            hours: hours(whole.minutes),
            avoided: whole.avoided,
          })}{' '}
          <span className={styles.soft}>{t('how')}</span>
        </p>
      )}
      {burden.data?.units.length === 0 ? <EmptyState title={t('none')} /> : null}
      {burden.data && burden.data.units.length > 0 ? <UnitsTable units={burden.data.units} /> : null}
    </>
  )
}

const UnitsTable = ({ units }: { readonly units: readonly UnitBurden[] }) => {
  const t = useWords(burdenWords)
  const heads = ['items', 'change', ...kinds, 'hours', 'avoided'] as const
  return (
    <div className={styles.scroll}>
      <table className={`${styles.table} ${styles.wide}`}>
        <thead>
          <tr>
            <th scope="col">{t('col.unit')}</th>
            {heads.map(head => (
              <th key={head} scope="col" className={styles.number}>
                {t(`col.${head}`)}
              </th>
            ))}
            <th scope="col">{t('col.by')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, items, before, asked, minutes, avoided, by }) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td className={styles.number}>{items}</td>
              <td className={styles.number}>
                {items === before
                  ? t('same')
                  : items > before
                    ? t('more', { count: items - before })
                    : t('less', { count: before - items })}
              </td>
              {kinds.map(kind => (
                <td key={kind} className={styles.number}>
                  {asked[kind] === 0 ? '' : asked[kind]}
                </td>
              ))}
              <td className={styles.number}>{hours(minutes)}</td>
              <td className={styles.number}>{avoided === 0 ? '' : avoided}</td>
              <td>{by.map(({ unit: asker, items: count }) => t('by', { name: asker.name, count })).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const hours = (minutes: number): string => (minutes / 60).toFixed(1)
