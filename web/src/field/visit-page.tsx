import type { VisitHead } from '@luoshi/sync/write-visit'
import { useWords } from '../ui/i18n.ts'
import { CriterionPage } from './criterion-page.tsx'
import styles from './field.module.css'
import { useUnsaidNotes } from './note-drafts.ts'
import { OverviewPage } from './overview-page.tsx'
import { Page } from './page.tsx'
import { useLastSeen, usePoint, useStandard, useVisit } from './readings.ts'
import { go } from './use-route.ts'
import { fieldWords } from './words.ts'

/** One visit: a criterion at a time, or the whole of it. */
export const VisitPage = ({ id, at }: { readonly id: string; readonly at: number | null }) => {
  const t = useWords(fieldWords)
  const local = useVisit(id)
  const standard = useStandard(local?.visit.versionId ?? '')
  const point = usePoint(local?.visit.pointId ?? '')
  const last = useLastSeen(local?.visit.pointId ?? '')
  useUnsaidNotes(local ?? null)
  if (local === null || (local && (standard === null || point === null)))
    return (
      <Page title={t('rounds.title')}>
        <div className={styles.empty}>{t('visit.gone')}</div>
      </Page>
    )
  if (!(local && standard && point && last)) return <Page title=" ">{null}</Page>
  const { roundId, pointId, versionId } = local.visit
  const head: VisitHead = { id, roundId, pointId, versionId }
  const leave = (): void => go(roundId === null ? { page: 'patrol' } : { page: 'round', id: roundId })
  const parts = { head, local, standard, point, last, onLeave: leave }
  const criterion = at === null ? undefined : standard.content[at]
  return criterion === undefined || at === null ? (
    <OverviewPage {...parts} />
  ) : (
    <CriterionPage key={criterion.id} {...parts} criterion={criterion} at={at} />
  )
}
