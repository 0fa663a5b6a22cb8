import type { Notice } from '@luoshi/contract/cases'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { api, orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { calendarWord, exactWords, pastWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { offers, useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import styles from './cases.module.css'
import { noticeWords } from './notice-words.ts'

/** Notices of rectification: to whom, for what, until when, and whether they know. */
export const NoticesList = () => {
  const t = useWords(noticeWords)
  const said = useWords(uiWords)
  const { now, today } = useMe().tenant
  const pages = usePages(
    orpc.cases.notices.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  const columns: readonly Column<Notice>[] = [
    {
      key: 'number',
      title: t('colNumber'),
      phone: 'title',
      width: 170,
      cell: ({ number, documentUrl }) => (
        <a href={documentUrl} download>
          {number}
        </a>
      ),
    },
    { key: 'unit', title: t('colUnit'), width: 150, cell: ({ unit }) => unit.name },
    {
      key: 'cases',
      title: t('colCases'),
      cell: ({ cases }) => (
        <>
          {cases.slice(0, 3).map(({ id, title, state }) => (
            <span key={id} className={styles.noticeCase}>
              {state === null ? (
                t('caseHandedOn', { title })
              ) : (
                <Link to="/cases/$caseId" params={{ caseId: id }}>
                  {title}
                </Link>
              )}
            </span>
          ))}
          {cases.length > 3 && <small>{t('moreCases', { count: cases.length - 3 })}</small>}
        </>
      ),
    },
    {
      key: 'due',
      title: t('colDue'),
      width: 110,
      cell: ({ dueOn }) => <span title={dueOn}>{said('date.before', { when: calendarWord(said, dueOn, today) })}</span>,
    },
    {
      key: 'issued',
      title: t('colIssued'),
      width: 170,
      phone: 'hide',
      cell: ({ issuedAt, issuedBy }) => (
        <span title={exactWords(issuedAt)}>
          {issuedBy.name} {pastWords(said, issuedAt, now)}
        </span>
      ),
    },
    { key: 'known', title: t('colKnown'), width: 150, phone: 'act', cell: notice => <Known notice={notice} /> },
  ]
  return (
    <DataList
      label={t('title')}
      pages={pages}
      columns={columns}
      idOf={({ id }) => id}
      empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
    />
  )
}

const Known = ({ notice }: { readonly notice: Notice }) => {
  const t = useWords(noticeWords)
  const notify = useNotify()
  const client = useQueryClient()
  const acknowledge = async () => {
    try {
      await api.cases.acknowledgeNotice({ id: notice.id })
      notify.done(t('acknowledged', { number: notice.number }))
      void client.invalidateQueries({ queryKey: orpc.cases.key() })
    } catch (thrown) {
      notify.refused(thrown)
    }
  }
  if (notice.acknowledgedBy) return <Tag tone="done">{t('knownBy', { who: notice.acknowledgedBy.name })}</Tag>
  return offers(notice, 'case.accept') ? (
    <Button type="primary" onClick={() => void acknowledge()}>
      {t('acknowledge')}
    </Button>
  ) : (
    <Tag tone="soon">{t('unknown')}</Tag>
  )
}
