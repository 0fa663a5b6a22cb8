import { DownloadOutlined, TableOutlined } from '@ant-design/icons'
import type { Criterion } from '@luoshi/contract/standards'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { WrongCells } from '../imports/wrong-cells.tsx'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import styles from './standards.module.css'
import { standardsWords } from './words.ts'

export type ReadFile = {
  readonly title: string | null
  readonly pointType: string | null
  readonly content: readonly Criterion[]
}

type Props = {
  readonly standardId?: string
  /** Called with what can be taken; null while nothing can. */
  readonly onRead: (read: ReadFile | null) => void
}

/** Chooses a spreadsheet or an XLSForm and says what is in it, errors by cell. */
export const StandardFile = ({ standardId, onRead }: Props) => {
  const t = useWords(standardsWords)
  const input = useRef<HTMLInputElement>(null)
  const read = useMutation(
    orpc.standards.read.mutationOptions({
      onSuccess: found => onRead(found.errors.length === 0 && found.content.length > 0 ? found : null),
      onError: () => onRead(null),
    }),
  )
  const { data } = read
  return (
    <div className={styles.file}>
      <div className={styles.fileActs}>
        <input
          ref={input}
          type="file"
          // Forms of Ant Design show an input for files, hidden or not.
          style={{ display: 'none' }}
          tabIndex={-1}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={event => {
            const file = event.target.files?.[0]
            if (file) read.mutate({ file, ...(standardId === undefined ? {} : { standardId }) })
            event.target.value = ''
          }}
        />
        <Button icon={<TableOutlined aria-hidden />} loading={read.isPending} onClick={() => input.current?.click()}>
          {read.isPending ? t('file.reading') : t('file.choose')}
        </Button>
        <Button type="link" icon={<DownloadOutlined aria-hidden />} href="/api/v1/standards/template.xlsx" download>
          {t('file.template')}
        </Button>
      </div>
      {read.error === null ? null : <ProblemNotice problem={read.error} />}
      {data === undefined ? null : data.errors.length > 0 ? (
        <section className={styles.wrong} role="alert">
          <b>{t('file.errors', { count: data.errors.length })}</b>
          <WrongCells cells={data.errors} />
        </section>
      ) : (
        <>
          <p role="status">{t('file.read', { count: data.content.length })}</p>
          {data.leftOut.length === 0 ? null : (
            <details>
              <summary>{t('file.left', { count: data.leftOut.length })}</summary>
              <ul>
                {data.leftOut.map(({ cell, value }) => (
                  <li key={cell}>
                    {cell} · {value}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  )
}
