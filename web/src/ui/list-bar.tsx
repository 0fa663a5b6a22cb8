import { DownloadOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import styles from './data-list.module.css'
import { exportUrl } from './export-url.ts'
import { useWords } from './i18n.ts'
import { useTypedSearch } from './use-typed-search.ts'
import { uiWords } from './words.ts'

type ListBarProps = {
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly hint: string
  readonly children?: ReactNode
  /** The same list as a spreadsheet: its noun, and the filters as they stand. */
  readonly spreadsheet?: {
    readonly noun: string
    readonly filters: Readonly<Record<string, string | boolean | undefined>>
  }
}

/** Search, filters and "export to spreadsheet" above a list. Chinese is looked for once it has been put together. */
export const ListBar = ({ search, onSearch, hint, children, spreadsheet }: ListBarProps) => {
  const t = useWords(uiWords)
  const typed = useTypedSearch(search, onSearch)
  return (
    <search className={styles.bar}>
      <Input
        className={styles.search ?? ''}
        allowClear
        prefix={<SearchOutlined aria-hidden="true" />}
        placeholder={hint}
        aria-label={hint}
        value={typed.text}
        onChange={event => typed.change(event.target.value)}
        onCompositionStart={typed.composing}
        onCompositionEnd={event => typed.composed(event.currentTarget.value)}
        maxLength={100}
      />
      {children}
      {spreadsheet === undefined ? null : (
        <Button
          className={styles.export ?? ''}
          icon={<DownloadOutlined aria-hidden />}
          href={exportUrl(spreadsheet.noun, spreadsheet.filters)}
          download
        >
          {t('list.export')}
        </Button>
      )}
    </search>
  )
}
