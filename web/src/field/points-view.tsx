import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { filterRows, type PointFilter, type PointRow } from './point-rows.ts'
import { PointsMap } from './points-map.tsx'
import own from './points-page.module.css'
import { fieldWords } from './words.ts'

type PointsViewProps = { readonly rows: readonly PointRow[]; readonly onOpen: (row: PointRow) => void }

const rowHeight = 76

/** Points to be seen: found by a word, narrowed by what is left, as a list or on paper. Two thousand scroll like twenty. */
export const PointsView = ({ rows, onOpen }: PointsViewProps) => {
  const t = useWords(fieldWords)
  const [words, setWords] = useState('')
  const [state, setState] = useState<PointFilter['state']>('left')
  const [asMap, setAsMap] = useState(false)
  const sought = useDeferredValue(words)
  const shown = useMemo(() => filterRows(rows, { words: sought, state }), [rows, sought, state])
  const done = rows.filter(row => row.state === 'done').length
  const counts = { all: rows.length, left: rows.length - done, done }
  return (
    <>
      <div className={own.tools}>
        <input
          className={styles.search}
          type="search"
          value={words}
          placeholder={t('points.search')}
          aria-label={t('points.search')}
          onChange={event => setWords(event.target.value)}
        />
        <div className={`${styles.chips} ${own.tight}`}>
          {(['left', 'done', 'all'] as const).map(each => (
            <button
              key={each}
              type="button"
              className={styles.chip}
              aria-pressed={state === each}
              onClick={() => setState(each)}
            >
              {t(`points.${each}`, { count: counts[each] })}
            </button>
          ))}
          <button type="button" className={styles.chip} onClick={() => setAsMap(!asMap)}>
            {asMap ? t('points.list') : t('points.map')}
          </button>
        </div>
      </div>
      {shown.length === 0 ? (
        <div className={styles.empty}>{t('points.none')}</div>
      ) : asMap ? (
        <PointsMap rows={shown} onOpen={onOpen} />
      ) : (
        <PointsList rows={shown} onOpen={onOpen} />
      )}
    </>
  )
}

/** The page itself scrolls; only the rows on the screen and a few beyond are there at all. */
const PointsList = ({ rows, onOpen }: PointsViewProps) => {
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    scrollMargin: top,
    overscan: 6,
  })
  return (
    <div ref={list} className={own.scroll}>
      <div className={own.tall} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <div
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <PointLine row={row} onOpen={onOpen} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const PointLine = ({ row, onOpen }: { readonly row: PointRow; readonly onOpen: (row: PointRow) => void }) => {
  const t = useWords(fieldWords)
  const { point, state, seen } = row
  return (
    <button type="button" className={styles.row} onClick={() => onOpen(row)}>
      <b>{point.name}</b>
      <small>
        {point.pointType} · {point.unit.name}
        {point.address === '' ? '' : ` · ${point.address}`}
      </small>
      <span className={state === 'done' ? styles.good : seen === 0 && point.openCases.length > 0 ? styles.late : ''}>
        {state === 'done'
          ? `✓ ${t('point.finished')}`
          : seen > 0
            ? t('point.begun', { count: seen })
            : point.openCases.length > 0
              ? t('point.open', { count: point.openCases.length })
              : '›'}
      </span>
    </button>
  )
}
