import type { UnitBurden } from '@luoshi/contract/burden'
import { addMonths } from '@luoshi/rules/plain-date'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import styles from '../results/results.module.css'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { type Say, useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { Waiting } from '../ui/waiting.tsx'
import own from './burden.module.css'
import { burdenWords } from './words.ts'

const heads = ['items', 'change', 'assignment', 'occurrence', 'case', 'notice', 'again', 'hours', 'avoided'] as const

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
  return (
    <div className={own.scroll}>
      <table className={`${styles.table} ${own.asked}`}>
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
          {units.map(one => (
            <UnitRow key={one.unit.id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** On a phone the row is a card, in which each figure says what it counts and what is nought is left out. */
const UnitRow = ({ one: { unit, items, before, asked, minutes, avoided, by } }: { readonly one: UnitBurden }) => {
  const t = useWords(burdenWords)
  const figures = {
    items,
    change: changeWords(t, items - before),
    ...asked,
    hours: hours(minutes),
    avoided,
  }
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      {heads.map(head => (
        <td key={head} className={styles.number} data-what={t(`col.${head}`)}>
          {figures[head] === 0 && head !== 'items' ? '' : figures[head]}
        </td>
      ))}
      <td data-what={t('col.by')}>
        {by.map(({ unit: asker, items: count }) => t('by', { name: asker.name, count })).join(t('comma'))}
      </td>
    </tr>
  )
}

const changeWords = (t: Say<typeof burdenWords>, change: number): string =>
  change === 0 ? t('same') : change > 0 ? t('more', { count: change }) : t('less', { count: -change })

const hours = (minutes: number): string => (minutes / 60).toFixed(1)
