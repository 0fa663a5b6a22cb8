import { getRouteApi } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useMay } from '../ui/session.ts'
import { ImportPast } from './import-past.tsx'
import { pastWords } from './past-words.ts'
import styles from './visits.module.css'
import { VisitsList } from './visits-list.tsx'
import { visitWords } from './words.ts'

const route = getRouteApi('/shell/visits')

/** Every visit within reach; and for an office the way to what phones could not get taken, and in for what was seen before. */
export const VisitsPage = () => {
  const t = useWords(visitWords)
  const may = useMay()
  const p = useWords(pastWords)
  const [isImporting, setImporting] = useState(false)
  const { mine, point, round } = route.useSearch()
  const navigate = route.useNavigate()
  const of = { ...(mine && { mine: true }), ...(point && { pointId: point }), ...(round && { roundId: round }) }
  const acts = (
    <>
      {may('visit.import') ? <Button onClick={() => setImporting(true)}>{p('open')}</Button> : null}
      {may('delivery.read') ? <LinkButton to="/visits/kept">{t('kept.open')}</LinkButton> : null}
    </>
  )
  return (
    <Page title={t('title')} sub={t('sub')} acts={acts}>
      <VisitsList
        of={of}
        onClear={mine || point || round ? () => void navigate({ search: {} }) : undefined}
        bar={
          <p className={styles.bar}>
            <Checkbox
              checked={mine !== undefined}
              onChange={({ target }) => void navigate({ search: target.checked ? { mine: '1' } : {}, replace: true })}
            >
              {t('filter.mine')}
            </Checkbox>
          </p>
        }
      />
      {isImporting ? <ImportPast onClose={() => setImporting(false)} /> : null}
    </Page>
  )
}
