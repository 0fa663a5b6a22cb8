import type { LedgerExport } from '@luoshi/contract/ledger'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { sizeWords } from '../evidence/size-words.ts'
import { orpc } from '../ui/api.ts'
import { pastWords } from '../ui/date-words.ts'
import { FileLink } from '../ui/file-link.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import styles from './ledger.module.css'
import { ledgerWords } from './words.ts'

const lookAgainMs = 2000

const isUnderWay = ({ state }: LedgerExport): boolean => state === 'waiting' || state === 'making'

/** Sets made lately; while one is being made, how far it has come. */
export const LedgerSets = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(ledgerWords)
  const u = useWords(uiWords)
  const { now } = useMe().tenant
  const { items, total, hasMore, readingMore, readMore } = usePages({
    ...orpc.ledger.exports.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: programmeId, limit: 20, ...(cursor && { cursor }) }),
      ...keyset,
    }),
    refetchInterval: ({ state }) => (state.data?.pages.some(page => page.items.some(isUnderWay)) ? lookAgainMs : false),
  })
  if (items.length === 0) return null
  return (
    <>
      <ul className={styles.sets}>
        {items.map(set => (
          <li key={set.id}>
            <b>{set.unit.name}</b>
            <span>
              {set.state === 'making'
                ? t('set.making', { done: set.done, files: set.files })
                : set.state === 'ready'
                  ? t('set.ready', { files: set.files, size: sizeWords(set.bytes ?? 0) })
                  : set.state === 'failed'
                    ? t('set.failed')
                    : t('set.waiting')}
            </span>
            <small>{pastWords(u, set.askedAt, now)}</small>
            {set.url === null ? null : <FileLink path={`/ledger-exports/${set.id}/file`}>{t('set.take')}</FileLink>}
          </li>
        ))}
      </ul>
      {hasMore ? (
        <p className={styles.more}>
          {u('list.shown', { shown: items.length, total: total ?? items.length })}{' '}
          <Button size="small" loading={readingMore} onClick={readMore}>
            {u('list.more')}
          </Button>
        </p>
      ) : null}
    </>
  )
}

type NewSetProps = {
  readonly programmeId: string
  /** The unit that is looked at, if one is. */
  readonly shown: string | undefined
  readonly onClose: () => void
}

export const NewSet = ({ programmeId, shown, onClose }: NewSetProps) => {
  const t = useWords(ledgerWords)
  const queries = useQueryClient()
  const units = useQuery(orpc.units.list.queryOptions({ input: {} }))
  const [unitId, setUnitId] = useState(shown)
  const chosen = unitId ?? units.data?.[0]?.id
  const make = useMutation(
    orpc.ledger.export.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: orpc.ledger.exports.key() })
        onClose()
      },
    }),
  )
  return (
    <Modal
      open
      title={t('set')}
      okText={t('set.go')}
      okButtonProps={{ disabled: chosen === undefined, loading: make.isPending }}
      onOk={() => chosen !== undefined && make.mutate({ id: programmeId, unitId: chosen })}
      onCancel={onClose}
    >
      <p>{t('set.lead')}</p>
      {make.isError ? <ProblemNotice problem={make.error} /> : null}
      <label htmlFor="set-unit" className={styles.label}>
        {t('set.of')}
      </label>
      <UnitSelect
        id="set-unit"
        units={units.data ?? []}
        {...(chosen === undefined ? {} : { value: chosen })}
        onChange={setUnitId}
      />
    </Modal>
  )
}
