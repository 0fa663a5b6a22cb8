import { DownloadOutlined, TableOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { WrongCells } from '../imports/wrong-cells.tsx'
import type { api } from '../ui/api.ts'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import styles from './points.module.css'
import { pointsWords } from './words.ts'

type Preview = Awaited<ReturnType<typeof api.points.preview>>

const MOST = 200
const tones = { added: 'done', changed: 'soon', same: 'plain', wrong: 'late' } as const

/** Points from a spreadsheet: choose, look at what would happen, take it whole. */
export const ImportPoints = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(pointsWords)
  const notify = useNotify()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const preview = useMutation(orpc.points.preview.mutationOptions())
  const apply = useMutation(
    orpc.points.apply.mutationOptions({
      onSuccess: counts => {
        notify.done(t('import.done', counts))
        onClose()
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.points.key() }),
    }),
  )
  const seen = preview.data
  const count = seen === undefined ? 0 : seen.added + seen.changed
  const take = (chosen: File | undefined): void => {
    if (chosen === undefined) return
    setFile(chosen)
    apply.reset()
    preview.mutate({ file: chosen })
  }
  return (
    <Modal
      open
      title={t('import.title')}
      width={760}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        seen !== undefined && seen.errors.length === 0 && count > 0 && file !== null ? (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate({ file, digest: seen.digest })}>
            {t('import.apply', { count })}
          </Button>
        ) : null
      }
    >
      <div className={styles.form}>
        <p className={styles.soft}>{t('import.lead')}</p>
        <div className={styles.acts}>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
            {preview.isPending ? t('import.reading') : seen === undefined ? t('import.choose') : t('import.another')}
          </Button>
          <Button icon={<DownloadOutlined aria-hidden />} href="/api/v1/points/template.xlsx" download>
            {t('import.template')}
          </Button>
        </div>
        {preview.error === null ? null : <ProblemNotice problem={preview.error} />}
        {apply.error === null ? null : <ProblemNotice problem={apply.error} />}
        {seen === undefined ? null : <Seen preview={seen} />}
      </div>
    </Modal>
  )
}

const Seen = ({ preview }: { readonly preview: Preview }) => {
  const t = useWords(pointsWords)
  const { added, changed, same, errors, rows } = preview
  const telling = rows.filter(({ what }) => what !== 'same')
  return (
    <>
      <p role="status">{t('import.counts', { added, changed, same })}</p>
      {errors.length === 0 ? null : (
        <section className={styles.wrong} role="alert">
          <b>{t('import.errors', { count: errors.length })}</b>
          <WrongCells cells={errors} />
        </section>
      )}
      {telling.length === 0 ? (
        <p>{t('import.nothing')}</p>
      ) : (
        <section>
          <h3>{t('import.rows')}</h3>
          <ul className={styles.rows}>
            {telling.slice(0, MOST).map(({ row, what, text }) => (
              <li key={row}>
                <Tag tone={tones[what]}>{t(`what.${what}`)}</Tag> <span>{text}</span> <small>{row}</small>
              </li>
            ))}
          </ul>
          {telling.length > MOST ? (
            <p className={styles.soft}>{t('import.more', { count: telling.length - MOST })}</p>
          ) : null}
        </section>
      )}
    </>
  )
}
