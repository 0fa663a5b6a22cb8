import type { Occurrence } from '@luoshi/contract/duties'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { periodWords } from '../ui/period-words.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { uiWords } from '../ui/words.ts'
import styles from './today.module.css'
import { todayWords } from './words.ts'

type RecordDialogProps = { readonly occurrence: Occurrence; readonly onClose: () => void }

/** Records that a duty was done: a word and a photo if one likes, neither is asked for. */
export const RecordDialog = ({ occurrence, onClose }: RecordDialogProps) => {
  const t = useWords(todayWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const queryClient = useQueryClient()
  const noteId = useId()
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<{ readonly evidenceIds: readonly string[]; readonly isBusy: boolean }>({
    evidenceIds: [],
    isBusy: false,
  })
  const { id, version, text, unit, period } = occurrence
  const refresh = (): Promise<unknown> =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: orpc.today.key() }),
      queryClient.invalidateQueries({ queryKey: orpc.duties.key() }),
    ])
  const record = useMutation(
    orpc.duties.record.mutationOptions({
      onSuccess: () => {
        notify.done(t('record.done', { text }))
        onClose()
        return refresh()
      },
      onError: refresh,
    }),
  )
  const send = (): void =>
    record.mutate({
      id,
      version,
      evidenceIds: [...files.evidenceIds],
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
  return (
    <Modal
      open
      title={t('record.title', { text })}
      onCancel={onClose}
      onOk={send}
      okText={files.isBusy ? t('record.wait') : t('record.go')}
      cancelText={said('cancel')}
      okButtonProps={{ disabled: files.isBusy, loading: record.isPending }}
      mask={{ closable: false }}
    >
      <div className={styles.record}>
        <p>{t('record.for', { unit: unit.name, period: periodWords(said, period) })}</p>
        {record.error === null ? null : <ProblemNotice problem={record.error} />}
        <label htmlFor={noteId}>{t('record.note')}</label>
        <Input.TextArea
          id={noteId}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          value={note}
          placeholder={t('record.example')}
          onChange={event => setNote(event.target.value)}
        />
        <EvidencePicker unitId={unit.id} onChange={setFiles} />
      </div>
    </Modal>
  )
}
