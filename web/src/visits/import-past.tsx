import { DownloadOutlined, TableOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { WrongCells } from '../imports/wrong-cells.tsx'
import type { api } from '../ui/api.ts'
import { orpc } from '../ui/api.ts'
import { downloadText } from '../ui/download-text.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { toCsv } from '../ui/to-csv.ts'
import { useNotify } from '../ui/use-notify.ts'
import styles from './import-past.module.css'
import { pastWords } from './past-words.ts'

type Preview = Awaited<ReturnType<typeof api.visits.preview>>

const headings = ['code', 'day', 'criterion', 'grade', 'note'] as const

/** What was seen before the house was used: choose a list, look at what would happen, take it whole. */
export const ImportPast = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(pastWords)
  const notify = useNotify()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const preview = useMutation(orpc.visits.preview.mutationOptions())
  const apply = useMutation(
    orpc.visits.apply.mutationOptions({
      onSuccess: counts => {
        notify.done(t('done', counts))
        onClose()
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.visits.key() }),
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
      title={t('title')}
      width={760}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        seen !== undefined && seen.wrong === 0 && count > 0 && file !== null ? (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate({ file, digest: seen.digest })}>
            {t('apply', { count })}
          </Button>
        ) : null
      }
    >
      <div className={styles.form}>
        <p className={styles.soft}>{t('lead')}</p>
        <p className={styles.soft}>{t('cases')}</p>
        <div className={styles.acts}>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.xlsx,text/csv"
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
            {preview.isPending ? t('reading') : seen === undefined ? t('choose') : t('another')}
          </Button>
          <Button
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => downloadText(t('file'), toCsv([headings.map(key => t(`head.${key}`))]))}
          >
            {t('template')}
          </Button>
        </div>
        {preview.error === null ? null : <ProblemNotice problem={preview.error} />}
        {apply.error === null ? null : <ProblemNotice problem={apply.error} />}
        {seen === undefined ? null : <Seen preview={seen} />}
      </div>
    </Modal>
  )
}

const Seen = ({ preview: { visits, added, changed, same, wrong, errors } }: { readonly preview: Preview }) => {
  const t = useWords(pastWords)
  return (
    <>
      <p role="status">{t('counts', { visits, added, changed, same })}</p>
      {wrong === 0 ? null : (
        <section className={styles.wrong} role="alert">
          <b>{t('errors', { count: wrong })}</b>
          <WrongCells cells={errors} />
          {wrong > errors.length ? (
            <p className={styles.soft}>{t('more', { shown: errors.length, count: wrong - errors.length })}</p>
          ) : null}
        </section>
      )}
      {wrong === 0 && added + changed === 0 ? <p>{t('nothing')}</p> : null}
    </>
  )
}
