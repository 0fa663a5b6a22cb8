import type { Occurrence } from '@luoshi/contract/duties'
import type { Today } from '@luoshi/contract/today'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { LineGroup } from '../ui/line.tsx'
import { DecideLine } from './decide-line.tsx'
import { PlanLine } from './plan-line.tsx'
import { RecordDialog } from './record-dialog.tsx'
import styles from './today.module.css'
import { todayWords } from './words.ts'
import { WorkLine } from './work-line.tsx'

type WorkItem = Today['late'][number]

const idOf = (line: WorkItem): string => (line.kind === 'assignment' ? line.assignment.id : line.occurrence.id)

/** The groups of the day, the most urgent first. The first thing to do is the one primary action of the page. */
export const TodayLines = ({ today }: { readonly today: Today }) => {
  const t = useWords(todayWords)
  const [recording, setRecording] = useState<Occurrence | null>(null)
  const { late, decide, plans, soon, waiting, counts } = today
  const first = late[0] ?? today.today[0]
  const work = (lines: readonly WorkItem[], place: 'late' | 'today' | 'soon' | 'waiting') =>
    lines.map(line => (
      <WorkLine key={idOf(line)} line={line} place={place} isFirst={line === first} onRecord={setRecording} />
    ))
  return (
    <>
      {late.length === 0 ? null : (
        <LineGroup title={<b className={styles.late}>{t('group.late')}</b>} count={Math.max(counts.late, late.length)}>
          {work(late, 'late')}
        </LineGroup>
      )}
      {today.today.length === 0 ? null : (
        <LineGroup title={<b>{t('group.today')}</b>} count={Math.max(counts.today, today.today.length)}>
          {work(today.today, 'today')}
        </LineGroup>
      )}
      {decide.length === 0 ? null : (
        <LineGroup title={<b>{t('group.decide')}</b>} count={Math.max(counts.decide, decide.length)}>
          {decide.map((line, index) => (
            <DecideLine
              key={`${line.kind} ${line.assignment.id}`}
              line={line}
              isFirst={first === undefined && index === 0}
            />
          ))}
        </LineGroup>
      )}
      {plans.length === 0 ? null : (
        <LineGroup title={<b>{t('group.plans')}</b>} count={plans.length}>
          {plans.map(plan => (
            <PlanLine key={plan.id} plan={plan} />
          ))}
        </LineGroup>
      )}
      {soon.length === 0 ? null : (
        <LineGroup title={<b>{t('group.soon')}</b>} count={Math.max(counts.soon, soon.length)}>
          {work(soon, 'soon')}
        </LineGroup>
      )}
      {waiting.length === 0 ? null : (
        <LineGroup title={<b>{t('group.waiting')}</b>} count={waiting.length}>
          {work(waiting, 'waiting')}
        </LineGroup>
      )}
      {recording === null ? null : <RecordDialog occurrence={recording} onClose={() => setRecording(null)} />}
    </>
  )
}
