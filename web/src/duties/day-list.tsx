import type { Occurrence } from '@luoshi/contract/duties'
import { isToldLater } from '@luoshi/rules/told-later'
import { Button } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { dueInstantWords, exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { offers, useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { keyset, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import styles from './duties.module.css'
import { OccurrenceDialog, type OccurrenceDoing } from './occurrence-dialog.tsx'
import { dutyWords } from './words.ts'

type Props = {
  readonly programmeId: string
  readonly day: string
  readonly dutyId: string | undefined
  readonly unitId: string | undefined
}

/** What a day holds, unit by unit, and what one may do about each. */
export const DayList = ({ programmeId, day, dutyId, unitId }: Props) => {
  const t = useWords(dutyWords)
  const filter = { programmeId, from: day, to: day, ...(dutyId && { dutyId }), ...(unitId && { unitId }) }
  const pages = usePages(
    orpc.duties.occurrences.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  const [doing, setDoing] = useState<{ readonly what: OccurrenceDoing; readonly occurrence: Occurrence } | null>(null)
  const columns = useColumns((what, occurrence) => setDoing({ what, occurrence }))
  return (
    <section className={styles.dayList}>
      <h2>{t('dayHeading', { day })}</h2>
      <DataList
        label={t('dayHeading', { day })}
        pages={pages}
        columns={columns}
        idOf={row => row.id}
        empty={<p className={styles.soft}>{t('dayNone')}</p>}
      />
      {doing && <OccurrenceDialog key={doing.occurrence.id} {...doing} onClose={() => setDoing(null)} />}
    </section>
  )
}

const tones = {
  due: 'soon',
  recorded: 'done',
  confirmed: 'done',
  returned: 'late',
  missed: 'late',
  excused: 'plain',
} as const

const useColumns = (act: (what: OccurrenceDoing, occurrence: Occurrence) => void): readonly Column<Occurrence>[] => {
  const t = useWords(dutyWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  return [
    {
      key: 'text',
      title: '',
      phone: 'title',
      cell: row => (
        <>
          <b className={styles.what}>{row.text}</b>
          {row.note && <div className={styles.soft}>{row.note}</div>}
        </>
      ),
    },
    { key: 'unit', title: '', width: 130, cell: row => row.unit.name },
    {
      key: 'when',
      title: '',
      width: 150,
      cell: row => {
        const due = dueInstantWords(said, row.dueAt, now)
        return row.recordedAt ? (
          <span className={styles.soft} title={exactWords(row.recordedAt)}>
            {row.doneAt && isToldLater(row.doneAt, row.recordedAt)
              ? t('toldBy', {
                  who: row.recordedBy?.name ?? '',
                  done: pastWords(said, row.doneAt, now),
                  told: pastWords(said, row.recordedAt, now),
                })
              : t('recordBy', { who: row.recordedBy?.name ?? '', when: pastWords(said, row.recordedAt, now) })}
          </span>
        ) : (
          <span title={due.exact} className={row.state === 'due' && due.tone === 'late' ? styles.late : undefined}>
            {due.until} <span className={styles.soft}>{due.rest}</span>
          </span>
        )
      },
    },
    {
      key: 'state',
      title: '',
      width: 120,
      cell: row => (
        <>
          <Tag tone={tones[row.state]}>{t(`state_${row.state}`)}</Tag>
          {row.timeliness === 'done-late' && <div className={styles.late}>{t('doneLate')}</div>}
          {row.evidence > 0 && <div className={styles.soft}>{t('pieces', { count: row.evidence })}</div>}
        </>
      ),
    },
    {
      key: 'act',
      title: '',
      width: 170,
      align: 'right',
      phone: 'act',
      cell: row => (
        <span className={styles.acts}>
          {offers(row, 'occurrence.record') && (
            <Button type="primary" onClick={() => act('record', row)}>
              {t('record')}
            </Button>
          )}
          {offers(row, 'occurrence.return') && row.state === 'recorded' && (
            <Button onClick={() => act('return', row)}>{t('return')}</Button>
          )}
          {row.state === 'missed' && offers(row, 'occurrence.excuse') && (
            <Button onClick={() => act('excuse', row)}>{t('excuse')}</Button>
          )}
        </span>
      ),
    },
  ]
}
