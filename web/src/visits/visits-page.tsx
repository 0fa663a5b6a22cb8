import { getRouteApi } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useMay } from '../ui/session.ts'
import styles from './visits.module.css'
import { VisitsList } from './visits-list.tsx'
import { visitWords } from './words.ts'

const route = getRouteApi('/shell/visits')

/** Every visit within reach; and for an office the way to what phones could not get taken. */
export const VisitsPage = () => {
  const t = useWords(visitWords)
  const may = useMay()
  const { mine, point, round } = route.useSearch()
  const navigate = route.useNavigate()
  const of = { ...(mine && { mine: true }), ...(point && { pointId: point }), ...(round && { roundId: round }) }
  const kept = may('delivery.read') ? <LinkButton to="/visits/kept">{t('kept.open')}</LinkButton> : undefined
  return (
    <Page title={t('title')} sub={t('sub')} acts={kept}>
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
    </Page>
  )
}
