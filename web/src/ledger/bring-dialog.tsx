import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import styles from './ledger.module.css'
import { ledgerWords } from './words.ts'

type BringDialogProps = {
  readonly criterionId: string
  readonly part: string
  readonly text: string
  readonly unit: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

/** Files new papers, or lets what is on file serve here too. */
export const BringDialog = ({ criterionId, part, text, unit, onClose }: BringDialogProps) => {
  const t = useWords(ledgerWords)
  const notify = useNotify()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<{ readonly evidenceIds: readonly string[]; readonly isBusy: boolean }>({
    evidenceIds: [],
    isBusy: false,
  })
  const bring = useMutation({
    mutationFn: () =>
      Promise.all(
        chosen.evidenceIds.map(id => api.evidence.serve({ id, subject: { kind: 'criterion', id: criterionId, part } })),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: orpc.ledger.key() })
      notify.done(t('bring.done'))
      onClose()
    },
  })
  return (
    <Modal
      open
      title={t('bring.title', { part })}
      okText={t('bring.go')}
      okButtonProps={{ disabled: chosen.evidenceIds.length === 0 || chosen.isBusy, loading: bring.isPending }}
      onOk={() => bring.mutate()}
      onCancel={onClose}
    >
      <p className={styles.label}>{t('bring.for', { unit: unit.name, criterion: text })}</p>
      {bring.isError ? <ProblemNotice problem={bring.error} /> : null}
      <EvidencePicker unitId={unit.id} hint={t('bring.hint')} onChange={setChosen} />
    </Modal>
  )
}
