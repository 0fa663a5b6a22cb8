import { useSyncExternalStore } from 'react'
import type { Synchroniser } from '../offline/synchroniser.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { useOutbox } from './use-outbox.ts'
import { go } from './use-route.ts'
import { fieldWords } from './words.ts'

/** Quietly, above everything: what is still on the phone, and whether anybody has to do something about it. */
export const StateBar = ({ sync }: { readonly sync: Synchroniser }) => {
  const t = useWords(fieldWords)
  const state = useSyncExternalStore(sync.subscribe, sync.state)
  const outbox = useOutbox()
  if (outbox === undefined) return null
  const waiting = outbox.entries + outbox.photos
  const troubled = outbox.troubled.length + outbox.troubledPhotos.length
  const [tone, mark, words] =
    troubled > 0
      ? (['look', '!', t('state.kept', { count: troubled })] as const)
      : state === 'offline'
        ? (['wait', '●', waiting === 0 ? t('state.offline') : t('state.offline.waiting', { count: waiting })] as const)
        : waiting === 0
          ? (['done', '✓', t('state.sent')] as const)
          : (['wait', '●', t(state === 'sending' ? 'state.sending' : 'state.waiting', { count: waiting })] as const)
  return (
    <div role="status">
      <button type="button" className={styles.state} data-tone={tone} onClick={() => go({ page: 'unsent' })}>
        <i aria-hidden="true">{mark}</i>
        <span>{words}</span>
      </button>
    </div>
  )
}
