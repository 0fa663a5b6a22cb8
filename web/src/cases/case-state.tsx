import type { CaseRow } from '@luoshi/contract/cases'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './cases.module.css'
import { caseWords } from './words.ts'

const tones = {
  found: 'soon',
  assigned: 'soon',
  accepted: 'info',
  refused: 'soon',
  'in-hand': 'info',
  submitted: 'info',
  rechecked: 'info',
  closed: 'done',
  merged: 'plain',
  dismissed: 'plain',
} as const

export const CaseState = ({ state }: Pick<CaseRow, 'state'>) => {
  const t = useWords(caseWords)
  return <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
}

/** A coloured sign with its word: the colour only helps. */
export const Light = ({ row: { light, state } }: { readonly row: Pick<CaseRow, 'light' | 'state'> }) => {
  const t = useWords(caseWords)
  if (light === 'none') return null
  const handedIn = state === 'submitted' || state === 'rechecked'
  return (
    <span className={styles.light} data-light={light}>
      <i aria-hidden="true" />
      {handedIn ? t(light === 'red' ? 'handedInLate' : 'handedIn') : t(`light_${light}`)}
    </span>
  )
}

/** What a line should say besides its state: listed, risen, came back, sent back. */
export const CaseMarks = ({ row }: { readonly row: CaseRow }) => {
  const t = useWords(caseWords)
  return (
    <>
      {row.listedAt && <Tag tone="late">{t('listed')}</Tag>}
      {row.escalatedAt && <Tag tone="soon">{t('escalated', { level: t(`level_${row.level}`) })}</Tag>}
      {row.relapses > 0 && <Tag tone="late">{t('relapsed', { count: row.relapses })}</Tag>}
      {row.returned > 0 && <Tag>{t('returned', { count: row.returned })}</Tag>}
      {row.severity === 'serious' && <Tag tone="late">{t('severity_serious')}</Tag>}
    </>
  )
}
