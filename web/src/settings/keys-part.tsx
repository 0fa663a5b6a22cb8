import { localDate } from '@luoshi/rules/local-time'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { pastWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import { KeyForm } from './key-form.tsx'
import { scopeWords } from './scope-words.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

/** Keys for other systems. */
export const KeysPart = () => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const { modal } = App.useApp()
  const queryClient = useQueryClient()
  const { now } = useMe().tenant
  const [isMaking, setMaking] = useState(false)
  const { data = [], isPending, error, refetch } = useQuery(orpc.keys.list.queryOptions())
  const revoke = useMutation(
    orpc.keys.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.keys.key() }),
      onError: notify.refused,
    }),
  )
  const ask = (id: string, name: string): void =>
    void modal.confirm({
      title: t('keys.revoke.ask', { name }),
      content: t('keys.revoke.detail'),
      okText: t('keys.revoke'),
      cancelText: said('cancel'),
      onOk: () => revoke.mutate({ id }),
    })
  return (
    <section>
      <p className={styles.soft}>{t('keys.why')}</p>
      {error === null ? null : <ProblemNotice problem={error} onRetry={refetch} />}
      {isPending ? <Waiting rows={2} /> : null}
      {!isPending && error === null && data.length === 0 && !isMaking ? (
        <EmptyState title={t('keys.none')}>{t('keys.none.detail')}</EmptyState>
      ) : null}
      <ul className={styles.rows}>
        {data.map(({ id, name, prefix, scopes, expiresAt, lastUsedAt, revoked }) => (
          <li key={id}>
            <div>
              <b>{name}</b> <code>{prefix}…</code> {revoked ? <Tag tone="late">{t('keys.revoked')}</Tag> : null}
              <small>{scopes.map(scope => scopeWords(t, scope)).join('、')}</small>
              <small>
                {expiresAt === null ? t('keys.expires.never') : t('keys.until', { day: localDate(expiresAt) })} ·{' '}
                {lastUsedAt === null ? t('keys.unused') : t('keys.used', { when: pastWords(said, lastUsedAt, now) })}
              </small>
            </div>
            {revoked ? null : (
              <Button size="small" onClick={() => ask(id, name)}>
                {t('keys.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isMaking ? (
        <KeyForm onClose={() => setMaking(false)} />
      ) : (
        <div className={styles.acts}>
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('keys.create')}
          </Button>
        </div>
      )}
    </section>
  )
}
