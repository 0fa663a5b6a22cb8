import type { KeptCase, KeptOccurrence } from '../offline/field-database.ts'
import { dueInstantWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import styles from './field.module.css'
import { useNow } from './field-context.tsx'
import { LeftLine } from './left-line.tsx'
import { Page } from './page.tsx'
import { useToday } from './readings.ts'
import { go } from './use-route.ts'
import { fieldWords } from './words.ts'

/** What is late, what is for today, what comes; and the cases that wait for this hand or this eye. */
export const TodayPage = () => {
  const t = useWords(fieldWords)
  const lists = useToday()
  if (lists === undefined) return <Page title={t('today.title')}>{null}</Page>
  const { late, today, soon, mend, recheck } = lists
  const isEmpty = [late, today, soon, mend, recheck].every(list => list.length === 0)
  return (
    <Page title={t('today.title')} onBack={() => go({ page: 'home' })}>
      {isEmpty ? (
        <div className={styles.empty}>
          <h2>{t('today.none')}</h2>
          <p>{t('today.none.hint')}</p>
        </div>
      ) : null}
      <Occurrences title={t('today.late')} rows={late} />
      <Cases title={t('today.mend')} rows={mend} />
      <Cases title={t('today.recheck')} rows={recheck} />
      <Occurrences title={t('today.today')} rows={today} />
      <Occurrences title={t('today.soon')} rows={soon} />
      <LeftLine of={['mend', 'recheck', 'occurrences']} />
    </Page>
  )
}

const Occurrences = ({ title, rows }: { readonly title: string; readonly rows: readonly KeptOccurrence[] }) =>
  rows.length === 0 ? null : (
    <>
      <h2 className={styles.section}>{title}</h2>
      <ul className={styles.list}>
        {rows.map(({ id, text, programme, dueAt }) => (
          <li key={id}>
            <button type="button" className={styles.row} onClick={() => go({ page: 'duty', id })}>
              <b>{text}</b>
              <small>{programme}</small>
              <Due at={dueAt} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )

const Cases = ({ title, rows }: { readonly title: string; readonly rows: readonly KeptCase[] }) =>
  rows.length === 0 ? null : (
    <>
      <h2 className={styles.section}>{title}</h2>
      <ul className={styles.list}>
        {rows.map(({ id, title: name, place, unit, dueAt }) => (
          <li key={id}>
            <button type="button" className={styles.row} onClick={() => go({ page: 'case', id })}>
              <b>{name}</b>
              <small>{place === '' ? unit.name : place}</small>
              {dueAt === null ? null : <Due at={dueAt} />}
            </button>
          </li>
        ))}
      </ul>
    </>
  )

const Due = ({ at }: { readonly at: string }) => {
  const u = useWords(uiWords)
  const { until, exact, tone } = dueInstantWords(u, at, useNow().toISOString())
  return (
    <span className={tone === 'late' ? styles.late : ''} title={exact}>
      {until}
    </span>
  )
}
