import type { Today } from '@luoshi/contract/today'
import { Link } from '@tanstack/react-router'
import { dueDayWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { Line } from '../ui/line.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import { todayWords } from './words.ts'

type DecideLineProps = { readonly line: Today['decide'][number]; readonly isFirst: boolean }

/** What somebody handed in and I am to decide on. */
export const DecideLine = ({ line: { kind, assignment }, isFirst }: DecideLineProps) => {
  const t = useWords(todayWords)
  const said = useWords(uiWords)
  const { today } = useMe().tenant
  const { id, text, programme, unit, dueOn, evidence } = assignment
  const due = dueDayWords(said, dueOn, today)
  const address = { to: '/assignments/$assignmentId', params: { assignmentId: id } } as const
  const which = [
    t(`kind.${kind}`, { unit: unit.name }),
    programme.title,
    kind === 'confirm' && evidence > 0 ? t('evidence.some', { count: evidence }) : null,
  ]
  return (
    <Line
      tone="asked"
      what={<Link {...address}>{text}</Link>}
      which={which.filter(part => part !== null).join(' · ')}
      until={due.until}
      rest={due.rest}
      exact={due.exact}
      act={
        <LinkButton {...address} block primary={isFirst}>
          {t(kind === 'confirm' ? 'act.confirm' : 'act.extension')}
        </LinkButton>
      }
    />
  )
}
