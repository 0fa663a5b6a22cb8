import type { Today } from '@luoshi/contract/today'
import { Link } from '@tanstack/react-router'
import { caseWords } from '../cases/words.ts'
import { dueInstantWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { Line } from '../ui/line.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import { todayWords } from './words.ts'

type Props = { readonly line: Today['cases'][number]; readonly isFirst: boolean }

/** The form that each line opens on the page of the case. */
const acts = {
  mend: 'submit',
  assign: 'assign',
  recheck: 'pass',
  close: 'close',
  extension: undefined,
  listed: undefined,
  escalated: undefined,
} as const

/** A case that wants something of the reader, or that the reader watches over. */
export const CaseLine = ({ line: { kind, case: one }, isFirst }: Props) => {
  const t = useWords(todayWords)
  const c = useWords(caseWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  const due = one.dueAt === null ? null : dueInstantWords(said, one.dueAt, now)
  const act = acts[kind]
  const address = { to: '/cases/$caseId', params: { caseId: one.id }, search: act ? { act } : {} } as const
  const which = [
    one.number,
    [one.point?.name, one.place].filter(Boolean).join('，'),
    kind === 'mend' ? null : one.unit.name,
    one.listedAt ? c('listed') : null,
    one.escalatedAt ? c('escalated', { level: c(`level_${one.level}`) }) : null,
  ]
  const handedIn = kind === 'recheck' || kind === 'close'
  return (
    <Line
      tone={handedIn ? 'asked' : one.light === 'red' ? 'late' : one.light === 'yellow' ? 'soon' : 'plain'}
      what={
        <Link to="/cases/$caseId" params={{ caseId: one.id }}>
          {one.title}
        </Link>
      }
      which={which.filter(Boolean).join(' · ')}
      until={handedIn ? '' : (due?.until ?? '')}
      rest={handedIn ? '' : (due?.rest ?? '')}
      exact={due?.exact ?? ''}
      act={
        <LinkButton {...address} block primary={isFirst}>
          {t(`case.${kind}`)}
        </LinkButton>
      }
    />
  )
}
