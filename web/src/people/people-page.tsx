import type { Person } from '@luoshi/contract/people'
import { isRole, roles } from '@luoshi/rules/role'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { ImportDialog } from '../imports/import-dialog.tsx'
import { orpc } from '../ui/api.ts'
import { DataList } from '../ui/data-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { useMay } from '../ui/session.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import { type FirstPassword, FirstPasswordDialog } from './first-password-dialog.tsx'
import { NewPerson } from './new-person.tsx'
import { PersonPanel } from './person-panel.tsx'
import { usePeopleColumns } from './use-people-columns.tsx'
import { peopleWords } from './words.ts'

/** Who can sign in, where they belong and what they do there. */
export const PeoplePage = () => {
  const t = useWords(peopleWords)
  const said = useWords(uiWords)
  const may = useMay()
  const navigate = useNavigate({ from: '/people' })
  const { q = '', unit, role: asked, person, act } = useSearch({ from: '/shell/people' })
  const role = asked !== undefined && isRole(asked) ? asked : undefined
  const [shown, setShown] = useState<Person | null>(null)
  const [first, setFirst] = useState<FirstPassword | null>(null)
  const units = useQuery(orpc.units.list.queryOptions({ input: {} }))
  const pages = usePages(
    orpc.people.list.infiniteOptions({
      input: cursor => ({ q: q || undefined, unitId: unit, role, cursor, limit: 50 }),
      ...keyset,
    }),
  )
  const narrow = (change: { q?: string | undefined; unit?: string | undefined; role?: string | undefined }): void =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true })
  const columns = usePeopleColumns(setShown)
  return (
    <Page title={t('title')} sub={t('sub')} acts={<Acts />}>
      <DataList
        label={t('title')}
        pages={pages}
        columns={columns}
        idOf={({ id }) => id}
        empty={<EmptyState title={t('none.title')}>{t('none.detail')}</EmptyState>}
        onClear={
          q === '' && unit === undefined && role === undefined
            ? undefined
            : () => narrow({ q: undefined, unit: undefined, role: undefined })
        }
        bar={
          <ListBar
            search={q}
            onSearch={next => narrow({ q: next || undefined })}
            hint={t('search')}
            spreadsheet={{ noun: 'people', filters: { q, unitId: unit, role } }}
          >
            <Select
              aria-label={t('filter.unit')}
              value={unit ?? ''}
              onChange={next => narrow({ unit: next || undefined })}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              style={{ minWidth: 160 }}
              options={[
                { value: '', label: t('filter.unit.all') },
                ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Select
              aria-label={t('filter.role')}
              value={role ?? ''}
              onChange={next => narrow({ role: next || undefined })}
              popupMatchSelectWidth={false}
              options={[
                { value: '' as const, label: t('filter.role.all') },
                ...roles.map(value => ({ value, label: said(`role.${value}`) })),
              ]}
            />
          </ListBar>
        }
      />
      {shown === null ? null : (
        <PersonPanel person={shown} onChange={setShown} onFirstPassword={setFirst} onClose={() => setShown(null)} />
      )}
      {person === 'new' && may('person.manage') ? (
        <NewPerson
          unitId={unit}
          onDone={setFirst}
          onClose={() => void navigate({ search: before => ({ ...before, person: undefined }) })}
        />
      ) : null}
      {act === 'import' && may('import.run') ? (
        <ImportDialog onClose={() => void navigate({ search: before => ({ ...before, act: undefined }) })} />
      ) : null}
      {first === null ? null : <FirstPasswordDialog first={first} onClose={() => setFirst(null)} />}
    </Page>
  )
}

const Acts = () => {
  const t = useWords(peopleWords)
  const may = useMay()
  const navigate = useNavigate({ from: '/people' })
  return (
    <>
      {may('import.run') ? (
        <Button onClick={() => void navigate({ search: before => ({ ...before, act: 'import' }) })}>
          {t('import')}
        </Button>
      ) : null}
      {may('person.manage') ? (
        <Button type="primary" onClick={() => void navigate({ search: before => ({ ...before, person: 'new' }) })}>
          {t('add')}
        </Button>
      ) : null}
    </>
  )
}
