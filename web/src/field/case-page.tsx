import { dueInstantWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import styles from './field.module.css'
import { useField, useNow } from './field-context.tsx'
import { Page } from './page.tsx'
import strip from './photo-strip.module.css'
import { useCase } from './readings.ts'
import { goInstead } from './use-route.ts'
import { fieldWords } from './words.ts'
import { type WorkDone, WorkForm } from './work-form.tsx'

/** One case: where and what, and the one thing to do about it here. */
export const CasePage = ({ id, onSaid }: { readonly id: string; readonly onSaid: (words: string) => void }) => {
  const t = useWords(fieldWords)
  const u = useWords(uiWords)
  const { acts } = useField()
  const now = useNow()
  const found = useCase(id)
  if (found === undefined) return <Page title={t('today.mend')}>{null}</Page>
  if (found === null)
    return (
      <Page title={t('today.mend')}>
        <div className={styles.empty}>{t('today.done-here')}</div>
      </Page>
    )
  // What is passed is the submission that lay here, and no later one.
  const lookedAt = (name: 'submit' | 'recheck') =>
    name === 'recheck' && found.submittedAt ? { saw: found.submittedAt } : {}
  const step =
    (name: 'submit' | 'recheck', passed: boolean | null) =>
    async ({ note, photos }: WorkDone): Promise<void> => {
      await acts.write(at => ({
        kind: 'case-step',
        step: { caseId: id, step: name, passed, note, doneAt: at, ...lookedAt(name), photos: [...photos] },
      }))
      onSaid(t('duty.done'))
      goInstead({ page: 'today' })
    }
  const mending = found.next === 'mend'
  return (
    <Page title={found.number}>
      <h2>{found.title}</h2>
      <p className={styles.lead}>
        {[found.place, found.unit.name].filter(Boolean).join(' · ')}
        {found.dueAt === null ? null : (
          <>
            <br />
            {t('case.until', { when: dueInstantWords(u, found.dueAt, now.toISOString()).until })}
          </>
        )}
      </p>
      {found.text === '' ? null : <p>{found.text}</p>}
      {found.photos.length === 0 ? null : (
        <div className={strip.strip}>
          {found.photos.map(photo => (
            <figure key={photo.id}>
              <img src={photo.thumbnailUrl} alt={t('case.found')} loading="lazy" />
            </figure>
          ))}
        </div>
      )}
      <WorkForm
        draft={`case ${id}`}
        unitId={found.unit.id}
        noteLabel={mending ? t('case.note.submit') : t('case.note.recheck')}
        photoLabel={mending ? t('case.photo.after') : t('report.photo')}
        acts={
          mending
            ? [{ name: t('case.mended'), isFirst: true, onDone: step('submit', null) }]
            : [
                {
                  name: t('case.failed'),
                  isFirst: false,
                  needs: t('case.note.needed'),
                  onDone: step('recheck', false),
                },
                { name: t('case.passed'), isFirst: true, onDone: step('recheck', true) },
              ]
        }
      />
    </Page>
  )
}
