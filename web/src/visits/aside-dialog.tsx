import type { KeptEntry } from '@luoshi/contract/field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useNotify } from '../ui/use-notify.ts'
import styles from './visits.module.css'
import { visitWords } from './words.ts'

/** Puts what a phone delivered aside, with the reason. */
export const AsideDialog = ({ entry, onClose }: { readonly entry: KeptEntry; readonly onClose: () => void }) => {
  const t = useWords(visitWords)
  const notify = useNotify()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const aside = useMutation(
    orpc.field.settle.mutationOptions({
      onSuccess: () => {
        notify.done(t('kept.put'))
        onClose()
      },
      onError: notify.refused,
      onSettled: () => client.invalidateQueries({ queryKey: orpc.field.key() }),
    }),
  )
  return (
    <Modal
      open
      title={t('kept.aside.title')}
      okText={t('kept.aside')}
      cancelText={t('close')}
      okButtonProps={{ disabled: note.trim().length < 2, loading: aside.isPending }}
      onOk={() => aside.mutate({ id: entry.id, how: 'aside', note: note.trim() })}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <p>{t('kept.aside.what')}</p>
        <Input.TextArea
          autoFocus
          value={note}
          maxLength={200}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={t('kept.aside.hint')}
          aria-label={t('kept.aside.hint')}
          onChange={event => setNote(event.target.value)}
        />
      </div>
    </Modal>
  )
}
