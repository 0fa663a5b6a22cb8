import type { Evidence } from '@luoshi/contract/evidence'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { evidenceWords } from './words.ts'

/** Takes a piece of evidence back, with the reason; nothing where the reader may not. */
export const Withdraw = ({ evidence: { id, name, actions } }: { readonly evidence: Evidence }) => {
  const t = useWords(evidenceWords)
  const notify = useNotify()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const withdraw = useMutation({
    mutationFn: (reason: string) => api.evidence.withdraw({ id, reason }),
    onSuccess: () => {
      notify.done(t('withdraw.done'))
      return queries.invalidateQueries()
    },
    onError: notify.refused,
  })
  const go = (reason: string): Promise<boolean> =>
    withdraw.mutateAsync(reason).then(
      () => true,
      () => false,
    )
  if (!actions.includes('evidence.withdraw')) return null
  return (
    <>
      <Button
        type="link"
        size="small"
        style={{ paddingInline: 0, justifySelf: 'start' }}
        aria-label={t('withdraw.one', { name })}
        onClick={() => setOpen(true)}
      >
        {t('withdraw')}
      </Button>
      {open ? (
        <ReasonDialog
          title={t('withdraw.title')}
          what={t('withdraw.what')}
          hint={t('withdraw.why')}
          go={t('withdraw')}
          stay={t('close')}
          busy={withdraw.isPending}
          most={300}
          dangerous
          onGo={go}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
