import type { Unit } from '@luoshi/contract/units'
import { Modal } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { uiWords } from '../ui/words.ts'
import { placesFor } from './tree-rows.ts'
import { UnitSelect } from './unit-select.tsx'
import styles from './units.module.css'
import { useUnitChange } from './use-unit-change.ts'
import { unitsWords } from './words.ts'

type MoveUnitProps = { readonly units: readonly Unit[]; readonly unit: Unit; readonly onClose: () => void }

/** Puts a unit, with all that is under it, under another. */
export const MoveUnit = ({ units, unit, onClose }: MoveUnitProps) => {
  const t = useWords(unitsWords)
  const said = useWords(uiWords)
  const [parentId, setParentId] = useState<string | null>(null)
  const places = placesFor(units, unit).filter(({ id }) => id !== unit.parentId)
  const move = useUnitChange(
    { mutationFn: (to: string) => api.units.change({ id: unit.id, version: unit.version, parentId: to }) },
    {
      says: to => t('done.moved', { name: unit.name, parent: places.find(({ id }) => id === to)?.name ?? '' }),
      settled: onClose,
    },
  )
  return (
    <Modal
      open
      title={t('move.title', { name: unit.name })}
      okText={t('move.do')}
      cancelText={said('cancel')}
      onOk={() => parentId !== null && move.mutate(parentId)}
      onCancel={onClose}
      okButtonProps={{ disabled: parentId === null, loading: move.isPending }}
    >
      {move.error === null ? null : <ProblemNotice problem={move.error} />}
      <p className={styles.why}>{t('move.detail')}</p>
      <UnitSelect
        units={places}
        onChange={setParentId}
        placeholder={t('form.needed')}
        {...(parentId === null ? {} : { value: parentId })}
      />
    </Modal>
  )
}
