import type { Category } from '@luoshi/contract/cases'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { casePageWords } from './case-page-words.ts'
import styles from './cases.module.css'
import { noticeWords } from './notice-words.ts'
import { caseWords } from './words.ts'

type Props = {
  readonly one: Category
  readonly onSave: (one: Category) => Promise<void>
  readonly onClose: () => void
}

const units = ['hours', 'working-hours', 'days', 'working-days'] as const
const severities = ['minor', 'ordinary', 'serious'] as const

export const CategoryForm = ({ one, onSave, onClose }: Props) => {
  const t = useWords(noticeWords)
  const page = useWords(casePageWords)
  const said = useWords(caseWords)
  const [now, setNow] = useState(one)
  const [busy, setBusy] = useState(false)
  const put = (next: Partial<Category>) => setNow(before => ({ ...before, ...next }))
  const isReady = [now.code, now.section, now.name, now.closingCondition].every(text => text.trim() !== '')
  const text = (key: 'code' | 'section' | 'name' | 'closingCondition', label: string) => (
    <label htmlFor={`category-${key}`}>
      {label}
      <Input
        id={`category-${key}`}
        value={now[key]}
        maxLength={120}
        onChange={event => put({ [key]: event.target.value })}
      />
    </label>
  )
  return (
    <Modal
      open
      title={one.version === 0 ? t('add') : one.name}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !isReady, loading: busy }}
      onOk={() => {
        setBusy(true)
        void onSave(now).finally(() => setBusy(false))
      }}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {text('code', t('code'))}
        {text('section', t('section'))}
        {text('name', t('name'))}
        <label htmlFor="category-limit">
          {t('limit')}
          <span className={styles.limit}>
            <InputNumber
              id="category-limit"
              min={1}
              max={400}
              value={now.limitAmount}
              aria-label={t('amount')}
              onChange={limitAmount => limitAmount && put({ limitAmount })}
            />
            <Select
              value={now.limitUnit}
              aria-label={t('unit')}
              onChange={limitUnit => put({ limitUnit })}
              options={units.map(value => ({ value, label: page(`limit_${value}`) }))}
            />
          </span>
        </label>
        {text('closingCondition', t('closes'))}
        <label htmlFor="category-days">
          {t('levelDays')}
          <InputNumber
            id="category-days"
            min={1}
            max={90}
            value={now.levelDays}
            suffix={t('days')}
            onChange={levelDays => levelDays && put({ levelDays })}
          />
        </label>
        <label htmlFor="category-severity">
          {t('severity')}
          <Select
            id="category-severity"
            value={now.severity}
            onChange={severity => put({ severity })}
            options={severities.map(value => ({ value, label: said(`severity_${value}`) }))}
          />
        </label>
      </div>
    </Modal>
  )
}
