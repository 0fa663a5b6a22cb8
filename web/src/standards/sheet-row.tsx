import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import type { Criterion } from '@luoshi/contract/standards'
import { Button } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { CellInput } from './cell-input.tsx'
import styles from './sheet.module.css'
import { type ColumnKey, cellText, changed, moved, removed, withCell } from './sheet.ts'
import { SheetDetails } from './sheet-details.tsx'
import type { Draft } from './use-draft.ts'
import { standardsWords } from './words.ts'

type Props = {
  readonly one: Criterion
  readonly index: number
  readonly isLast: boolean
  readonly isOpen: boolean
  readonly isLacking: boolean
  readonly draft: Draft
  readonly onOpen: () => void
}

/** A line of the table, and beneath it what a line has no room for. */
export const SheetRow = ({ one, index, isLast, isOpen, isLacking, draft, onOpen }: Props) => {
  const t = useWords(standardsWords)
  const { content, write } = draft
  const number = index + 1
  const set = (column: ColumnKey) => (text: string) => {
    const next = withCell(one, column, text)
    if (next !== null)
      write(
        changed(content, one.id, () => next),
        `${one.id}.${column}`,
      )
    return next !== null
  }
  const more = one.exceptions.length + one.evidence.length + (one.lookWhere || one.lookHow ? 1 : 0)
  return (
    <>
      <tr data-row={one.id} data-lacking={isLacking || undefined}>
        <th scope="row">{number}</th>
        <Cell one={one} column="section" number={number} onWrite={set('section')} />
        <Cell one={one} column="text" number={number} onWrite={set('text')} />
        <Cell one={one} column="weight" number={number} onWrite={set('weight')} />
        <td data-column="critical" data-label={t('field.critical')}>
          <input
            type="checkbox"
            data-cell="critical"
            aria-label={`${number} ${t('field.critical')}`}
            checked={one.critical}
            onChange={event => write(changed(content, one.id, line => ({ ...line, critical: event.target.checked })))}
          />
        </td>
        <Cell one={one} column="conforms" number={number} onWrite={set('conforms')} />
        <Cell one={one} column="mostly" number={number} onWrite={set('mostly')} />
        <Cell one={one} column="fails" number={number} onWrite={set('fails')} />
        <td className={styles.acts}>
          <Button size="small" aria-expanded={isOpen} aria-label={t('sheet.details.of', { number })} onClick={onOpen}>
            {t('sheet.details')}
            {more === 0 ? '' : ` ${more}`}
          </Button>
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined aria-hidden />}
            disabled={index === 0}
            aria-label={t('sheet.up', { number })}
            onClick={() => write(moved(content, one.id, -1))}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined aria-hidden />}
            disabled={isLast}
            aria-label={t('sheet.down', { number })}
            onClick={() => write(moved(content, one.id, 1))}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('sheet.remove', { number })}
            onClick={() => write(removed(content, one.id))}
          />
        </td>
      </tr>
      {isOpen ? (
        <tr className={styles.details}>
          <td colSpan={9}>
            <SheetDetails one={one} number={number} draft={draft} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

type CellProps = {
  readonly one: Criterion
  readonly column: ColumnKey
  readonly number: number
  readonly onWrite: (text: string) => boolean
}

const Cell = ({ one, column, number, onWrite }: CellProps) => {
  const t = useWords(standardsWords)
  return (
    <td data-column={column} data-label={t(`field.${column}`)}>
      <CellInput
        label={`${number} ${t(`field.${column}`)}`}
        column={column}
        text={cellText(one, column)}
        onWrite={onWrite}
        {...(column === 'weight' ? { wrong: t('weight.wrong') } : {})}
      />
    </td>
  )
}
