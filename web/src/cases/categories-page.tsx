import type { Category } from '@luoshi/contract/cases'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { newId } from '../ui/uuid.ts'
import { Waiting } from '../ui/waiting.tsx'
import { casePageWords } from './case-page-words.ts'
import styles from './cases.module.css'
import { CategoryForm } from './category-form.tsx'
import { noticeWords } from './notice-words.ts'
import { caseWords } from './words.ts'

/** What kinds of problem there are: how long mending may take, and what must be so before it is closed. */
export const CategoriesPage = () => {
  const t = useWords(noticeWords)
  const me = useMe()
  const notify = useNotify()
  const client = useQueryClient()
  const [editing, setEditing] = useState<Category | null>(null)
  const { data, error, refetch } = useQuery(orpc.cases.categories.queryOptions({ input: { archived: true } }))
  const mayChange = me.memberships.some(({ role, unit }) => role === 'office' && unit.kind === 'county')
  const save = async (one: Category, archived: boolean) => {
    const { archivedAt: _, ...wanted } = one
    try {
      await api.cases.saveCategory({ ...wanted, version: one.version === 0 ? null : one.version, archived })
      notify.done(t('saved'))
      setEditing(null)
      void client.invalidateQueries({ queryKey: orpc.cases.categories.key() })
    } catch (thrown) {
      notify.refused(thrown)
    }
  }
  return (
    <Page
      title={t('categories')}
      sub={t('categoriesSub')}
      acts={
        mayChange && (
          <Button type="primary" onClick={() => setEditing(blank())}>
            {t('add')}
          </Button>
        )
      }
    >
      {error && <ProblemNotice problem={error} onRetry={refetch} />}
      {!data && !error && <Waiting rows={8} />}
      {[...Map.groupBy(data ?? [], ({ section }) => section)].map(([section, some]) => (
        <section key={section} className={styles.section}>
          <h2>{section}</h2>
          <ul className={styles.categories}>
            {some.map(one => (
              <Row
                key={one.id}
                one={one}
                onChange={mayChange ? () => setEditing(one) : undefined}
                onArchive={mayChange ? () => void save(one, one.archivedAt === null) : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
      {editing && <CategoryForm one={editing} onSave={one => save(one, false)} onClose={() => setEditing(null)} />}
    </Page>
  )
}

/** Version 0 stands for one that is not there yet. */
const blank = (): Category => ({
  ...{ id: newId(), code: '', section: '', name: '', limitAmount: 3, limitUnit: 'working-days', closingCondition: '' },
  ...{ levelDays: 7, severity: 'ordinary', archivedAt: null, version: 0 },
})

type RowProps = {
  readonly one: Category
  readonly onChange: (() => void) | undefined
  readonly onArchive: (() => void) | undefined
}

const Row = ({ one, onChange, onArchive }: RowProps) => {
  const t = useWords(noticeWords)
  const page = useWords(casePageWords)
  const said = useWords(caseWords)
  return (
    <li data-archived={one.archivedAt !== null}>
      <small>{one.code}</small>
      <b>
        {one.name} {one.severity === 'serious' && <Tag tone="late">{said('severity_serious')}</Tag>}
        {one.archivedAt && <Tag>{t('archived')}</Tag>}
      </b>
      <span>
        {one.limitAmount} {page(`limit_${one.limitUnit}`)}
        <small>{t('level', { count: one.levelDays })}</small>
      </span>
      <span>{one.closingCondition}</span>
      <span>
        {onChange && (
          <Button type="link" onClick={onChange}>
            {t('change')}
          </Button>
        )}
        {onArchive && (
          <Button type="text" onClick={onArchive}>
            {t(one.archivedAt === null ? 'archive' : 'restore')}
          </Button>
        )}
      </span>
    </li>
  )
}
