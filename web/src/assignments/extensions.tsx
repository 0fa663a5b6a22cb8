import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './assignment.module.css'
import { useAssignmentAct } from './use-assignment-act.ts'
import { assignmentWords } from './words.ts'

const tones = { asked: 'soon', granted: 'done', refused: 'late' } as const

/** More time that was asked for, and its decision; to be decided by whoever may. */
export const Extensions = ({ assignment }: { readonly assignment: AssignmentDetail }) => {
  const t = useWords(assignmentWords)
  const { busy, act } = useAssignmentAct(assignment.id)
  const [note, setNote] = useState('')
  if (assignment.extensions.length === 0) return null
  const decide = (extensionId: string, granted: boolean) =>
    void act(t('decided'), () =>
      api.assignments.decideExtension({
        id: assignment.id,
        extensionId,
        granted,
        ...(note.trim() && { note: note.trim() }),
      }),
    )
  return (
    <section className={styles.extensions}>
      {assignment.extensions.toReversed().map(({ id, until, reason, state, askedBy, decidedBy, note: said }) => (
        <article key={id}>
          <p>
            {t('extension', { who: askedBy.name, until })} <Tag tone={tones[state]}>{t(`extension_${state}`)}</Tag>
          </p>
          <p className={styles.soft}>{t('extensionReason', { reason })}</p>
          {said && (
            <p className={styles.soft}>
              {decidedBy?.name}：{said}
            </p>
          )}
          {state === 'asked' && offers(assignment, 'assignment.extend-decide') && (
            <>
              <Input
                value={note}
                maxLength={2000}
                placeholder={t('decideNote')}
                aria-label={t('decideNote')}
                onChange={event => setNote(event.target.value)}
              />
              <div className={styles.acts}>
                <Button type="primary" loading={busy} onClick={() => decide(id, true)}>
                  {t('grant')}
                </Button>
                <Button disabled={busy} onClick={() => decide(id, false)}>
                  {t('refuse')}
                </Button>
              </div>
            </>
          )}
        </article>
      ))}
    </section>
  )
}
