import type { Channel } from '@luoshi/contract/channels'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented, Switch } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { pastWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { offers, useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import { ChannelForm } from './channel-form.tsx'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

/** Where notices go: my own e-mail, or the group robots of units. */
export const ChannelsPart = () => {
  const t = useWords(settingsWords)
  const { data = [], isPending, error, refetch } = useQuery(orpc.channels.list.queryOptions())
  const [isAdding, setAdding] = useState(false)
  return (
    <section>
      <p className={styles.soft}>{t('channels.why')}</p>
      {error === null ? null : <ProblemNotice problem={error} onRetry={refetch} />}
      {isPending ? <Waiting rows={2} /> : null}
      {!isPending && error === null && data.length === 0 && !isAdding ? (
        <EmptyState title={t('channels.none')}>{t('channels.none.detail')}</EmptyState>
      ) : null}
      <ul className={styles.rows}>
        {data.map(channel => (
          <ChannelRow key={channel.id} channel={channel} />
        ))}
      </ul>
      {isAdding ? (
        <ChannelForm onClose={() => setAdding(false)} />
      ) : (
        <div className={styles.acts}>
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('channels.add')}
          </Button>
        </div>
      )}
    </section>
  )
}

const ChannelRow = ({ channel }: { readonly channel: Channel }) => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const queryClient = useQueryClient()
  const { now } = useMe().tenant
  const { id, kind, unit, address, rhythm, active, lastSentAt, lastFailure } = channel
  const mayManage = unit === null || offers(channel, 'notice-channel.manage')
  const settled = (says?: string) => ({
    onSuccess: () => {
      if (says !== undefined) notify.done(says)
      return queryClient.invalidateQueries({ queryKey: orpc.channels.key() })
    },
    onError: notify.refused,
  })
  const change = useMutation(orpc.channels.change.mutationOptions(settled()))
  const test = useMutation(orpc.channels.test.mutationOptions(settled(t('channels.tested'))))
  const remove = useMutation(orpc.channels.remove.mutationOptions(settled(t('channels.removed'))))
  const last =
    lastFailure !== null
      ? t('channels.failed', { why: lastFailure })
      : lastSentAt === null
        ? t('channels.never')
        : t('channels.sent', { when: pastWords(said, lastSentAt, now) })
  return (
    <li>
      <div>
        <b>{t(`channels.${kind}`)}</b> · {unit?.name ?? t('channels.mine')}
        <small>{address}</small>
        <small className={lastFailure === null ? '' : styles.wrong}>{last}</small>
      </div>
      {mayManage ? (
        <>
          <Segmented<Channel['rhythm']>
            size="small"
            aria-label={t('channels.rhythm')}
            value={rhythm}
            onChange={value => change.mutate({ id, rhythm: value })}
            options={[
              { value: 'daily', label: t('channels.daily') },
              { value: 'at-once', label: t('channels.at-once') },
            ]}
          />
          <Switch
            aria-label={t('channels.active')}
            checked={active}
            loading={change.isPending}
            onChange={value => change.mutate({ id, active: value })}
          />
          <Button size="small" loading={test.isPending} onClick={() => test.mutate({ id })}>
            {t('channels.test')}
          </Button>
          <Button size="small" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
            {t('channels.remove')}
          </Button>
        </>
      ) : null}
    </li>
  )
}
