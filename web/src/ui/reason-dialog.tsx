import { Input, Modal } from 'antd'
import { useState } from 'react'

type Props = {
  readonly title: string
  readonly what?: string
  readonly hint: string
  readonly go: string
  /** What leaving things as they are is called. */
  readonly stay: string
  readonly busy: boolean
  /** Characters that a reason may have. */
  readonly most?: number
  readonly dangerous?: boolean
  /** Answers whether it was taken. */
  readonly onGo: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Says what will happen and asks why. */
export const ReasonDialog = ({
  title,
  what,
  hint,
  go,
  stay,
  busy,
  most = 200,
  dangerous = false,
  onGo,
  onClose,
}: Props) => {
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <Modal
      open
      title={title}
      okText={go}
      cancelText={stay}
      okButtonProps={{ danger: dangerous, disabled: said.length < 2, loading: busy }}
      onOk={() => void onGo(said).then(ok => ok && onClose())}
      onCancel={onClose}
    >
      <div style={{ display: 'grid', gap: 12 }}>
        {what === undefined ? null : <p>{what}</p>}
        <Input.TextArea
          autoFocus
          value={reason}
          maxLength={most}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={hint}
          aria-label={hint}
          onChange={event => setReason(event.target.value)}
        />
      </div>
    </Modal>
  )
}
