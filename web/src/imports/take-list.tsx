import { TableOutlined } from '@ant-design/icons'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import styles from './take-list.module.css'
import { WrongCells } from './wrong-cells.tsx'

type Words = {
  readonly title: string
  readonly lead: readonly string[]
  readonly choose: string
  readonly another: string
  readonly reading: string
  readonly apply: (count: number) => string
}

type Seen = { readonly added: number; readonly changed: number; readonly digest: string }

type Props<S extends Seen> = {
  readonly words: Words
  readonly accept: string
  readonly template: ReactNode
  readonly preview: (file: File) => Promise<S>
  /** Whether nothing in it is wrong. */
  readonly isRight: (seen: S) => boolean
  readonly apply: (file: File, digest: string) => Promise<void>
  /** Of what changes when it is taken. */
  readonly queryKey: QueryKey
  readonly children: (seen: S) => ReactNode
  readonly onClose: () => void
}

/** A list from a file: choose it, look at what would happen, take it whole. */
export const TakeList = <S extends Seen>(props: Props<S>) => {
  const { words, accept, template, isRight, queryKey, children, onClose } = props
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const preview = useMutation({ mutationFn: props.preview })
  const apply = useMutation({
    mutationFn: (given: { readonly file: File; readonly digest: string }) => props.apply(given.file, given.digest),
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
  const seen = preview.data
  const count = seen === undefined ? 0 : seen.added + seen.changed
  const take = (chosen: File | undefined): void => {
    if (chosen === undefined) return
    setFile(chosen)
    apply.reset()
    preview.mutate(chosen)
  }
  return (
    <Modal
      open
      title={words.title}
      width={760}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        seen !== undefined && isRight(seen) && count > 0 && file !== null ? (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate({ file, digest: seen.digest })}>
            {words.apply(count)}
          </Button>
        ) : null
      }
    >
      <div className={styles.form}>
        {words.lead.map(line => (
          <p key={line} className={styles.soft}>
            {line}
          </p>
        ))}
        <div className={styles.acts}>
          <input
            ref={input}
            type="file"
            hidden
            accept={accept}
            onChange={event => {
              take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <Button
            {...(seen === undefined ? { type: 'primary' as const } : {})}
            icon={<TableOutlined aria-hidden />}
            loading={preview.isPending}
            onClick={() => input.current?.click()}
          >
            {preview.isPending ? words.reading : seen === undefined ? words.choose : words.another}
          </Button>
          {template}
        </div>
        {preview.error === null ? null : <ProblemNotice problem={preview.error} />}
        {apply.error === null ? null : <ProblemNotice problem={apply.error} />}
        {seen === undefined ? null : children(seen)}
      </div>
    </Modal>
  )
}

type WrongProps = Parameters<typeof WrongCells>[0] & { readonly title: string; readonly more?: string | null }

/** What has to be put right before a list is taken; `more` where not all of it is shown. */
export const WrongInList = ({ title, cells, more = null }: WrongProps) => (
  <section className={styles.wrong} role="alert">
    <b>{title}</b>
    <WrongCells cells={cells} />
    {more === null ? null : <p className={styles.soft}>{more}</p>}
  </section>
)
