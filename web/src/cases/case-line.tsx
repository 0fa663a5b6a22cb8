import type { CaseRow } from '@luoshi/contract/cases'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { type Ref, useEffect, useRef } from 'react'
import { useWords } from '../ui/i18n.ts'
import { CaseDue } from './case-due.tsx'
import { CaseMarks, CaseState } from './case-state.tsx'
import styles from './cases.module.css'
import { caseWords } from './words.ts'

type Props = {
  readonly row: CaseRow
  readonly current: boolean
  readonly chosen: boolean
  readonly onChoose: (() => void) | undefined
}

/** One case in a list: its picture, what and where, whose, and until when. */
export const CaseLine = ({ row, current, chosen, onChoose }: Props) => {
  const t = useWords(caseWords)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li className={styles.row} data-current={current} data-light={row.light} ref={line as Ref<HTMLLIElement>}>
      {onChoose ? (
        <Checkbox checked={chosen} onChange={onChoose} aria-label={t('chooseOne', { title: row.title })} />
      ) : (
        <i />
      )}
      <Thumbnail row={row} />
      <div className={styles.what}>
        <Link to="/cases/$caseId" params={{ caseId: row.id }}>
          {row.title}
        </Link>
        <p>
          <span>{row.number}</span> <span>{row.category.name}</span>{' '}
          <span>{[row.point?.name, row.place].filter(Boolean).join('，')}</span>
        </p>
        <p className={styles.marks}>
          <CaseMarks row={row} />
        </p>
      </div>
      <span className={styles.whose}>
        {row.state === 'found' || row.state === 'refused'
          ? t('unassigned', { office: row.office.name })
          : row.unit.name}
      </span>
      <span className={styles.state}>
        <CaseState state={row.state} />
      </span>
      <CaseDue row={row} />
    </li>
  )
}

const Thumbnail = ({ row: { thumbnailUrl } }: { readonly row: CaseRow }) =>
  thumbnailUrl === null ? (
    <span className={styles.thumb} aria-hidden="true" />
  ) : (
    <img className={styles.thumb} src={thumbnailUrl} alt="" loading="lazy" />
  )
