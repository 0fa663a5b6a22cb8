import type { Unit } from '@luoshi/contract/units'
import { isUnitKind, unitKinds } from '@luoshi/rules/unit-kind'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { ImportDialog } from '../imports/import-dialog.tsx'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMay } from '../ui/session.ts'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import { NoUnits } from './no-units.tsx'
import { UnitDetail } from './unit-detail.tsx'
import { UnitForm } from './unit-form.tsx'
import { UnitTree } from './unit-tree.tsx'
import styles from './units.module.css'
import { unitsWords } from './words.ts'

/** The tree of units within reach, and beside it the one that is chosen. */
export const UnitsPage = () => {
  const t = useWords(unitsWords)
  const said = useWords(uiWords)
  const may = useMay()
  const navigate = useNavigate({ from: '/units' })
  const { q = '', kind, unit: chosenId, closed, act } = useSearch({ from: '/shell/units' })
  const archived = closed === 'true'
  const { data: units, isPending, error, refetch } = useQuery(orpc.units.list.queryOptions({ input: { archived } }))
  const filter = { q, kind: kind !== undefined && isUnitKind(kind) ? kind : null }
  const chosen = units?.find(({ id }) => id === chosenId)
  const choose = (id: string): void =>
    void navigate({ search: before => ({ ...before, unit: id }), replace: true, resetScroll: false })
  const showNew = (id: string): void =>
    void navigate({
      search: before => ({ ...before, unit: id, q: undefined, kind: undefined, act: undefined }),
      resetScroll: false,
    })
  const doing = (next: 'add' | 'import' | undefined): void =>
    void navigate({ search: before => ({ ...before, act: next }), resetScroll: false })
  const acts = (
    <>
      {may('import.run') ? <Button onClick={() => doing('import')}>{t('import')}</Button> : null}
      {may('unit.manage') ? (
        <Button type="primary" onClick={() => doing('add')}>
          {t('add')}
        </Button>
      ) : null}
    </>
  )
  return (
    <Page title={t('title')} sub={units === undefined ? undefined : t('sub', { count: units.length })} acts={acts}>
      <ListBar
        search={q}
        onSearch={next => void navigate({ search: before => ({ ...before, q: next || undefined }), replace: true })}
        hint={t('search')}
        spreadsheet={{ noun: 'units', filters: { q, kind, archived: archived || undefined } }}
      >
        <Select
          aria-label={t('kind')}
          value={filter.kind ?? ''}
          onChange={next => void navigate({ search: before => ({ ...before, kind: next || undefined }) })}
          options={[
            { value: '' as const, label: t('kind.all') },
            ...unitKinds.map(value => ({ value, label: said(`kind.${value}`) })),
          ]}
          popupMatchSelectWidth={false}
        />
        <Checkbox
          checked={archived}
          onChange={event =>
            void navigate({ search: before => ({ ...before, closed: event.target.checked ? 'true' : undefined }) })
          }
        >
          {t('show-closed')}
        </Checkbox>
      </ListBar>
      {error === null ? null : <ProblemNotice problem={error} onRetry={refetch} />}
      {isPending ? <Waiting rows={10} /> : null}
      {units === undefined ? null : (
        <div className={styles.desk}>
          <UnitTree
            key={String(archived)}
            units={units}
            filter={filter}
            chosenId={chosenId}
            onChoose={choose}
            empty={<NoUnits filter={filter} />}
          />
          <UnitDetail units={units} unit={chosen} onChoose={choose} onAdded={showNew} />
        </div>
      )}
      {act === 'add' && units !== undefined && may('unit.manage') ? (
        <UnitForm
          units={units}
          parentId={placeToAdd(units, chosen)}
          onDone={showNew}
          onClose={() => doing(undefined)}
        />
      ) : null}
      {act === 'import' && may('import.run') ? <ImportDialog onClose={() => doing(undefined)} /> : null}
    </Page>
  )
}

/** Under the one that is chosen, else under the first. */
const placeToAdd = (units: readonly Unit[], chosen: Unit | undefined): string | undefined => (chosen ?? units[0])?.id
