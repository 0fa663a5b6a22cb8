import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { orpc } from '../ui/api.ts'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import { deviceWords } from './device-words.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

/** Where I am signed in, and the way to end it there. */
export const SessionsPart = () => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const queryClient = useQueryClient()
  const { now } = useMe().tenant
  const { data = [], isPending, error, refetch } = useQuery(orpc.session.list.queryOptions())
  const revoke = useMutation(
    orpc.session.revoke.mutationOptions({
      onSuccess: () => {
        notify.done(t('sessions.revoked'))
        return queryClient.invalidateQueries({ queryKey: orpc.session.list.key() })
      },
      onError: notify.refused,
    }),
  )
  return (
    <section>
      <p className={styles.soft}>{t('sessions.why')}</p>
      {error === null ? null : <ProblemNotice problem={error} onRetry={refetch} />}
      {isPending ? <Waiting rows={3} /> : null}
      <ul className={styles.rows}>
        {data.map(({ id, device, address, signedInAt, lastSeenAt, current }) => (
          <li key={id}>
            <div>
              <b title={device}>{deviceWords(device)}</b>{' '}
              {current ? <Tag tone="done">{t('sessions.current')}</Tag> : null}
              <small title={exactWords(lastSeenAt)}>
                {t('sessions.seen', { when: pastWords(said, lastSeenAt, now), address })} ·{' '}
                {t('sessions.since', { when: pastWords(said, signedInAt, now) })}
              </small>
            </div>
            {current ? null : (
              <Button
                size="small"
                loading={revoke.isPending && revoke.variables.id === id}
                onClick={() => revoke.mutate({ id })}
              >
                {t('sessions.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
