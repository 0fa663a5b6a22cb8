import type { Extension } from '@luoshi/contract/extensions'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './extensions.module.css'
import { extensionWords } from './words.ts'

export type Decision = { readonly extensionId: string; readonly granted: boolean; readonly note?: string }

type Props = {
  readonly extensions: readonly Extension[]
  readonly mayDecide: boolean
  readonly busy: boolean
  readonly onDecide: (decision: Decision) => void
}

const tones = { asked: 'soon', granted: 'done', refused: 'late' } as const

/** More time that was asked for, and its decision; to be decided by whoever may. */
export const ExtensionList = ({ extensions, mayDecide, busy, onDecide }: Props) => {
  const t = useWords(extensionWords)
  const [note, setNote] = useState('')
  if (extensions.length === 0) return null
  const decide = (extensionId: string, granted: boolean) =>
    onDecide({ extensionId, granted, ...(note.trim() && { note: note.trim() }) })
  return (
    <section className={styles.list}>
      {extensions.toReversed().map(({ id, until, reason, state, askedBy, decidedBy, note: said }) => (
        <article key={id} className={styles.one}>
          <p>
            {t('asked', { who: askedBy.name, until })} <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
          </p>
          <p className={styles.soft}>{t('reason', { reason })}</p>
          {said && (
            <p className={styles.soft}>
              {decidedBy?.name}：{said}
            </p>
          )}
          {state === 'asked' && mayDecide && (
            <>
              <Input
                value={note}
                maxLength={2000}
                placeholder={t('note')}
                aria-label={t('note')}
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
