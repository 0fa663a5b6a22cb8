import { DownOutlined, RightOutlined } from '@ant-design/icons'
import type { Unit } from '@luoshi/contract/units'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { useLook } from '../ui/look.ts'
import { Marked } from '../ui/marked.tsx'
import { Tag } from '../ui/tag.tsx'
import { uiWords } from '../ui/words.ts'
import { openAtFirst, type TreeFilter, type TreeRow, treeRows } from './tree-rows.ts'
import styles from './units.module.css'
import { unitsWords } from './words.ts'

type UnitTreeProps = {
  readonly units: readonly Unit[]
  readonly filter: TreeFilter
  readonly chosenId: string | undefined
  readonly onChoose: (id: string) => void
  readonly empty: ReactNode
}

/** Ten thousand units scroll as lightly as ten: only those on screen are drawn. The arrows move, open and shut. */
export const UnitTree = ({ units, filter, chosenId, onChoose, empty }: UnitTreeProps) => {
  const t = useWords(unitsWords)
  const { text } = useLook()
  const { q, kind } = filter
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(() => openAtFirst(units, chosenId))
  const rows = useMemo(() => treeRows(units, { q, kind }, open), [units, q, kind, open])
  const height = text === 'large' ? 52 : 40
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  })
  // What was chosen elsewhere, or has just been added, is shown where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the reader shuts afterwards stays shut
  useEffect(() => {
    if (chosenId !== undefined) setOpen(before => new Set([...before, ...openAtFirst(units, chosenId)]))
  }, [chosenId, units.length])
  const toggle = (id: string, isOpen: boolean): void =>
    setOpen(before => new Set(isOpen ? [...before, id] : [...before].filter(other => other !== id)))
  const at = rows.findIndex(({ unit }) => unit.id === chosenId)
  const press = (event: KeyboardEvent): void => {
    const move = moveOf(event.key, rows, at)
    if (move === null) return
    event.preventDefault()
    if (move.kind === 'toggle') {
      toggle(move.id, move.isOpen)
      return
    }
    virtual.scrollToIndex(move.to)
    const to = rows[move.to]
    if (to) onChoose(to.unit.id)
  }
  if (rows.length === 0) return <>{empty}</>
  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={t('tree')}
      aria-activedescendant={at < 0 ? undefined : `unit-${chosenId}`}
      onKeyDown={press}
    >
      <div style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <TreeLine
              key={row.unit.id}
              row={row}
              q={q}
              isChosen={row.unit.id === chosenId}
              style={{ height, transform: `translateY(${start}px)` }}
              onChoose={() => onChoose(row.unit.id)}
              onToggle={() => toggle(row.unit.id, !row.isOpen)}
            />
          )
        })}
      </div>
    </div>
  )
}

type Move =
  | { readonly kind: 'to'; readonly to: number }
  | { readonly kind: 'toggle'; readonly id: string; readonly isOpen: boolean }

const moveOf = (key: string, rows: readonly TreeRow[], at: number): Move | null => {
  const row = rows[at]
  if (key === 'ArrowDown') return { kind: 'to', to: Math.min(rows.length - 1, at + 1) }
  if (key === 'ArrowUp') return { kind: 'to', to: Math.max(0, at - 1) }
  if (key === 'Home') return { kind: 'to', to: 0 }
  if (key === 'End') return { kind: 'to', to: rows.length - 1 }
  if (row === undefined) return null
  if (key === 'ArrowRight' && row.hasChildren && !row.isOpen) return { kind: 'toggle', id: row.unit.id, isOpen: true }
  if (key !== 'ArrowLeft') return null
  if (row.hasChildren && row.isOpen) return { kind: 'toggle', id: row.unit.id, isOpen: false }
  const parent = rows.findIndex(({ unit }) => unit.id === row.unit.parentId)
  return parent < 0 ? null : { kind: 'to', to: parent }
}

type TreeLineProps = {
  readonly row: TreeRow
  readonly q: string
  readonly isChosen: boolean
  readonly style: React.CSSProperties
  readonly onChoose: () => void
  readonly onToggle: () => void
}

const TreeLine = ({ row, q, isChosen, style, onChoose, onToggle }: TreeLineProps) => {
  const t = useWords(unitsWords)
  const said = useWords(uiWords)
  const { unit, depth, hasChildren, isOpen, isFound } = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the tree's
    <div
      id={`unit-${unit.id}`}
      className={`${styles.line} ${isChosen ? styles.chosen : ''} ${isFound ? '' : styles.onWay}`}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-selected={isChosen}
      aria-expanded={hasChildren ? isOpen : undefined}
      style={{ ...style, paddingLeft: 6 + depth * 22 }}
      onClick={onChoose}
    >
      {hasChildren ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t(isOpen ? 'tree.shut' : 'tree.open', { name: unit.name })}
          onClick={event => {
            event.stopPropagation()
            onToggle()
          }}
        >
          {isOpen ? <DownOutlined /> : <RightOutlined />}
        </button>
      ) : (
        <span className={styles.leaf} />
      )}
      <span className={styles.name}>
        <Marked text={unit.name} wanted={q} />
      </span>
      {unit.archived ? <Tag>{t('closed')}</Tag> : null}
      <small>{said(`kind.${unit.kind}`)}</small>
      {unit.people === 0 ? null : <small className={styles.people}>{t('people', { count: unit.people })}</small>}
    </div>
  )
}
