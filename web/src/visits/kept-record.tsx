import type { EntryWritten, KeptEntry } from '@luoshi/contract/field'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { exactWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { type KeptNames, keptFields } from './kept-fields.ts'
import styles from './visits.module.css'
import { visitWords } from './words.ts'

type KeptRecordProps = { readonly record: KeptEntry; readonly title: string }

/** What a phone wrote, to be opened: every field by its name. */
export const KeptRecord = ({ record, title }: KeptRecordProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen ? <Fields record={record} /> : null}
    </details>
  )
}

const Fields = ({ record }: { readonly record: KeptEntry }) => {
  const t = useWords(visitWords)
  const entry = record.content as EntryWritten // kept as the contract parsed it
  const names = useNames(entry)
  return (
    <dl className={styles.kept}>
      {keptFields(entry, names, t).map(({ name, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fields have no other name than their place, and never move
        <div key={at}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('received')}</dt>
        <dd>{exactWords(record.receivedAt)}</dd>
      </div>
    </dl>
  )
}

/** What its ids are called is asked as anybody asks: who may not know of a place reads that it is not known. */
const useNames = (entry: EntryWritten): KeptNames => {
  const pointId = entry.kind === 'visit' ? entry.visit.pointId : entry.kind === 'finding' ? entry.finding.pointId : null
  const caseId = entry.kind === 'case-step' ? entry.step.caseId : null
  const versionId = entry.kind === 'visit' ? entry.visit.versionId : null
  const point = useQuery(
    orpc.points.get.queryOptions({ input: { id: pointId ?? '' }, enabled: pointId !== null, retry: false }),
  )
  const found = useQuery(
    orpc.cases.get.queryOptions({ input: { id: caseId ?? '' }, enabled: caseId !== null, retry: false }),
  )
  const standardId = point.data?.standard?.id ?? null
  const current = useQuery(
    orpc.standards.get.queryOptions({
      input: { id: standardId ?? '' },
      enabled: standardId !== null && versionId !== null,
      retry: false,
    }),
  )
  const number = current.data?.versions.find(({ id }) => id === versionId)?.number
  const standard = useQuery(
    orpc.standards.get.queryOptions({
      input: { id: standardId ?? '', ...(number !== undefined && { number }) },
      enabled: number !== undefined,
      retry: false,
    }),
  )
  return {
    point: point.data?.name ?? null,
    case: found.data ? `${found.data.number} ${found.data.title}` : null,
    criteria: new Map(standard.data?.content.map(({ id, text }) => [id, text])),
  }
}
