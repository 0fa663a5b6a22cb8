import type { Item, ItemKind } from '@luoshi/contract/review'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../ui/i18n.ts'
import { type CardActs, ItemCard } from './item-card.tsx'
import styles from './item-pane.module.css'
import type { Conflict } from './use-item-saving.ts'
import type { ReadingPlace } from './use-reading-place.ts'
import { reviewWords } from './words.ts'

type Props = {
  readonly place: ReadingPlace
  readonly placeOf: (item: Item) => string
  readonly sourceOf: (item: Item) => string
  readonly hovered: string | null
  readonly editing: string | null
  readonly conflicts: ReadonlyMap<string, Conflict>
  readonly canChange: boolean
  readonly names: readonly string[]
  readonly acts: CardActs
  /** How many of the kind nothing is doubtful about. */
  readonly sure: number
  readonly onConfirmSure: () => void
  readonly foot: ReactNode
}

const none: readonly never[] = []

/** What was read from the plan, a tab for each kind. Only the cards in view are drawn. */
export const ItemPane = (props: Props) => {
  const { listed: items, chosen, kind } = props.place
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 94,
    getItemKey: index => items[index]?.id ?? index,
    overscan: 6,
  })
  const at = items.findIndex(({ id }) => id === chosen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is scrolled when another item is chosen, not when it changes
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [chosen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card that has grown is brought into view whole, once it is measured
  useEffect(() => {
    if (at < 0) return
    const frame = setTimeout(() => rows.scrollToIndex(at, { align: 'auto' }), 60)
    return () => clearTimeout(frame)
  }, [props.editing, props.conflicts])

  return (
    <aside className={styles.pane}>
      <KindTabs place={props.place} />
      <ListHead {...props} />
      <div ref={scroller} className={styles.scroller}>
        {items.length === 0 && <NoItems kind={kind} />}
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index]
            return item ? (
              <div key={key} ref={rows.measureElement} data-index={index} className={styles.row} style={{ top: start }}>
                <ItemCard
                  item={item}
                  place={props.placeOf(item)}
                  source={props.sourceOf(item)}
                  chosen={item.id === chosen}
                  hovered={item.id === props.hovered}
                  editing={item.id === props.editing}
                  conflict={props.conflicts.get(item.id)}
                  canChange={props.canChange}
                  names={item.id === props.editing ? props.names : none}
                  acts={props.acts}
                />
              </div>
            ) : null
          })}
        </div>
      </div>
      {props.foot}
    </aside>
  )
}

const KindTabs = ({ place: { counts, kind, setKind } }: Pick<Props, 'place'>) => {
  const t = useWords(reviewWords)
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab may have to be scrolled to
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [kind])
  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={t('items')}>
      {counts
        .filter(({ all, kind: of }) => all > 0 || of === kind)
        .map(({ kind: of, all, confirmed, waiting }) => (
          <button
            key={of}
            type="button"
            role="tab"
            aria-selected={of === kind}
            title={t('tabTitle', { kind: t(`kind_${of}`), all, confirmed, waiting })}
            className={styles.tab}
            onClick={() => setKind(of)}
          >
            <i className={styles.swatch} style={{ background: `var(--kind-${of})` }} aria-hidden />
            {t(`kind_${of}`)}
            <em>{all > 0 && confirmed === all ? '✓' : all}</em>
            {waiting > 0 && <span className={styles.dot} title={t('waiting')} />}
          </button>
        ))}
    </div>
  )
}

const ListHead = ({ place, sure, onConfirmSure, canChange }: Props) => {
  const t = useWords(reviewWords)
  const { counts, kind, rejected, showRejected, setShowRejected } = place
  const count = counts.find(one => one.kind === kind)
  if (!count || count.all + rejected === 0) return null
  return (
    <div className={styles.head}>
      <span>
        {count.confirmed === count.all
          ? t('allConfirmed')
          : t('confirmedOf', { confirmed: count.confirmed, all: count.all })}
      </span>
      {rejected > 0 && (
        <Button type="link" size="small" onClick={() => setShowRejected(!showRejected)}>
          {showRejected ? t('hideRejected') : t('rejectedHidden', { count: rejected })}
        </Button>
      )}
      {canChange && sure > 1 && (
        <Button size="small" className={styles.sure ?? ''} onClick={onConfirmSure}>
          {t('confirmRest', { count: sure })}
        </Button>
      )}
    </div>
  )
}

const NoItems = ({ kind }: { readonly kind: ItemKind }) => {
  const t = useWords(reviewWords)
  return <p className={styles.none}>{t('emptyKind', { kind: t(`kind_${kind}`) })}</p>
}
