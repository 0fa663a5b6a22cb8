import type { CaseDetail } from '@luoshi/contract/cases'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './case.module.css'
import { casePageWords } from './case-page-words.ts'
import { useCaseAct } from './use-case-act.ts'

const tones = { asked: 'soon', granted: 'done', refused: 'late' } as const

/** More time that was asked for, and its decision; to be decided by whoever may. */
export const CaseExtensions = ({ one }: { readonly one: CaseDetail }) => {
  const t = useWords(casePageWords)
  const { busy, act } = useCaseAct(one.id)
  const [note, setNote] = useState('')
  if (one.extensions.length === 0) return null
  const decide = (extensionId: string, granted: boolean) =>
    void act(t('done_decide'), () =>
      api.cases.decideExtension({ id: one.id, extensionId, granted, ...(note.trim() && { note: note.trim() }) }),
    )
  return (
    <section className={styles.extensions}>
      {one.extensions.toReversed().map(({ id, until, reason, state, askedBy, decidedBy, note: said }) => (
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
          {state === 'asked' && offers(one, 'case.extend-decide') && (
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
                  {t('refuseTime')}
                </Button>
              </div>
            </>
          )}
        </article>
      ))}
    </section>
  )
}
