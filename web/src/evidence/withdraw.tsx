import type { Evidence } from '@luoshi/contract/evidence'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useNotify } from '../ui/use-notify.ts'
import { evidenceWords } from './words.ts'

/** Takes a piece of evidence back, with the reason; nothing where the reader may not. */
export const Withdraw = ({ evidence: { id, name, actions } }: { readonly evidence: Evidence }) => {
  const t = useWords(evidenceWords)
  const notify = useNotify()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const said = reason.trim()
  const withdraw = useMutation({
    mutationFn: () => api.evidence.withdraw({ id, reason: said }),
    onSuccess: () => {
      setOpen(false)
      notify.done(t('withdraw.done'))
      return queries.invalidateQueries()
    },
    onError: notify.refused,
  })
  if (!actions.includes('evidence.withdraw')) return null
  return (
    <>
      <Button type="link" size="small" aria-label={t('withdraw.one', { name })} onClick={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      <Modal
        open={open}
        title={t('withdraw.title')}
        okText={t('withdraw')}
        cancelText={t('close')}
        okButtonProps={{ danger: true, disabled: said.length < 2, loading: withdraw.isPending }}
        onOk={() => withdraw.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p>{t('withdraw.what')}</p>
        <Input.TextArea
          autoFocus
          value={reason}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={t('withdraw.why')}
          aria-label={t('withdraw.why')}
          onChange={event => setReason(event.target.value)}
        />
      </Modal>
    </>
  )
}
