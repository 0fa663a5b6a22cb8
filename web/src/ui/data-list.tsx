import { Button } from 'antd'
import type { ReactNode } from 'react'
import styles from './data-list.module.css'
import { EmptyState } from './empty-state.tsx'
import { useWords } from './i18n.ts'
import { ProblemNotice } from './problem-notice.tsx'
import type { Pages } from './use-pages.ts'
import { Waiting } from './waiting.tsx'
import { uiWords } from './words.ts'

export type Column<T> = {
  readonly key: string
  readonly title: string
  readonly cell: (item: T) => ReactNode
  readonly width?: number | string
  readonly align?: 'right'
  /** On a phone a row becomes a card: its first line, a line of its own, the action at its foot, or nothing. */
  readonly phone?: 'title' | 'line' | 'act' | 'hide'
}

type DataListProps<T> = {
  readonly label: string
  readonly pages: Pages<T>
  readonly columns: readonly Column<T>[]
  readonly idOf: (item: T) => string
  readonly bar?: ReactNode
  /** Shown where nothing is there and nothing is filtered. */
  readonly empty: ReactNode
  /** Set while a filter or a search narrows the list. */
  readonly onClear?: (() => void) | undefined
}

/** A list in keyset pages: a table on the desk, cards on a phone; "show more" reads on, and the total stands beside it. */
export const DataList = <T,>({ label, pages, columns, idOf, bar, empty, onClear }: DataListProps<T>) => (
  <div>
    {bar}
    {pages.problem === null ? null : <ProblemNotice problem={pages.problem} onRetry={pages.retry} />}
    {pages.waiting ? <Waiting rows={8} /> : null}
    {!pages.waiting && pages.problem === null && pages.items.length === 0 ? (
      onClear === undefined ? (
        empty
      ) : (
        <NothingFound onClear={onClear} />
      )
    ) : null}
    {pages.items.length === 0 ? null : <Rows label={label} items={pages.items} columns={columns} idOf={idOf} />}
    {pages.items.length === 0 ? null : <Foot pages={pages} />}
  </div>
)

type RowsProps<T> = Pick<DataListProps<T>, 'label' | 'columns' | 'idOf'> & { readonly items: readonly T[] }

const Rows = <T,>({ label, items, columns, idOf }: RowsProps<T>) => (
  <table className={styles.table} aria-label={label}>
    <thead>
      <tr>
        {columns.map(({ key, title, width, align }) => (
          <th key={key} scope="col" data-align={align} style={{ width }}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {items.map(item => (
        <tr key={idOf(item)}>
          {columns.map(({ key, cell, align, phone = 'line' }) => (
            <td key={key} data-phone={phone} data-align={align}>
              {cell(item)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Foot = <T,>({ pages }: { readonly pages: Pages<T> }) => {
  const t = useWords(uiWords)
  const { items, total, hasMore } = pages
  const count =
    total === null
      ? null
      : hasMore
        ? t('list.shown', { shown: items.length, total })
        : t('list.total', { count: total })
  return (
    <div className={styles.foot}>
      <span aria-live="polite">{count}</span>
      {hasMore ? (
        <Button onClick={pages.readMore} loading={pages.readingMore}>
          {t('list.more')}
        </Button>
      ) : null}
    </div>
  )
}

const NothingFound = ({ onClear }: { readonly onClear: () => void }) => {
  const t = useWords(uiWords)
  return (
    <EmptyState title={t('list.none')} act={<Button onClick={onClear}>{t('list.clear')}</Button>}>
      {t('list.none.hint')}
    </EmptyState>
  )
}
