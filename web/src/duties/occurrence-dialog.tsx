import type { Occurrence } from '@luoshi/contract/duties'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useNotify } from '../ui/use-notify.ts'
import styles from './duties.module.css'
import { dutyWords } from './words.ts'

export type OccurrenceDoing = 'record' | 'return' | 'excuse'

type Props = { readonly what: OccurrenceDoing; readonly occurrence: Occurrence; readonly onClose: () => void }

/** Records that it was done, sends a record back, or says why it was not done. */
export const OccurrenceDialog = ({ what, occurrence, onClose }: Props) => {
  const t = useWords(dutyWords)
  const notify = useNotify()
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<{ readonly evidenceIds: readonly string[]; readonly isBusy: boolean }>({
    evidenceIds: [],
    isBusy: false,
  })
  const { id, version, text, unit } = occurrence
  const said = words.trim()
  const write = useMutation({
    mutationFn: () => {
      if (what === 'record')
        return api.duties.record({ id, version, evidenceIds: [...chosen.evidenceIds], ...(said && { note: said }) })
      return what === 'return'
        ? api.duties.return({ id, version, reason: said })
        : api.duties.excuse({ id, version, reason: said })
    },
    onSuccess: () => {
      notify.done(t(`${what}Done`))
      void client.invalidateQueries({ queryKey: orpc.duties.key() })
      void client.invalidateQueries({ queryKey: orpc.today.key() })
      void client.invalidateQueries({ queryKey: orpc.programmes.key() })
      onClose()
    },
    onError: notify.refused,
  })
  const isReady = what === 'record' ? !chosen.isBusy : said.length >= 2
  return (
    <Modal
      open
      title={what === 'record' ? t('recordTitle', { text }) : t(`${what}Title`)}
      okText={t(what)}
      cancelText={t('cancel')}
      okButtonProps={{
        disabled: !isReady,
        loading: write.isPending,
        title: chosen.isBusy ? t('recordBusy') : isReady ? '' : t('needReason'),
      }}
      onOk={() => write.mutate()}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {what !== 'record' && <p>{text}</p>}
        <Input.TextArea
          autoFocus
          value={words}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={what === 'record' ? 2000 : 1000}
          placeholder={what === 'record' ? t('recordNote') : t(`${what}Reason`)}
          aria-label={what === 'record' ? t('recordNote') : t(`${what}Reason`)}
          onChange={event => setWords(event.target.value)}
        />
        {what === 'record' && (
          <>
            <p className={styles.soft}>{t('recordWhy')}</p>
            <EvidencePicker unitId={unit.id} onChange={setChosen} />
          </>
        )}
      </div>
    </Modal>
  )
}
