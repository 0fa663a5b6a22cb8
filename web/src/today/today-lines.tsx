import type { Occurrence } from '@luoshi/contract/duties'
import type { Today } from '@luoshi/contract/today'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { LineGroup } from '../ui/line.tsx'
import { useMay } from '../ui/session.ts'
import { CaseLine } from './case-line.tsx'
import { DecideLine } from './decide-line.tsx'
import { PlanLine } from './plan-line.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { type GroupName, restOf, whole } from './rest.ts'
import { RoundLine } from './round-line.tsx'
import styles from './today.module.css'
import { todayWords } from './words.ts'
import { WorkLine } from './work-line.tsx'

type WorkItem = Today['late'][number]

/** One's own work first; for whoever does none, what waits for a decision. */
const ownFirst: readonly GroupName[] = ['late', 'today', 'cases', 'rounds', 'decide', 'plans', 'soon', 'waiting']
const decisionsFirst: readonly GroupName[] = ['decide', 'cases', 'rounds', 'plans', 'late', 'today', 'soon', 'waiting']

const idOf = (line: WorkItem): string => (line.kind === 'assignment' ? line.assignment.id : line.occurrence.id)

/** The groups of the day, the most urgent first. The first thing to do is the one primary action of the page. */
export const TodayLines = ({ today }: { readonly today: Today }) => {
  const may = useMay()
  const [recording, setRecording] = useState<Occurrence | null>(null)
  const works = may('assignment.submit') || may('occurrence.record')
  const names = (works ? ownFirst : decisionsFirst).filter(name => today[name].length > 0)
  return (
    <>
      {names.map((name, index) => (
        <Group key={name} today={today} name={name} isFirst={index === 0} onRecord={setRecording} />
      ))}
      {recording === null ? null : <RecordDialog occurrence={recording} onClose={() => setRecording(null)} />}
    </>
  )
}

type GroupProps = {
  readonly today: Today
  readonly name: GroupName
  readonly isFirst: boolean
  readonly onRecord: (occurrence: Occurrence) => void
}

const Group = ({ today, name, isFirst, onRecord }: GroupProps) => {
  const t = useWords(todayWords)
  const rest = restOf(today, name)
  return (
    <LineGroup
      title={<b className={name === 'late' ? styles.late : ''}>{t(`group.${name}`)}</b>}
      count={today[name].length + rest}
      more={
        rest === 0 ? undefined : (
          <>
            {t('rest', { count: rest })} <Link {...whole[name]}>{t(`rest.${name}`)}</Link>
          </>
        )
      }
    >
      {linesOf(today, name, isFirst, onRecord)}
    </LineGroup>
  )
}

const linesOf = (
  today: Today,
  name: GroupName,
  isFirst: boolean,
  onRecord: (occurrence: Occurrence) => void,
): ReactNode => {
  if (name === 'rounds')
    return today.rounds.map((line, index) => (
      <RoundLine
        key={line.kind === 'prepare' ? line.proposal.dutyId : line.round.id}
        line={line}
        isFirst={isFirst && index === 0}
      />
    ))
  if (name === 'cases')
    return today.cases.map((line, index) => (
      <CaseLine key={line.case.id} line={line} isFirst={isFirst && index === 0} />
    ))
  if (name === 'plans') return today.plans.map(plan => <PlanLine key={plan.id} plan={plan} />)
  if (name === 'decide') {
    return today.decide.map((line, index) => (
      <DecideLine key={`${line.kind} ${line.assignment.id}`} line={line} isFirst={isFirst && index === 0} />
    ))
  }
  return today[name].map((line, index) => (
    <WorkLine key={idOf(line)} line={line} place={name} isFirst={isFirst && index === 0} onRecord={onRecord} />
  ))
}
