import type { Category } from '@luoshi/contract/cases'
import type { Unit } from '@luoshi/contract/units'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { newId } from '../ui/uuid.ts'
import { ancestorsOf } from '../units/tree-rows.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import styles from './case.module.css'
import { casePageWords } from './case-page-words.ts'
import { caseWords } from './words.ts'

const origins = ['hand', 'hotline', 'media', 'patrol'] as const

/** A case that somebody called about, wrote about or just saw. What the record can tell is not asked. */
export const NewCasePage = () => {
  const t = useWords(casePageWords)
  const said = useWords(caseWords)
  const notify = useNotify()
  const navigate = useNavigate()
  const client = useQueryClient()
  const me = useMe()
  const { data: units = [] } = useQuery(orpc.units.list.queryOptions({ input: {}, staleTime: 60_000 }))
  const { data: categories = [] } = useQuery(orpc.cases.categories.queryOptions({ input: {}, staleTime: 60_000 }))
  const [id] = useState(newId)
  const [origin, setOrigin] = useState<(typeof origins)[number]>('hand')
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [place, setPlace] = useState('')
  const [categoryId, setCategoryId] = useState<string | null>(null)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [wantedOffice, setOffice] = useState<string | null>(null)
  const [chosen, setChosen] = useState<{ readonly evidenceIds: readonly string[]; readonly isBusy: boolean }>({
    evidenceIds: [],
    isBusy: false,
  })
  const [busy, setBusy] = useState(false)
  const home = me.memberships[0]?.unit.id ?? ''
  const offices = officesFor(units, unitId ?? home)
  const officeId = wantedOffice ?? offices.at(-1)?.id ?? home
  const category = categories.find(one => one.id === categoryId)
  const isReady = title.trim().length >= 2 && categoryId !== null && !chosen.isBusy
  const open = async () => {
    setBusy(true)
    try {
      const one = await api.cases.open({
        ...{ id, title: title.trim(), text: text.trim(), place: place.trim() },
        ...{ origin, categoryId: categoryId ?? '', officeId, unitId, evidenceIds: [...chosen.evidenceIds] },
      })
      notify.done(t('opened', { number: one.number }))
      void client.invalidateQueries({ queryKey: orpc.cases.key() })
      await navigate({ to: '/cases/$caseId', params: { caseId: one.id } })
    } catch (thrown) {
      notify.refused(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t('newTitle')} sub={t('newSub')} width="narrow">
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (isReady) void open()
        }}
      >
        <label htmlFor="case-title">{t('newWhat')}</label>
        <Input
          id="case-title"
          size="large"
          autoFocus
          value={title}
          maxLength={120}
          placeholder={t('newWhatHint')}
          onChange={event => setTitle(event.target.value)}
        />
        <div className={styles.fields}>
          <label htmlFor="case-category">{t('newCategory')}</label>
          <CategoryChoice categories={categories} value={categoryId} onChange={setCategoryId} />
          <span />
          <span className={styles.soft}>
            {category
              ? `${t('limit', { amount: category.limitAmount, unit: t(`limit_${category.limitUnit}`) })}；${category.closingCondition}`
              : t('newCategoryHint')}
          </span>
          <span>{t('newOrigin')}</span>
          <Segmented
            value={origin}
            onChange={setOrigin}
            options={origins.map(value => ({ value, label: said(`origin_${value}`) }))}
          />
          <label htmlFor="case-place">{t('newPlace')}</label>
          <Input id="case-place" value={place} maxLength={200} onChange={event => setPlace(event.target.value)} />
          <label htmlFor="case-unit">{t('newUnit')}</label>
          <UnitSelect
            id="case-unit"
            units={units.filter(({ archived }) => !archived)}
            placeholder={t('unitPlaceholder')}
            onChange={setUnitId}
            {...(unitId !== null && { value: unitId })}
          />
          {offices.length > 1 && (
            <>
              <label htmlFor="case-office">{t('newOffice')}</label>
              <Select
                id="case-office"
                value={officeId}
                onChange={setOffice}
                options={offices.map(unit => ({ value: unit.id, label: unit.name }))}
              />
            </>
          )}
        </div>
        <Input.TextArea
          value={text}
          maxLength={4000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder={t('newText')}
          aria-label={t('newText')}
          onChange={event => setText(event.target.value)}
        />
        <EvidencePicker unitId={unitId ?? home} onChange={setChosen} />
        <div className={styles.acts}>
          <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={!isReady}>
            {t('newOpen')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** Counties and streets over the unit, the highest first; one that stands over nothing runs it itself. */
const officesFor = (units: readonly Unit[], unitId: string): readonly Unit[] => {
  const own = units.find(({ id }) => id === unitId)
  const above = [...ancestorsOf(units, unitId), ...(own ? [own] : [])]
  const offices = above.filter(({ kind }) => kind === 'county' || kind === 'street' || kind === 'town')
  return offices.length > 0 ? offices : own ? [own] : []
}

type CategoryChoiceProps = {
  readonly categories: readonly Category[]
  readonly value: string | null
  readonly onChange: (id: string) => void
}

const CategoryChoice = ({ categories, value, onChange }: CategoryChoiceProps) => {
  const t = useWords(casePageWords)
  const sections = [...Map.groupBy(categories, ({ section }) => section)]
  return (
    <Select
      id="case-category"
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      placeholder={t('newCategory')}
      onChange={onChange}
      options={sections.map(([section, some]) => ({
        label: section,
        title: section,
        options: some.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` })),
      }))}
    />
  )
}
