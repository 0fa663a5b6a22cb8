import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { newId } from '../ui/uuid.ts'
import styles from './case.module.css'
import { casePageWords } from './case-page-words.ts'

type Step = 'assign' | 'refuse' | 'submit' | 'recheck' | 'close' | 'dismiss'

type Props = {
  readonly step: Step
  /** The office that runs the case, and the unit that has it: the words are kept with the reader's own of the two. */
  readonly unitId: string
  readonly ownUnitId: string
  readonly words: string
  readonly onUse: (words: string) => void
}

/** Words that were used before, one tap each; and these kept for the next time. */
export const ReadyWords = ({ step, unitId, ownUnitId, words, onUse }: Props) => {
  const t = useWords(casePageWords)
  const notify = useNotify()
  const client = useQueryClient()
  const me = useMe()
  const {
    items: ready,
    hasMore,
    readMore,
    readingMore,
  } = usePages(
    orpc.cases.templates.infiniteOptions({
      input: (cursor: string | undefined) => ({ step, cursor, limit: 20 }),
      ...keyset,
      staleTime: 60_000,
    }),
  )
  const keep = async () => {
    const text = words.trim()
    try {
      const home = step === 'submit' || step === 'refuse' ? ownUnitId : (me.memberships[0]?.unit.id ?? unitId)
      await api.cases.saveTemplate({ id: newId(), unitId: home, step, name: text.slice(0, 16), text })
      notify.done(t('templateKept'))
      void client.invalidateQueries({ queryKey: orpc.cases.templates.key() })
    } catch (thrown) {
      notify.refused(thrown)
    }
  }
  const isNew = words.trim().length >= 4 && ready.every(one => one.text !== words.trim())
  if (ready.length === 0 && !isNew) return null
  return (
    <div className={styles.ready}>
      {ready.length > 0 && <span className={styles.soft}>{t('templates')}</span>}
      {ready.map(({ id, name, text }) => (
        <Button key={id} size="small" title={text} onClick={() => onUse(text)}>
          {name}
        </Button>
      ))}
      {hasMore && (
        <Button size="small" type="text" loading={readingMore} onClick={readMore}>
          {t('moreTemplates')}
        </Button>
      )}
      {isNew && (
        <Button size="small" type="link" onClick={() => void keep()}>
          {t('keepTemplate')}
        </Button>
      )}
    </div>
  )
}
