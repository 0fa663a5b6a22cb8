import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './rounds.module.css'
import { roundWords } from './words.ts'

type Props = {
  readonly title: string
  readonly what?: string
  readonly hint: string
  readonly go: string
  readonly busy: boolean
  /** Answers whether it was taken. */
  readonly onGo: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Says what will happen and asks why. */
export const ReasonDialog = ({ title, what, hint, go, busy, onGo, onClose }: Props) => {
  const t = useWords(roundWords)
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <Modal
      open
      title={title}
      okText={go}
      cancelText={t('close')}
      okButtonProps={{ disabled: said.length < 2, loading: busy }}
      onOk={() => void onGo(said).then(ok => ok && onClose())}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {what === undefined ? null : <p>{what}</p>}
        <Input.TextArea
          autoFocus
          value={reason}
          maxLength={200}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={hint}
          aria-label={hint}
          onChange={event => setReason(event.target.value)}
        />
      </div>
    </Modal>
  )
}
