import type { Today } from '@luoshi/contract/today'
import { Link } from '@tanstack/react-router'
import { dueDayWords } from '../ui/date-words.ts'
import { type Say, useWords } from '../ui/i18n.ts'
import { Line } from '../ui/line.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import { todayWords } from './words.ts'

type Props = { readonly line: Today['rounds'][number]; readonly isFirst: boolean }

/** What a round asks of the reader, or a round that a duty asks for. */
export const RoundLine = ({ line, isFirst }: Props) => {
  const t = useWords(todayWords)
  const said = useWords(uiWords)
  const { today } = useMe().tenant
  const { title, endsOn } = line.kind === 'prepare' ? line.proposal : line.round
  const due = dueDayWords(said, endsOn, today)
  const act = t(`act.round.${line.kind}`)
  return (
    <Line
      tone={line.kind === 'prepare' ? 'plain' : due.tone === 'plain' ? 'asked' : due.tone}
      what={
        line.kind === 'prepare' ? (
          <Link to="/rounds/new" search={{ duty: line.proposal.dutyId }}>
            {title}
          </Link>
        ) : (
          <Link to="/rounds/$roundId" params={{ roundId: line.round.id }}>
            {title}
          </Link>
        )
      }
      which={whichOf(line, t)}
      until={due.until}
      rest={due.rest}
      exact={due.exact}
      act={
        line.kind === 'prepare' ? (
          <LinkButton to="/rounds/new" search={{ duty: line.proposal.dutyId }} block primary={isFirst}>
            {act}
          </LinkButton>
        ) : (
          <LinkButton to="/rounds/$roundId" params={{ roundId: line.round.id }} block primary={isFirst}>
            {act}
          </LinkButton>
        )
      }
    />
  )
}

const whichOf = (line: Today['rounds'][number], t: Say<typeof todayWords>): string => {
  if (line.kind === 'prepare')
    return t('round.prepare', { duty: line.proposal.text, programme: line.proposal.programme.title })
  const { mine, mineLeft, visited, points } = line.round
  if (line.kind === 'visit') return t('round.visit', { points: mine, left: mineLeft })
  return line.kind === 'end' ? t('round.end', { visited, points }) : t(`round.${line.kind}`)
}
