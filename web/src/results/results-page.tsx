import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { BurdenPart } from '../burden/burden-part.tsx'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { useMay } from '../ui/session.ts'
import { CasesPart } from './cases-part.tsx'
import { PointsPart } from './points-part.tsx'
import styles from './results.module.css'
import { resultsWords } from './words.ts'

const views = ['points', 'cases', 'burden'] as const

/** What came of it, counted from the record; and what it cost those who did it. */
export const ResultsPage = () => {
  const t = useWords(resultsWords)
  const may = useMay()
  const navigate = useNavigate({ from: '/results' })
  const { view: asked } = useSearch({ from: '/shell/results' })
  const offered = views.filter(view => view !== 'burden' || may('burden.read'))
  const view = offered.find(one => one === asked) ?? 'points'
  return (
    <Page title={t('title')} sub={t('sub')}>
      <div className={styles.bar}>
        <Segmented
          value={view}
          onChange={chosen => void navigate({ search: { view: chosen }, replace: true })}
          options={offered.map(value => ({ value, label: t(value) }))}
        />
      </div>
      {view === 'points' ? <PointsPart /> : view === 'cases' ? <CasesPart /> : <BurdenPart />}
    </Page>
  )
}
