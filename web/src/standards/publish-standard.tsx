import type { StandardDetail } from '@luoshi/contract/standards'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import styles from './standards.module.css'
import { standardsWords } from './words.ts'

type Props = { readonly standard: StandardDetail; readonly number: number; readonly onClose: () => void }

/** Says what publishing will do, and does it. */
export const PublishStandard = ({ standard, number, onClose }: Props) => {
  const t = useWords(standardsWords)
  const notify = useNotify()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [note, setNote] = useState('')
  const { id, version, points, pointType } = standard
  const publish = useMutation(
    orpc.standards.publish.mutationOptions({
      onSuccess: async () => {
        onClose()
        notify.done(t('publish.done', { number }))
        await navigate({ to: '/standards/$standardId', params: { standardId: id } })
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.standards.key() }),
    }),
  )
  return (
    <Modal
      open
      title={t('publish.title', { number })}
      onCancel={onClose}
      cancelText={t('cancel')}
      okText={t('publish', { number })}
      okButtonProps={{ loading: publish.isPending }}
      onOk={() => publish.mutate({ id, version, note: note.trim() || null })}
    >
      <div className={styles.form}>
        {publish.error === null ? null : <ProblemNotice problem={publish.error} />}
        <p>{t('publish.lead', { points, type: pointType })}</p>
        <label htmlFor="publish-note">{t('publish.note')}</label>
        <Input.TextArea
          id="publish-note"
          rows={2}
          maxLength={500}
          placeholder={t('publish.note.hint')}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
      </div>
    </Modal>
  )
}
