import type { AuditEntry } from '@luoshi/contract/audit'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { exactWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { keyset, usePages } from '../ui/use-pages.ts'
import styles from './audit.module.css'
import { AuditSentence } from './audit-sentence.tsx'
import { deeds } from './deed.ts'
import { Narrowed } from './narrowed.tsx'
import { auditWords } from './words.ts'

const dayFormat = 'YYYY-MM-DD'
const asDay = (day: string | undefined) => (day === undefined ? null : dayjs(day))

/** Who did what when, newest first, in sentences. */
export const AuditPage = () => {
  const t = useWords(auditWords)
  const navigate = useNavigate({ from: '/audit' })
  const search = useSearch({ from: '/shell/audit' })
  const { q, person, action, subject, from, to } = search
  const pages = usePages(
    orpc.audit.list.infiniteOptions({
      input: cursor => ({ q, personId: person, action, subjectId: subject, from, to, cursor, limit: 50 }),
      ...keyset,
    }),
  )
  const narrow = (change: Partial<typeof search>): void =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true })
  const columns: readonly Column<AuditEntry>[] = [
    {
      key: 'at',
      title: t('col.at'),
      width: 156,
      cell: ({ at }) => (
        <time className={styles.at} dateTime={at}>
          {exactWords(at)}
        </time>
      ),
    },
    {
      key: 'what',
      title: t('col.what'),
      phone: 'title',
      cell: entry => (
        <AuditSentence
          entry={entry}
          onSubject={id => narrow({ subject: id })}
          onPerson={id => narrow({ person: id })}
        />
      ),
    },
    { key: 'via', title: t('col.via'), width: 90, phone: 'hide', cell: ({ via }) => t(`via.${via}`) },
  ]
  const isNarrowed = Object.values(search).some(value => value !== undefined)
  const personName = pages.items.find(({ who }) => who?.id === person)?.who?.name
  const filters = { q, personId: person, action, subjectId: subject, from, to }
  return (
    <Page title={t('title')} sub={t('sub')}>
      <DataList
        label={t('title')}
        pages={pages}
        columns={columns}
        idOf={({ id }) => id}
        empty={<EmptyState title={t('none.title')}>{t('none.detail')}</EmptyState>}
        onClear={isNarrowed ? () => void navigate({ search: {} }) : undefined}
        bar={
          <>
            <ListBar
              search={q ?? ''}
              onSearch={next => narrow({ q: next || undefined })}
              hint={t('search')}
              spreadsheet={{ noun: 'audit', filters }}
            >
              <Select
                aria-label={t('filter.action')}
                value={action ?? ''}
                onChange={next => narrow({ action: next || undefined })}
                showSearch={{ optionFilterProp: 'label' }}
                popupMatchSelectWidth={false}
                style={{ minWidth: 150 }}
                options={[
                  { value: '', label: t('filter.action.all') },
                  ...deeds(t).map(deed => ({ value: deed.action, label: deed.words })),
                ]}
              />
              <DatePicker.RangePicker
                aria-label={t('filter.dates')}
                allowEmpty={[true, true]}
                value={[asDay(from), asDay(to)]}
                placeholder={[t('filter.from'), t('filter.to')]}
                onChange={days => narrow({ from: days?.[0]?.format(dayFormat), to: days?.[1]?.format(dayFormat) })}
              />
            </ListBar>
            <Narrowed
              person={person === undefined ? null : t('filter.person', { name: personName ?? '…' })}
              subject={subject === undefined ? null : t('filter.subject')}
              onClear={part => narrow({ [part]: undefined })}
            />
          </>
        }
      />
    </Page>
  )
}
