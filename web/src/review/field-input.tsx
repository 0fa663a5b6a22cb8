import { isPlainDate } from '@luoshi/rules/plain-date'
import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '../ui/i18n.ts'
import { linesOfPoints, pointsOfLines } from './content-parts.ts'
import type { Field } from './item-fields.ts'
import styles from './item-form.module.css'
import { reviewWords } from './words.ts'

type Props = {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly names: readonly string[]
}

/** One part of an item, edited as what it is. */
export const FieldInput = ({ id, field, value, onChange, names }: Props) => {
  const t = useWords(reviewWords)
  const words = typeof value === 'string' ? value : ''
  const give = (text: string) => onChange(field.orNull && text.trim() === '' ? null : text)
  switch (field.as) {
    case 'line':
      return <Input id={id} value={words} onChange={event => give(event.target.value)} />
    case 'text':
      return (
        <Input.TextArea
          id={id}
          value={words}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={e => give(e.target.value)}
        />
      )
    case 'number':
      return <InputNumber id={id} value={typeof value === 'number' ? value : null} onChange={onChange} />
    case 'date':
      return <DayInput id={id} value={words} onChange={day => onChange(day ?? '')} />
    case 'window':
      return <WindowInput id={id} value={value} onChange={onChange} />
    case 'names':
      return (
        <Select
          id={id}
          mode="tags"
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
          options={names.map(name => ({ value: name }))}
          tokenSeparators={['、', ',', '，', ';', '；']}
          placeholder={t('namesHint')}
        />
      )
    case 'choice':
      return (
        <Select
          id={id}
          value={words}
          onChange={onChange}
          options={(field.options ?? []).map(({ value, word }) => ({
            value,
            // Every word of the table but the signs is a key of the catalogue.
            label: word.startsWith('=') ? word.slice(1) : t(word as 'reward'),
          }))}
        />
      )
    case 'points':
      return (
        <Input.TextArea
          id={id}
          defaultValue={linesOfPoints(value)}
          autoSize={{ minRows: 3, maxRows: 14 }}
          onChange={event => onChange(pointsOfLines(event.target.value, value))}
        />
      )
  }
}

const DayInput = ({ id, value, onChange }: { id: string; value: string; onChange: (day: string | null) => void }) => (
  <DatePicker
    id={id}
    value={isPlainDate(value) ? dayjs(value) : null}
    placeholder={value || '—'}
    onChange={day => onChange(day ? day.format('YYYY-MM-DD') : null)}
  />
)

/** Both ends of a window; emptied at both, it is none at all. */
const WindowInput = ({ id, value, onChange }: { id: string; value: unknown; onChange: (window: unknown) => void }) => {
  const get = (key: string): string | null => {
    const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null
    return typeof part === 'string' ? part : null
  }
  const give = (start: string | null, end: string | null) =>
    onChange(start || end ? { text: get('text') ?? '', start, end } : null)
  return (
    <span className={styles.window}>
      <DayInput id={id} value={get('start') ?? ''} onChange={day => give(day, get('end'))} />
      <span>—</span>
      <DayInput id={`${id}-end`} value={get('end') ?? ''} onChange={day => give(get('start'), day)} />
    </span>
  )
}
