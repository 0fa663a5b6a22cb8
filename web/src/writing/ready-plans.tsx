import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { memo, useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import styles from './ready-plans.module.css'
import { writingWords } from './words.ts'

type ReadyPlansProps = {
  readonly take: (text: string) => void
  /** Only those whose title or opening holds these words. */
  readonly sought?: string
  readonly brief?: boolean
}

/** The ready plans of the catalogue, one of which becomes the text. */
export const ReadyPlans = memo(({ take, sought = '', brief = false }: ReadyPlansProps) => {
  const words = useWords(writingWords)
  const notify = useNotify()
  const ready = useQuery(orpc.catalogue.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const fetchOne = useMutation(
    orpc.catalogue.get.mutationOptions({
      onSuccess: ({ text }) => take(text.replace(/^#+\s*/, '')),
      onError: notify.refused,
    }),
  )
  if (ready.isError) return <ProblemNotice problem={ready.error} onRetry={ready.refetch} />
  if (ready.isPending) return <Waiting rows={6} />
  const shown = ready.data.filter(({ title, opening }) => `${title} ${opening}`.includes(sought.trim()))
  if (shown.length === 0) return <p className={styles.soft}>{words('begin.none')}</p>
  return (
    <ul className={styles.list} data-brief={brief}>
      {shown.map(({ id, title, opening, characters }) => (
        <li key={id}>
          <button type="button" disabled={fetchOne.isPending} onClick={() => fetchOne.mutate({ id })}>
            <b>{title}</b>
            {brief ? null : (
              <>
                <span>{opening}</span>
                <small>{words('begin.length', { count: characters })}</small>
              </>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
})

type BeginFromProps = { readonly take: (text: string) => void; readonly away: boolean; readonly isEmpty: boolean }

/** The same, to be opened at any time: a ready plan takes the place of what is written, and undo brings that back. */
export const BeginFrom = memo(({ take, away, isEmpty }: BeginFromProps) => {
  const words = useWords(writingWords)
  const notify = useNotify()
  const [isOpen, setOpen] = useState(false)
  const [sought, setSought] = useState('')
  const begin = (text: string): void => {
    setOpen(false)
    setSought('')
    take(text)
    if (!isEmpty) notify.done(words('begin.replaced'))
  }
  return (
    <>
      <Button disabled={away} onClick={() => setOpen(true)}>
        {words('begin')}
      </Button>
      <Modal open={isOpen} title={words('begin.title')} width={720} footer={null} onCancel={() => setOpen(false)}>
        <p className={styles.soft}>{words(isEmpty ? 'begin.what' : 'begin.replace')}</p>
        <Input
          allowClear
          autoFocus
          value={sought}
          placeholder={words('begin.search')}
          aria-label={words('begin.search')}
          onChange={event => setSought(event.target.value)}
        />
        <div className={styles.tall}>
          <ReadyPlans take={begin} sought={sought} />
        </div>
      </Modal>
    </>
  )
})
