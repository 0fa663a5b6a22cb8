import { Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import type { Content } from './sheet.ts'
import { type ReadFile, StandardFile } from './standard-file.tsx'
import { standardsWords } from './words.ts'

type Props = {
  readonly standardId: string
  readonly onReplace: (content: Content) => void
  readonly onClose: () => void
}

/** Puts what a file holds in the place of the draft; it can be undone. */
export const ReplaceDialog = ({ standardId, onReplace, onClose }: Props) => {
  const t = useWords(standardsWords)
  const [read, setRead] = useState<ReadFile | null>(null)
  return (
    <Modal
      open
      title={t('sheet.file')}
      onCancel={onClose}
      cancelText={t('cancel')}
      okText={t('sheet.file')}
      okButtonProps={{ disabled: read === null }}
      onOk={() => read && onReplace(read.content)}
    >
      <StandardFile standardId={standardId} onRead={setRead} />
    </Modal>
  )
}
