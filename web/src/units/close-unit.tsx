import type { Unit } from '@luoshi/contract/units'
import { Modal } from 'antd'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { uiWords } from '../ui/words.ts'
import { useUnitChange } from './use-unit-change.ts'
import { unitsWords } from './words.ts'

/** Asks before a unit is closed, and says what that means. */
export const CloseUnit = ({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) => {
  const t = useWords(unitsWords)
  const said = useWords(uiWords)
  const close = useUnitChange(
    { mutationFn: ({ id, version }: Unit) => api.units.archive({ id, version }) },
    { says: ({ name }) => t('done.closed', { name }), settled: onClose },
  )
  return (
    <Modal
      open
      title={t('close.title', { name: unit.name })}
      okText={t('close.do')}
      cancelText={said('cancel')}
      onOk={() => close.mutate(unit)}
      onCancel={onClose}
      okButtonProps={{ loading: close.isPending }}
    >
      {close.error === null ? <p>{t('close.detail')}</p> : <ProblemNotice problem={close.error} />}
    </Modal>
  )
}
