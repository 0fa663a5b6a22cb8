import type { AssignmentRow } from '@luoshi/contract/assignments'
import type { Occurrence } from '@luoshi/contract/duties'
import type { Today } from '@luoshi/contract/today'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { dueDayWords, dueInstantWords, pastWords } from '../ui/date-words.ts'
import { type Say, useWords } from '../ui/i18n.ts'
import { Line, type LineTone } from '../ui/line.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { periodWords } from '../ui/period-words.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import { nextStepOf, nextStepOfOccurrence } from './next-step.ts'
import { todayWords } from './words.ts'

type Place = 'late' | 'today' | 'soon' | 'waiting'

type WorkLineProps = {
  readonly line: Today['late'][number]
  readonly place: Place
  readonly isFirst: boolean
  readonly onRecord: (occurrence: Occurrence) => void
}

const tones: Readonly<Record<Place, LineTone>> = { late: 'late', today: 'soon', soon: 'plain', waiting: 'plain' }

/** A task or a duty of mine. */
export const WorkLine = ({ line, ...rest }: WorkLineProps) =>
  line.kind === 'assignment' ? (
    <AssignmentLine assignment={line.assignment} {...rest} />
  ) : (
    <OccurrenceLine occurrence={line.occurrence} {...rest} />
  )

type AssignmentLineProps = Omit<WorkLineProps, 'line' | 'onRecord'> & { readonly assignment: AssignmentRow }

const AssignmentLine = ({ assignment, place, isFirst }: AssignmentLineProps) => {
  const t = useWords(todayWords)
  const said = useWords(uiWords)
  const isElsewhere = useIsElsewhere()
  const { today } = useMe().tenant
  const { id, text, dueOn, programme, unit } = assignment
  const due = dueDayWords(said, dueOn, today)
  const step = nextStepOf(assignment)
  const which = [
    t('kind.assignment'),
    programme.title,
    isElsewhere(unit.id) ? unit.name : null,
    stateWords(t, assignment, place),
  ]
  const address = { to: '/assignments/$assignmentId', params: { assignmentId: id } } as const
  return (
    <Line
      tone={tones[place]}
      what={<Link {...address}>{text}</Link>}
      which={which.filter(part => part !== null && part !== '').join(' · ')}
      until={place === 'waiting' ? '—' : due.until}
      rest={place === 'waiting' ? t('waiting.with-office') : due.rest}
      exact={due.exact}
      act={
        place === 'waiting' ? undefined : (
          <LinkButton {...address} block primary={isFirst && step !== 'look'}>
            {t(`act.${step}`)}
          </LinkButton>
        )
      }
    />
  )
}

type OccurrenceLineProps = Omit<WorkLineProps, 'line'> & { readonly occurrence: Occurrence }

const OccurrenceLine = ({ occurrence, place, isFirst, onRecord }: OccurrenceLineProps) => {
  const t = useWords(todayWords)
  const said = useWords(uiWords)
  const isElsewhere = useIsElsewhere()
  const { now } = useMe().tenant
  const { text, programme, unit, period, dueAt, recordedAt } = occurrence
  const due = dueInstantWords(said, dueAt, now)
  const step = nextStepOfOccurrence(occurrence)
  const which = [
    t('kind.occurrence'),
    programme.title,
    isElsewhere(unit.id) ? unit.name : null,
    periodWords(said, period),
    occurrence.state === 'returned' ? t('state.returned') : null,
  ]
  const isWaiting = place === 'waiting'
  return (
    <Line
      tone={tones[place]}
      what={text}
      which={which.filter(part => part !== null).join(' · ')}
      until={isWaiting ? '—' : due.until}
      rest={isWaiting && recordedAt !== null ? pastWords(said, recordedAt, now) : due.rest}
      exact={due.exact}
      act={
        step === 'look' || isWaiting ? undefined : (
          <Button block type={isFirst ? 'primary' : 'default'} onClick={() => onRecord(occurrence)}>
            {t(`act.${step}`)}
          </Button>
        )
      }
    />
  )
}

const stateWords = (t: Say<typeof todayWords>, { state, progress, evidence }: AssignmentRow, place: Place): string => {
  if (place === 'waiting') return t('waiting.submitted')
  if (state === 'assigned') return t('state.assigned')
  if (state === 'returned') return t('state.returned')
  if (evidence > 0) return t('evidence.some', { count: evidence })
  return progress > 0 ? t('state.progress', { percent: progress }) : ''
}

/** A unit is named where it is not the only one that the reader acts for. */
const useIsElsewhere = (): ((unitId: string) => boolean) => {
  const { memberships } = useMe()
  const own = new Set(memberships.map(({ unit }) => unit.id))
  return unitId => own.size !== 1 || !own.has(unitId)
}
