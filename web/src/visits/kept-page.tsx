import type { EntryWritten, KeptEntry } from '@luoshi/contract/field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { exactWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { type Say, useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { offers } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { AsideDialog } from './aside-dialog.tsx'
import { KeptRecord } from './kept-record.tsx'
import styles from './visits.module.css'
import { visitWords } from './words.ts'

/** What phones delivered and could not be taken, with the reason, to be tried again or put aside. */
export const KeptPage = () => {
  const t = useWords(visitWords)
  const [asideOf, setAsideOf] = useState<KeptEntry | null>(null)
  const pages = usePages(
    orpc.field.kept.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  const columns: readonly Column<KeptEntry>[] = [
    {
      key: 'what',
      title: t('kept.col.what'),
      phone: 'title',
      cell: entry => <KeptRecord record={entry} title={contentWords(t, entry)} />,
    },
    {
      key: 'why',
      title: t('kept.col.why'),
      cell: ({ problem }) => (
        <>
          <b>{problem?.title}</b>
          <small className={styles.under}>{problem?.detail}</small>
        </>
      ),
    },
    {
      key: 'who',
      title: t('kept.col.who'),
      width: 160,
      cell: ({ person, writtenAt }) => (
        <>
          {person.name}
          <small className={styles.under}>{t('kept.written', { when: exactWords(writtenAt) })}</small>
        </>
      ),
    },
    {
      key: 'act',
      title: '',
      width: 190,
      phone: 'act',
      cell: entry =>
        offers(entry, 'delivery.settle') ? <Acts entry={entry} onAside={() => setAsideOf(entry)} /> : null,
    },
  ]
  return (
    <Page title={t('kept.title')} sub={t('kept.sub')}>
      <DataList
        label={t('kept.title')}
        pages={pages}
        columns={columns}
        idOf={({ id }) => id}
        empty={<EmptyState title={t('kept.none')}>{t('kept.none.detail')}</EmptyState>}
      />
      {asideOf === null ? null : <AsideDialog entry={asideOf} onClose={() => setAsideOf(null)} />}
    </Page>
  )
}

const contentWords = (t: Say<typeof visitWords>, { content }: KeptEntry): string => {
  const entry = content as EntryWritten // kept as the contract parsed it
  switch (entry.kind) {
    case 'visit':
      return t('kind.visit', { count: entry.visit.observations.length })
    case 'finding':
      return t('kind.finding', { text: entry.finding.text })
    case 'occurrence':
      return t('kind.occurrence')
    case 'case-step':
      return t('kind.case-step')
  }
}

const Acts = ({ entry, onAside }: { readonly entry: KeptEntry; readonly onAside: () => void }) => {
  const t = useWords(visitWords)
  const notify = useNotify()
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: () => api.field.settle({ id: entry.id, how: 'retry', note: '' }),
    onSuccess: ({ outcome, problem }) =>
      outcome === 'kept' ? notify.done(t('kept.still', { title: problem?.title ?? '' })) : notify.done(t('kept.taken')),
    onError: notify.refused,
    onSettled: () => client.invalidateQueries({ queryKey: orpc.field.key() }),
  })
  return (
    <span className={styles.acts}>
      <Button loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('kept.retry')}
      </Button>
      <Button onClick={onAside}>{t('kept.aside')}</Button>
    </span>
  )
}
