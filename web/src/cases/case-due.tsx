import type { CaseRow } from '@luoshi/contract/cases'
import { dueInstantWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import { Light } from './case-state.tsx'
import styles from './cases.module.css'

const mending: readonly CaseRow['state'][] = ['assigned', 'accepted', 'in-hand']

/** Until when, in words, with its light; nothing where no time runs. */
export const CaseDue = ({ row }: { readonly row: CaseRow }) => {
  const { dueAt, light, state } = row
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  if (dueAt === null || light === 'none') return null
  const due = dueInstantWords(said, dueAt, now)
  return (
    <span className={styles.due} title={due.exact}>
      {mending.includes(state) && <b data-light={light}>{due.until}</b>}
      <Light row={row} />
    </span>
  )
}
