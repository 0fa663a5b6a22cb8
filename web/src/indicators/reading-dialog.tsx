import type { Indicator } from '@luoshi/contract/indicators'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { DatePicker, Input, InputNumber, Modal, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { newId } from '../ui/uuid.ts'
import { valueWords } from './indicator-words.ts'
import styles from './indicators.module.css'
import { checkDraft, type Draft } from './reading-draft.ts'
import { indicatorWords } from './words.ts'

type Props = { readonly indicator: Indicator; readonly onClose: () => void }

/** Records a reading; a share is asked for with its sample, so that its error is known. */
export const ReadingDialog = ({ indicator, onClose }: Props) => {
  const t = useWords(indicatorWords)
  const notify = useNotify()
  const client = useQueryClient()
  const { today } = useMe().tenant
  const { id, subject, unit, programmeId } = indicator
  const [measurementId] = useState(newId)
  const [draft, setDraft] = useState<Draft>({
    how: unit === '%' ? 'sample' : 'plain',
    numerator: null,
    denominator: null,
    value: null,
  })
  const [on, setOn] = useState(today)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const checked = checkDraft(draft)
  const write = useMutation({
    mutationFn: () => {
      const { value, numerator, denominator } = checked.ok ? checked : { value: 0, numerator: null, denominator: null }
      return api.indicators.measure({
        id,
        measurementId,
        on,
        value,
        numerator,
        denominator,
        unitId,
        note: note.trim() || null,
      })
    },
    onSuccess: () => {
      if (checked.ok) notify.done(t('saved', { subject, value: valueWords(checked.value, unit) }))
      void client.invalidateQueries({ queryKey: orpc.indicators.key() })
      onClose()
    },
    onError: notify.refused,
  })
  return (
    <Modal
      open
      title={t('addTitle', { subject })}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !checked.ok, loading: write.isPending, title: checked.ok ? '' : t(checked.why) }}
      onOk={() => write.mutate()}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {unit === '%' && (
          <Segmented<Draft['how']>
            value={draft.how}
            onChange={how => setDraft({ ...draft, how })}
            options={[
              { value: 'sample', label: t('fromSample') },
              { value: 'plain', label: t('plain') },
            ]}
          />
        )}
        <Numbers draft={draft} unit={unit} onChange={setDraft} />
        {draft.how === 'sample' && (
          <p className={styles.soft}>
            {checked.ok ? t('share', { value: valueWords(checked.value, unit) }) : t('shareWhy')}
          </p>
        )}
        <label htmlFor="reading-on">{t('on')}</label>
        <DatePicker
          id="reading-on"
          value={dayjs(on)}
          allowClear={false}
          maxDate={dayjs(today)}
          onChange={day => setOn(day?.format('YYYY-MM-DD') ?? today)}
        />
        <label htmlFor="reading-unit">{t('unit')}</label>
        <UnitSelect programmeId={programmeId} value={unitId} onChange={setUnitId} />
        <label htmlFor="reading-note">{t('note')}</label>
        <Input.TextArea
          id="reading-note"
          value={note}
          maxLength={1000}
          autoSize={{ minRows: 2, maxRows: 5 }}
          onChange={event => setNote(event.target.value)}
        />
      </div>
    </Modal>
  )
}

type NumbersProps = { readonly draft: Draft; readonly unit: string; readonly onChange: (draft: Draft) => void }

const Numbers = ({ draft, unit, onChange }: NumbersProps) => {
  const t = useWords(indicatorWords)
  if (draft.how === 'plain')
    return (
      <InputNumber
        autoFocus
        value={draft.value}
        suffix={unit}
        placeholder={t('value')}
        aria-label={t('value')}
        onChange={value => onChange({ ...draft, value })}
      />
    )
  return (
    <span className={styles.sample}>
      <InputNumber
        autoFocus
        min={0}
        precision={0}
        value={draft.numerator}
        placeholder={t('numerator')}
        aria-label={t('numerator')}
        onChange={numerator => onChange({ ...draft, numerator })}
      />
      <span>/</span>
      <InputNumber
        min={1}
        precision={0}
        value={draft.denominator}
        placeholder={t('denominator')}
        aria-label={t('denominator')}
        onChange={denominator => onChange({ ...draft, denominator })}
      />
    </span>
  )
}

type UnitSelectProps = {
  readonly programmeId: string
  readonly value: string | null
  readonly onChange: (unit: string | null) => void
}

const UnitSelect = ({ programmeId, value, onChange }: UnitSelectProps) => {
  const t = useWords(indicatorWords)
  const { data } = useQuery(orpc.programmes.overview.queryOptions({ input: { id: programmeId } }))
  return (
    <Select
      id="reading-unit"
      value={value ?? ''}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={unit => onChange(unit === '' ? null : unit)}
      options={[
        { value: '', label: t('whole') },
        ...(data?.byUnit ?? []).map(({ unit }) => ({ value: unit.id, label: unit.name })),
      ]}
    />
  )
}
