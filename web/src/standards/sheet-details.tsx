import type { Criterion } from '@luoshi/contract/standards'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Radio, Select } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useMay } from '../ui/session.ts'
import { CellInput } from './cell-input.tsx'
import styles from './sheet.module.css'
import { type ColumnKey, cellText, changed, withCell } from './sheet.ts'
import type { Draft } from './use-draft.ts'
import { standardsWords } from './words.ts'

type Props = { readonly one: Criterion; readonly number: number; readonly draft: Draft }

/** What a line has no room for: exceptions, evidence, the photo, where and how to look, what a failure is. */
export const SheetDetails = ({ one, number, draft: { content, write } }: Props) => {
  const t = useWords(standardsWords)
  const may = useMay()
  const categories = useQuery(
    orpc.cases.categories.queryOptions({ input: may('case.read') ? {} : skipToken, staleTime: 300_000 }),
  )
  const put = (change: Partial<Criterion>): void => write(changed(content, one.id, line => ({ ...line, ...change })))
  const written = (column: ColumnKey) => (text: string) => {
    const next = withCell(one, column, text)
    if (next !== null)
      write(
        changed(content, one.id, () => next),
        `${one.id}.${column}`,
      )
    return next !== null
  }
  const cell = (column: ColumnKey, more: { placeholder?: string; wrong?: string } = {}) => (
    <div className={styles.detail} key={column}>
      <span>{t(`field.${column}`)}</span>
      <CellInput
        label={`${number} ${t(`field.${column}`)}`}
        column={column}
        text={cellText(one, column)}
        onWrite={written(column)}
        {...more}
      />
    </div>
  )
  return (
    <div className={styles.detailGrid}>
      {cell('lookWhere')}
      {cell('lookHow')}
      {cell('exceptions', { placeholder: t('exceptions.hint') })}
      {cell('evidence', { placeholder: t('evidence.hint'), wrong: t('evidence.wrong') })}
      <div className={styles.detail}>
        <span>{t('field.photo')}</span>
        <Radio.Group
          size="small"
          aria-label={`${number} ${t('field.photo')}`}
          value={one.photo}
          onChange={event => put({ photo: event.target.value as Criterion['photo'] })} // one of the options
          options={(['none', 'optional', 'required'] as const).map(value => ({ value, label: t(`photo.${value}`) }))}
        />
      </div>
      <div className={styles.detail}>
        <span>{t('field.category')}</span>
        <Select
          size="small"
          aria-label={`${number} ${t('field.category')}`}
          value={one.categoryId ?? ''}
          onChange={next => put({ categoryId: next || null })}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('category.none') },
            ...(categories.data ?? []).map(({ id, name, section }) => ({ value: id, label: `${section} · ${name}` })),
          ]}
        />
      </div>
    </div>
  )
}
