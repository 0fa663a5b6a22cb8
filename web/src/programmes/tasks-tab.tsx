import type { AssignmentRow } from '@luoshi/contract/assignments'
import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { taskParts } from '@luoshi/rules/task-name'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { AssignmentState, stateOrder } from '../assignments/assignment-state.tsx'
import { assignmentWords } from '../assignments/words.ts'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { dueDayWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FileLink } from '../ui/file-link.tsx'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { useMe } from '../ui/session.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import styles from './programmes.module.css'
import { programmeWords } from './words.ts'

const times = ['late', 'today', 'soon'] as const

/** The tasks of a programme as given to its units. */
export const TasksTab = ({ programme }: { readonly programme: ProgrammeOverview }) => {
  const t = useWords(programmeWords)
  const said = useWords(assignmentWords)
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const state = stateOrder.find(one => one === search.state)
  const timeliness = times.find(one => one === search.timeliness)
  const filter = {
    programmeId: programme.id,
    ...(search.q && { q: search.q }),
    ...(search.unit && { unitId: search.unit }),
    ...(state && { state }),
    ...(timeliness && { timeliness }),
  }
  const pages = usePages(
    orpc.assignments.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  const put = (next: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '.', search: { ...search, ...next }, replace: true })
  const any = search.q || search.unit || state || timeliness
  return (
    <DataList
      label={t('tab_tasks')}
      pages={pages}
      columns={useColumns()}
      idOf={row => row.id}
      bar={
        <ListBar
          search={search.q ?? ''}
          onSearch={q => put({ q })}
          hint={t('taskSearch')}
          spreadsheet={{ noun: 'assignments', filters: filter }}
        >
          <span className={styles.filters}>
            <Select
              value={timeliness ?? ''}
              onChange={value => put({ timeliness: value })}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: t('anyTime') },
                ...times.map(value => ({ value, label: t(`time_${value}`) })),
              ]}
            />
            <Select
              value={state ?? ''}
              onChange={value => put({ state: value })}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: t('anyState') },
                ...stateOrder.map(value => ({ value, label: said(`state_${value}`) })),
              ]}
            />
            <Select
              value={search.unit ?? ''}
              onChange={value => put({ unit: value })}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: 'label' }}
              options={[
                { value: '', label: t('anyUnit') },
                ...programme.byUnit.map(({ unit }) => ({ value: unit.id, label: unit.name })),
              ]}
            />
          </span>
          <FileLink path={`/programmes/${programme.id}/task-table.xlsx`}>{t('taskTable')}</FileLink>
        </ListBar>
      }
      empty={<EmptyState title={t('taskEmpty')}>{t('taskEmptyHint')}</EmptyState>}
      onClear={any ? () => void navigate({ to: '.', search: {}, replace: true }) : undefined}
    />
  )
}

const useColumns = (): readonly Column<AssignmentRow>[] => {
  const t = useWords(programmeWords)
  const said = useWords(uiWords)
  const { today } = useMe().tenant
  return [
    {
      key: 'text',
      title: t('colTask'),
      phone: 'title',
      cell: row => (
        <>
          <Link className={styles.title ?? ''} to="/assignments/$assignmentId" params={{ assignmentId: row.id }}>
            {taskParts(row.text).head}
          </Link>
          {row.section && <span className={styles.soft}> {row.section.replaceAll('/', '')}</span>}
          <div className={styles.rest}>{taskParts(row.text).rest}</div>
        </>
      ),
    },
    {
      key: 'unit',
      title: t('colUnit'),
      width: 170,
      cell: row => (
        <>
          {row.unit.name} <span className={styles.soft}>{t(`part_${row.part}`)}</span>
        </>
      ),
    },
    {
      key: 'due',
      title: t('colDue'),
      width: 170,
      cell: row => {
        const due = dueDayWords(said, row.dueOn, today)
        const open = row.timeliness !== 'done' && row.timeliness !== 'done-late'
        return (
          <span title={due.exact} className={open && due.tone === 'late' ? styles.late : undefined}>
            {open ? due.until : due.exact} {open && <span className={styles.soft}>{due.rest}</span>}
          </span>
        )
      },
    },
    { key: 'state', title: t('colState'), width: 150, cell: row => <AssignmentState row={row} /> },
    {
      key: 'evidence',
      title: t('colEvidence'),
      width: 70,
      align: 'right',
      phone: 'hide',
      cell: row => (row.evidence > 0 ? t('pieces', { count: row.evidence }) : ''),
    },
  ]
}
