import type { PlanSummary } from '@luoshi/contract/plans'
import type { Item, ItemKind, Review } from '@luoshi/contract/review'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Siblings } from '../plans/siblings.tsx'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers, useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { DocumentPane } from './document-pane.tsx'
import { ItemPane } from './item-pane.tsx'
import { startItem } from './new-item.ts'
import { paragraphAt, paragraphsOf } from './paragraphs.ts'
import { placesIn } from './place-in-plan.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { ReviewBar } from './review-bar.tsx'
import styles from './review-desk.module.css'
import { ReviewFoot } from './review-foot.tsx'
import { useCardActs } from './use-card-acts.ts'
import { useNoteActs } from './use-note-acts.ts'
import { useOthers } from './use-others.ts'
import { useReader } from './use-reader.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useReviewDesk } from './use-review.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { useWide } from './use-wide.ts'
import { waitingFor } from './waiting.ts'
import { reviewWords } from './words.ts'

type Props = {
  readonly plan: PlanSummary
  readonly review: Review
  readonly start: { readonly kind?: string | undefined; readonly item?: string | undefined }
}

/** The document on the left, what was read from it on the right, and one hand for both. */
export const ReviewDesk = ({ plan, review, start }: Props) => {
  const t = useWords(reviewWords)
  const me = useMe()
  const notify = useNotify()
  const client = useQueryClient()
  const [hovered, setHovered] = useState<string | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [publishing, setPublishing] = useState(false)
  const [side, setSide] = useState<'document' | 'items'>('items')
  const [margin, both] = [useWide(1240), useWide(901)]

  const canChange = plan.status === 'review' && offers(plan, 'plan.review')
  const canPublish =
    plan.status === 'review' && offers(plan, plan.revisesProgrammeId === null ? 'plan.publish' : 'plan.revise')
  const desk = useReviewDesk(review.planId, notify.refused)
  const place = useReadingPlace(review, start)
  const cardActs = useCardActs(desk, place, notify, { hover: setHovered, edit: setEditing })
  const noteActs = useNoteActs(review, desk, notify, setReading)
  const others = useOthers(review, desk, me.person.id, theirs =>
    notify.done(t('changedBy', { name: theirs[0]?.updatedBy?.name ?? t('conflictSomebody'), count: theirs.length })),
  )
  const reader = useReader(review.year)

  const [conflict] = desk.conflicts.keys()
  // biome-ignore lint/correctness/useExhaustiveDependencies: gone to when it comes up, and not again
  useEffect(() => {
    if (conflict !== undefined) place.goTo(desk.itemOf(conflict))
  }, [conflict])

  const { text, span, title } = review
  const paragraphs = useMemo(() => paragraphsOf(text, span, title), [text, span, title])
  const places = useMemo(() => placesIn(text, paragraphs), [text, paragraphs])
  const placeOf = useCallback(
    (item: Item) => (item.span ? (places[paragraphAt(paragraphs, item.span.start)] ?? '') : ''),
    [places, paragraphs],
  )
  const names = useNames(review.items)
  const sure = place.listed.filter(item => item.state === 'proposed' && waitingFor(item) === null).length

  const choose = (ids: readonly string[]) => {
    const at = ids.filter(id => desk.itemOf(id))
    // Clicking the same place again goes on to the item around the one that is chosen.
    const next = at[(at.indexOf(place.chosen ?? '') + 1) % at.length]
    const note = ids.find(id => review.diagnostics.some(one => one.id === id))
    setReading(note ?? null)
    if (next === undefined) return
    cardActs.choose(next)
    if (!both && note === undefined) setSide('items')
  }
  const make = async (kind: ItemKind, at: NonNullable<Item['span']>) => {
    const content = startItem(kind, text.slice(at.start, at.end), await reader())
    const item = await desk.add(t('madeItem', { kind: t(`kind_${kind}`) }), kind, at, content)
    place.goTo(item)
    setEditing(item.id)
    setSide('items')
  }
  const errors = review.diagnostics.filter(({ state, severity }) => state === 'open' && severity === 'error')
  const nextError = () => {
    const next = errors[(errors.findIndex(({ id }) => id === reading) + 1) % errors.length]
    if (next) setReading(next.id)
    setSide('document')
  }
  const fillYear = async (year: number) => {
    try {
      client.setQueryData(
        orpc.plans.get.queryKey({ input: { id: plan.id } }),
        await api.plans.fillYear({ id: plan.id, year }),
      )
      await desk.shown.refetch()
      notify.done(t('yearFilled', { year }))
    } catch (thrown) {
      notify.refused(thrown)
      throw thrown
    }
  }

  useReviewKeys({ desk, place, cardActs, canChange, notify, edit: setEditing, close: () => setReading(null) })

  return (
    <div className={styles.desk} data-side={side}>
      <ReviewBar
        plan={plan}
        review={review}
        thisYear={Number(me.tenant.today.slice(0, 4))}
        canChange={canChange}
        canPublish={canPublish}
        onNextError={nextError}
        onYear={fillYear}
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
          hovered={hovered}
          reading={reading}
          margin={margin}
          canChange={canChange}
          noteActs={noteActs}
          onChoose={choose}
          onHover={setHovered}
          onMake={(kind, at) => void make(kind, at).catch(notify.refused)}
        />
        <ItemPane
          counts={place.counts}
          kind={place.kind}
          onKind={place.setKind}
          items={place.listed}
          rejected={place.rejected}
          showRejected={place.showRejected}
          onShowRejected={place.setShowRejected}
          placeOf={placeOf}
          chosen={place.chosen}
          hovered={hovered}
          editing={editing}
          conflicts={desk.conflicts}
          canChange={canChange}
          names={names}
          acts={cardActs}
          sure={sure}
          onConfirmSure={() =>
            void desk
              .confirmAll(t('confirm'), place.kind)
              .then(count => notify.done(t('confirmedRest', { count })), notify.refused)
          }
          foot={<ReviewFoot desk={desk} others={others} canChange={canChange} />}
        />
      </div>
      {publishing && (
        <PublishDialog
          planId={plan.id}
          title={title}
          onClose={() => setPublishing(false)}
          onGo={({ itemIds, diagnosticIds }) => {
            setPublishing(false)
            const item = itemIds[0]
            if (item !== undefined) cardActs.choose(item)
            else if (diagnosticIds[0] !== undefined) setReading(diagnosticIds[0])
            setSide(item !== undefined ? 'items' : 'document')
          }}
        />
      )}
    </div>
  )
}

/** Names that a party may be given: those the plan uses, and the units of the county. */
const useNames = (items: readonly Item[]): readonly string[] => {
  const units = useQuery(orpc.units.list.queryOptions({ input: { archived: false }, staleTime: 60_000 }))
  return useMemo(
    () => [
      ...new Set([
        ...items.flatMap(({ parties }) => parties.map(({ name }) => name)),
        ...(units.data ?? []).map(({ name }) => name),
      ]),
    ],
    [items, units.data],
  )
}
