import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { useField } from './field-context.tsx'
import { LeftLine } from './left-line.tsx'
import { visitsBeingWritten } from './note-drafts.ts'
import { Page } from './page.tsx'
import { type PointRow, rowsOfPatrol, rowsOfRound } from './point-rows.ts'
import { PointsView } from './points-view.tsx'
import { usePoints, useRound, useRounds, useStandards, useVisits } from './readings.ts'
import { go } from './use-route.ts'
import { firstUnseen } from './visit-reading.ts'
import { fieldWords } from './words.ts'

/** The points that were drawn for this inspector in one round. */
export const RoundPage = ({ id }: { readonly id: string }) => {
  const t = useWords(fieldWords)
  const round = useRound(id)
  const points = usePoints()
  const visits = useVisits()
  const rows = useMemo(
    () => (round && points && visits ? rowsOfRound(round, points, visits) : undefined),
    [round, points, visits],
  )
  const open = useOpenVisit()
  return (
    <Page title={round?.title ?? t('rounds.title')} onBack={() => go({ page: 'rounds' })}>
      {round === null ? (
        <div className={styles.empty}>{t('rounds.none')}</div>
      ) : rows === undefined ? null : (
        <PointsView rows={rows} onOpen={open.start} />
      )}
      {open.refused}
    </Page>
  )
}

/** Points of one's own unit that no round has drawn, to be looked at any time. */
export const PatrolPage = () => {
  const t = useWords(fieldWords)
  const { acts } = useField()
  const rounds = useRounds()
  const points = usePoints()
  const standards = useStandards()
  const visits = useVisits()
  const rows = useMemo(() => {
    if (!(rounds && points && standards && visits)) return undefined
    const drawn = new Set(rounds.flatMap(round => round.points.map(({ pointId }) => pointId)))
    return rowsOfPatrol(
      points.filter(point => !drawn.has(point.id)),
      standards,
      visits,
      acts.newId,
    )
  }, [rounds, points, standards, visits, acts])
  const open = useOpenVisit()
  return (
    <Page title={t('patrol')} onBack={() => go({ page: 'rounds' })}>
      {rows === undefined ? null : <PointsView rows={rows} onOpen={open.start} />}
      <LeftLine of={['points']} />
      {open.refused}
    </Page>
  )
}

/** Goes to the visit of a point: on at the first criterion not seen yet, or to the overview of one that is finished. */
const useOpenVisit = () => {
  const t = useWords(fieldWords)
  const { acts, carried, drafts } = useField()
  const [hasNone, setHasNone] = useState(false)
  const tidied = useRef(Promise.resolve())
  // Back from a point that was opened by mistake: nothing of it stays.
  useEffect(() => {
    tidied.current = visitsBeingWritten(drafts).then(acts.forgetUntouched).catch(reportError)
  }, [acts, drafts])
  const start = async ({ visit, state }: PointRow): Promise<void> => {
    setHasNone(visit === null)
    if (visit === null) return
    if (state === 'done') return go({ page: 'visit', id: visit.id, at: null })
    await tidied.current
    const [local, standard] = await Promise.all([acts.begin(visit), carried.standards.get(visit.versionId)])
    go({ page: 'visit', id: visit.id, at: firstUnseen(local, standard?.content ?? []) })
  }
  const refused = hasNone ? (
    <div className={styles.toast} role="status">
      {t('points.no-standard')}
    </div>
  ) : null
  return { start, refused }
}
