import { dueInstantWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import styles from './field.module.css'
import { useField, useNow } from './field-context.tsx'
import { Page } from './page.tsx'
import { useOccurrence } from './readings.ts'
import { goInstead } from './use-route.ts'
import { fieldWords } from './words.ts'
import { WorkForm } from './work-form.tsx'

/** One piece of recurring work, to be recorded as done. */
export const DutyPage = ({ id, onSaid }: { readonly id: string; readonly onSaid: (words: string) => void }) => {
  const t = useWords(fieldWords)
  const u = useWords(uiWords)
  const { acts } = useField()
  const now = useNow()
  const occurrence = useOccurrence(id)
  if (occurrence === undefined) return <Page title={t('today.title')}>{null}</Page>
  if (occurrence === null)
    return (
      <Page title={t('today.title')}>
        <div className={styles.empty}>{t('today.done-here')}</div>
      </Page>
    )
  const due = dueInstantWords(u, occurrence.dueAt, now.toISOString())
  return (
    <Page title={occurrence.programme}>
      <h2>{occurrence.text}</h2>
      <p className={styles.lead}>
        {occurrence.unit.name} · {due.until} {due.rest}
      </p>
      <WorkForm
        draft={`duty ${id}`}
        unitId={occurrence.unit.id}
        noteLabel={t('duty.note')}
        photoLabel={t('report.photo')}
        acts={[
          {
            name: t('duty.record'),
            isFirst: true,
            onDone: async ({ note, photos }) => {
              await acts.write(at => ({
                kind: 'occurrence',
                occurrence: { id, note, doneAt: at, photos: [...photos] },
              }))
              onSaid(t('duty.done'))
              goInstead({ page: 'today' })
            },
          },
        ]}
      />
    </Page>
  )
}
