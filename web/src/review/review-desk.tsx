import type { PlanSummary } from '@luoshi/contract/plans'
import type { Item, ItemKind, Review } from '@luoshi/contract/review'
import { Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { Siblings } from '../plans/siblings.tsx'
import { useWords } from '../ui/i18n.ts'
import { offers, useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { DocumentPane } from './document-pane.tsx'
import { ItemPane } from './item-pane.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { ReviewBar } from './review-bar.tsx'
import styles from './review-desk.module.css'
import { ReviewFoot } from './review-foot.tsx'
import { useCardActs } from './use-card-acts.ts'
import { useDeskActs } from './use-desk-acts.ts'
import { useNoteActs } from './use-note-acts.ts'
import { useOthers } from './use-others.ts'
import { usePartyNames } from './use-party-names.ts'
import { usePlaces } from './use-places.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useReviewDesk } from './use-review.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { useStay } from './use-stay.ts'
import { useWide } from './use-wide.ts'
import { waitingFor } from './waiting.ts'
import { reviewWords } from './words.ts'

type Props = {
  readonly plan: PlanSummary
  readonly review: Review
  readonly start: { readonly kind?: string | undefined; readonly item?: string | undefined }
}

/** The document on the left, what was read from it on the right, and one hand for both. */
export const ReviewDesk = (props: Props) => {
  const { plan, review } = props
  const t = useWords(reviewWords)
  const work = useWork(props)
  const { desk, place, side, setSide, reading, setReading, may, deskActs } = work
  const { paragraphs, placeOf, sourceOf } = usePlaces(review)
  const names = usePartyNames(review.items)
  const [publishing, setPublishing] = useState(false)
  const [margin, both] = [useWide(1240), useWide(901)]
  return (
    <div className={styles.desk} data-side={side}>
      <ReviewBar
        plan={plan}
        review={review}
        thisYear={work.thisYear}
        canChange={may.change}
        canPublish={may.publish}
        onNextError={work.nextError}
        onNextWaiting={() => void place.nextWaiting()}
        onYear={deskActs.fillYear}
        onPublish={() => setPublishing(true)}
      />
      <Siblings plan={plan} />
      {!both && (
        <Segmented
          block
          className={styles.sides ?? ''}
          value={side}
          onChange={setSide}
          options={[
            { value: 'items', label: t('items') },
            { value: 'document', label: t('document') },
          ]}
        />
      )}
      <div className={styles.both}>
        <DocumentPane
          review={review}
          paragraphs={paragraphs}
          chosen={place.chosen}
          hovered={work.hovered}
          reading={reading}
          margin={margin}
          canChange={may.change}
          noteActs={work.noteActs}
          onChoose={ids => work.choose(ids, both)}
          onHover={work.setHovered}
          onMake={work.make}
        />
        <ItemPane
          place={place}
          placeOf={placeOf}
          sourceOf={sourceOf}
          hovered={work.hovered}
          editing={work.editing}
          conflicts={desk.conflicts}
          canChange={may.change}
          names={names}
          acts={work.cardActs}
          sure={place.listed.filter(item => item.state === 'proposed' && waitingFor(item) === null).length}
          onConfirmSure={() => deskActs.confirmSure(place.kind)}
          foot={<ReviewFoot planId={plan.id} desk={desk} others={work.others} canChange={may.change} />}
        />
      </div>
      {publishing && (
        <PublishDialog
          planId={plan.id}
          title={review.title}
          onClose={() => setPublishing(false)}
          onGo={({ itemIds, diagnosticIds }) => {
            setPublishing(false)
            const item = itemIds[0]
            if (item !== undefined) work.cardActs.choose(item)
            else if (diagnosticIds[0] !== undefined) setReading(diagnosticIds[0])
            setSide(item !== undefined ? 'items' : 'document')
          }}
        />
      )}
    </div>
  )
}

/** Everything that is going on at the desk: where one reads, what is open, and what may be done. */
const useWork = ({ plan, review, start }: Props) => {
  const t = useWords(reviewWords)
  const me = useMe()
  const notify = useNotify()
  const [hovered, setHovered] = useState<string | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [side, setSide] = useState<'document' | 'items'>('items')
  const may = rightsOn(plan)

  const desk = useReviewDesk(review.planId, notify.refused)
  useStay(desk)
  const place = useReadingPlace(review, start)
  const cardActs = useCardActs(desk, place, notify, me.person.id, { hover: setHovered, edit: setEditing })
  const noteActs = useNoteActs(review, desk, notify, setReading)
  const deskActs = useDeskActs(review, desk, notify)
  const others = useOthers(review, desk, me.person.id, theirs =>
    notify.done(t('changedBy', { name: theirs[0]?.updatedBy?.name ?? t('conflictSomebody'), count: theirs.length })),
  )
  useReviewKeys({
    desk,
    place,
    cardActs,
    canChange: may.change,
    notify,
    edit: setEditing,
    close: () => setReading(null),
  })

  const [conflict] = desk.conflicts.keys()
  // biome-ignore lint/correctness/useExhaustiveDependencies: gone to when it comes up, and not again
  useEffect(() => {
    if (conflict !== undefined) place.goTo(desk.shown.item(conflict))
  }, [conflict])

  return {
    desk,
    place,
    may,
    cardActs,
    noteActs,
    deskActs,
    others,
    hovered,
    setHovered,
    editing,
    reading,
    setReading,
    side,
    setSide,
    thisYear: Number(me.tenant.today.slice(0, 4)),
    choose: (ids: readonly string[], both: boolean): void => {
      const at = ids.filter(id => desk.shown.item(id))
      // Clicking the same place again goes on to the item around the one that is chosen.
      const next = at[(at.indexOf(place.chosen ?? '') + 1) % at.length]
      const note = ids.find(id => review.diagnostics.some(one => one.id === id))
      setReading(note ?? null)
      if (next === undefined) return
      cardActs.choose(next)
      if (!both && note === undefined) setSide('items')
    },
    make: (kind: ItemKind, span: NonNullable<Item['span']>): void =>
      void deskActs.make(kind, span).then(item => {
        place.goTo(item)
        setEditing(item.id)
        setSide('items')
      }, notify.refused),
    nextError: (): void => {
      const errors = review.diagnostics.filter(({ state, severity }) => state === 'open' && severity === 'error')
      const next = errors[(errors.findIndex(({ id }) => id === reading) + 1) % errors.length]
      if (next) setReading(next.id)
      setSide('document')
    },
  }
}

const rightsOn = (plan: PlanSummary) => ({
  change: plan.status === 'review' && offers(plan, 'plan.review'),
  publish: plan.status === 'review' && offers(plan, plan.revisesProgrammeId === null ? 'plan.publish' : 'plan.revise'),
})
