import type { Criterion, Grade } from '@luoshi/contract/standards'
import type { Look } from '@luoshi/sync/write-visit'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './checklist.module.css'
import { CriterionWords } from './criterion-words.tsx'
import { ExceptionSheet } from './exception-sheet.tsx'
import field from './field.module.css'
import { useField } from './field-context.tsx'
import { GradeButtons } from './grade-buttons.tsx'
import { LastTime } from './last-time.tsx'
import { noteDraft } from './note-drafts.ts'
import { NoteSheet } from './note-sheet.tsx'
import { PhotoButton } from './photo-button.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import { hashOf } from './route.ts'
import { Steps } from './steps.tsx'
import { usePhotos } from './use-photos.ts'
import { go, goInstead } from './use-route.ts'
import type { VisitParts } from './visit-parts.ts'
import { lastOf, nextUnseen, seenOf } from './visit-reading.ts'
import { fieldWords } from './words.ts'

type CriterionPageProps = VisitParts & { readonly criterion: Criterion; readonly at: number }

/** One criterion, large; grades at the thumb. Each tap is on the phone before the next criterion comes. */
export const CriterionPage = ({ head, local, standard, point, last, onLeave, criterion, at }: CriterionPageProps) => {
  const t = useWords(fieldWords)
  const { acts } = useField()
  const [sheet, setSheet] = useState<'note' | 'exception' | null>(null)
  const seen = seenOf(local, criterion.id)
  const photos = usePhotos(seen.photos)
  const before = lastOf(last, criterion.id)
  const { content } = standard

  const keep = async (look: Look): Promise<void> => {
    await acts.look(head, criterion.id, look)
    // Gloves and rain feel no glass: the phone answers a tap once it is kept.
    navigator.vibrate?.(15)
  }
  const grade = async (chosen: Grade, more: Look = {}): Promise<void> => {
    await keep({ ...more, grade: chosen })
    // A problem is worth a word or a photo: one stays. Whoever has gone elsewhere meanwhile is not brought back.
    if (chosen !== 'fails' && location.hash === hashOf({ page: 'visit', id: head.id, at })) advance()
  }
  /** It conforms by an exception once something is said of it. */
  const except = async (exception: string): Promise<void> => {
    await keep({ grade: 'conforms', exception })
    if (seen.note.trim() === '') setSheet('note')
    else advance()
  }
  const advance = (): void => goInstead({ page: 'visit', id: head.id, at: nextUnseen(local, content, at) })
  const shoot = async (file: File): Promise<void> => {
    const id = await acts.shoot({ file, unitId: point.unit.id, name: `${point.name} ${at + 1}.jpg` })
    await keep({ addPhotos: [id] })
  }
  const drop = async (id: string): Promise<void> => {
    await keep({ dropPhotos: [id] })
    await acts.forget(id)
  }
  const isPhotoMissing = criterion.photo === 'required' && seen.grade === 'fails' && seen.photos.length === 0

  return (
    <>
      <header className={field.head}>
        <button type="button" className={field.back} aria-label={t('back')} onClick={onLeave}>
          ‹
        </button>
        <h1>{point.name}</h1>
        <button type="button" className={field.act} onClick={() => go({ page: 'visit', id: head.id, at: null })}>
          {t('visit.overview')}
        </button>
      </header>
      <Steps grades={content.map(({ id }) => seenOf(local, id).grade)} here={at} />
      <main className={field.whole}>
        <div className={styles.question}>
          <CriterionWords
            criterion={criterion}
            place={t('visit.of', { at: at + 1, all: content.length })}
            onBefore={at === 0 ? null : () => goInstead({ page: 'visit', id: head.id, at: at - 1 })}
          />
          {point.openCases.some(({ criterionId }) => criterionId === criterion.id) ? (
            <p className={styles.section}>
              <b>{t('visit.open-case')}</b>
            </p>
          ) : null}
          {before === null ? null : (
            <LastTime
              last={before}
              onSame={() => grade(before.grade, { note: seen.note === '' ? before.note : seen.note })}
            />
          )}
          {seen.note === '' ? null : <p className={styles.said}>{seen.note}</p>}
          {seen.exception === null ? null : <p className={styles.said}>{seen.exception}</p>}
          <PhotoStrip photos={photos} onDrop={drop} />
        </div>
        <div className={styles.thumb}>
          <div className={styles.side}>
            {criterion.photo === 'none' ? null : (
              <PhotoButton onPhoto={shoot}>
                {t('visit.photo')}
                <small data-needed={isPhotoMissing}>
                  {criterion.photo === 'required' ? t('visit.photo.required') : t('visit.photo.optional')}
                </small>
              </PhotoButton>
            )}
            <button type="button" onClick={() => setSheet('note')}>
              {t('visit.note')}
            </button>
            {criterion.exceptions.length === 0 ? null : (
              <button type="button" aria-pressed={seen.exception !== null} onClick={() => setSheet('exception')}>
                {t('visit.exception')}
              </button>
            )}
            <button
              type="button"
              aria-pressed={seen.grade === 'not-applicable'}
              onClick={() => grade('not-applicable', { exception: null })}
            >
              {t('visit.na')}
            </button>
          </div>
          {seen.grade === 'fails' || seen.exception !== null ? (
            <button type="button" className={field.plain} onClick={advance}>
              {t('next')}
            </button>
          ) : null}
          <GradeButtons
            criterion={criterion}
            chosen={seen.grade}
            onGrade={chosen => grade(chosen, { exception: null })}
          />
        </div>
      </main>
      {sheet === 'note' ? (
        <NoteSheet
          title={seen.exception === null ? t('note.title') : t('visit.exception.note')}
          draft={noteDraft(head.id, criterion.id)}
          note={seen.note}
          onClose={() => setSheet(null)}
          onDone={note => keep({ note })}
        />
      ) : null}
      {sheet === 'exception' ? (
        <ExceptionSheet exceptions={criterion.exceptions} onClose={() => setSheet(null)} onChoose={except} />
      ) : null}
    </>
  )
}
