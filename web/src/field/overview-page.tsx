import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './checklist.module.css'
import field from './field.module.css'
import { useField } from './field-context.tsx'
import { noteDraft } from './note-drafts.ts'
import { NoteSheet } from './note-sheet.tsx'
import { Page } from './page.tsx'
import { go } from './use-route.ts'
import type { VisitParts } from './visit-parts.ts'
import { firstUnseen, lacking, seenOf, unseen } from './visit-reading.ts'
import { fieldWords } from './words.ts'

const marks = { conforms: '✓', mostly: '△', fails: '✕', 'not-applicable': '–', none: '○' } as const

/** The whole visit: what was seen, what is left, and the end of it. */
export const OverviewPage = ({ head, local, standard, point, onLeave }: VisitParts) => {
  const t = useWords(fieldWords)
  const { acts } = useField()
  const [isNoting, setNoting] = useState(false)
  const { content } = standard
  const left = unseen(local, content)
  const missing = lacking(local, content)
  const isFinished = local.visit.finishedAt !== null
  const isGoingOn = left > 0
  const next = firstUnseen(local, content)
  const finish = async (): Promise<void> => {
    await acts.finish(head)
    onLeave()
  }
  return (
    <Page title={point.name} onBack={onLeave}>
      <p className={styles.section}>
        {standard.title} ·{' '}
        {left > 0 ? t('visit.left', { count: left }) : isFinished ? t('visit.finished') : t('visit.saved')}
      </p>
      <ol className={styles.overview}>
        {content.map(({ id, text }, at) => {
          const grade = seenOf(local, id).grade ?? 'none'
          return (
            <li key={id}>
              <button type="button" onClick={() => go({ page: 'visit', id: head.id, at })}>
                <span>{at + 1}</span>
                <span>{text}</span>
                <span data-grade={grade}>
                  {marks[grade]} {grade === 'none' ? '' : t(`grade.${grade}`)}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <button type="button" className={field.plain} onClick={() => setNoting(true)}>
        {local.visit.note === '' ? t('visit.note.whole') : local.visit.note}
      </button>
      <div className={field.foot}>
        {missing.map(({ at, lack }) => (
          <p key={at} className={styles.section}>
            <b>{t(`visit.${lack}-missing`, { at: at + 1 })}</b>
          </p>
        ))}
        {isGoingOn && left < content.length ? (
          <p className={styles.section}>
            {t(isFinished ? 'visit.finished.left' : 'visit.finish.left', { count: left })}
          </p>
        ) : null}
        <div className={isGoingOn && !isFinished ? field.two : ''}>
          {isFinished && isGoingOn ? null : (
            <button
              type="button"
              className={isGoingOn ? field.plain : field.seal}
              style={{ width: '100%' }}
              disabled={isFinished || left === content.length || missing.length > 0}
              onClick={finish}
            >
              {isFinished ? `✓ ${t('point.finished')}` : t('visit.finish')}
            </button>
          )}
          {isGoingOn ? (
            <button type="button" className={field.seal} onClick={() => go({ page: 'visit', id: head.id, at: next })}>
              {t('visit.go-on')}
            </button>
          ) : null}
        </div>
      </div>
      {isNoting ? (
        <NoteSheet
          title={t('visit.note.whole')}
          draft={noteDraft(head.id, null)}
          note={local.visit.note}
          onClose={() => setNoting(false)}
          onDone={note => acts.note(head, note)}
        />
      ) : null}
    </Page>
  )
}
