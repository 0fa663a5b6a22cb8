import { type Item, itemContent } from '@luoshi/contract/review'
import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { partOf, withPart } from './content-parts.ts'
import { FieldInput } from './field-input.tsx'
import { fieldsOf } from './item-fields.ts'
import styles from './item-form.module.css'
import { reviewWords } from './words.ts'

type Props = {
  readonly item: Item
  /** Names of bodies and units that the plan or the county knows. */
  readonly names: readonly string[]
  /** `opened` is the version the form was opened on: what another changed since is not to be overwritten. */
  readonly onSave: (content: Record<string, unknown>, opened: number) => void
  readonly onCancel: () => void
}

/** An item edited where it stands. Ctrl+Enter saves and confirms, Escape leaves it as it was. */
export const ItemForm = ({ item, names, onSave, onCancel }: Props) => {
  const t = useWords(reviewWords)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [opened] = useState(item.version)
  const [content, setContent] = useState<Record<string, unknown>>(item.content)
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])

  const save = () => {
    const read = itemContent[item.kind].safeParse(content)
    if (read.success) return onSave(read.data, opened)
    setMissing(new Set(read.error.issues.map(({ path }) => path.join('.'))))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    event.stopPropagation()
  }

  return (
    <form
      ref={form}
      className={styles.form}
      onKeyDown={onKeyDown}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      {fieldsOf[item.kind].map(field => (
        <div key={field.name} className={field.short ? `${styles.field} ${styles.short}` : styles.field}>
          <label htmlFor={`${id}${field.name}`}>{t(field.label)}</label>
          <FieldInput
            id={`${id}${field.name}`}
            field={field}
            value={partOf(content, field.name)}
            names={names}
            onChange={value => setContent(now => withPart(now, field.name, value))}
          />
          {[...missing].some(path => path === field.name || path.startsWith(`${field.name}.`)) && (
            <span className={styles.missing}>{t('required')}</span>
          )}
        </div>
      ))}
      <div className={styles.acts}>
        <Button type="primary" htmlType="submit" size="small">
          {t('save')} <kbd>Ctrl ⏎</kbd>
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  )
}
