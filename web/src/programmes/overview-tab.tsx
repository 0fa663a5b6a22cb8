import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { taskName } from '@luoshi/rules/task-name'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { IndicatorTile } from '../indicators/indicator-tile.tsx'
import { orpc } from '../ui/api.ts'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import { lateGroups } from './late-groups.ts'
import { milestoneName } from './milestone-name.ts'
import styles from './overview.module.css'
import { PhaseStrip } from './phase-strip.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { programmeWords } from './words.ts'

type Props = { readonly programme: ProgrammeOverview }

/** One honest page: what it is for, where it stands, what is late and whose, and what happened last. */
export const OverviewTab = ({ programme }: Props) => {
  const t = useWords(programmeWords)
  const { today } = useMe().tenant
  return (
    <div className={styles.overview}>
      <p className={programme.goal ? styles.goal : styles.soft}>{programme.goal ?? t('noGoal')}</p>
      <PhaseStrip programme={programme} today={today} />
      <Figures programme={programme} />
      <div className={styles.columns}>
        <div>
          <LateList programme={programme} />
          <UnitList programme={programme} />
        </div>
        <div>
          <IndicatorTiles programmeId={programme.id} />
          <Latest programme={programme} />
        </div>
      </div>
    </div>
  )
}

type FigureProps = {
  readonly id: string
  readonly tab: string
  readonly search?: Readonly<Record<string, string>>
  readonly value: number
  readonly tone?: string | undefined
  readonly children: ReactNode
}

/** A number that leads to what it counts. */
const Figure = ({ id, tab, search = {}, value, tone, children }: FigureProps) => (
  <Link
    className={styles.figure ?? ''}
    to="/programmes/$programmeId/$tab"
    params={{ programmeId: id, tab }}
    search={search}
  >
    <b className={value > 0 ? tone : undefined}>{value}</b>
    <span>{children}</span>
  </Link>
)

const Figures = ({ programme: { id, assignments, missed, week, countdown, cases } }: Props) => {
  const t = useWords(programmeWords)
  return (
    <section className={styles.figures}>
      {countdown && countdown.days >= 0 && (
        <span className={styles.figure} title={countdown.on}>
          <b>{countdown.days}</b>
          <span>{t('countdownDays', { text: milestoneName(countdown.text) })}</span>
        </span>
      )}
      <Figure id={id} tab="tasks" search={{ state: 'confirmed' }} value={assignments.confirmed} tone={styles.isDone}>
        {t('ofTotal', { total: assignments.total })} {t('done')}
      </Figure>
      <Figure id={id} tab="tasks" search={{ timeliness: 'late' }} value={assignments.late} tone={styles.isLate}>
        {t('late')}
      </Figure>
      <Figure id={id} tab="tasks" search={{ timeliness: 'soon' }} value={assignments.soon} tone={styles.isSoon}>
        {t('soon')}
      </Figure>
      <Figure id={id} tab="tasks" search={{ state: 'submitted' }} value={assignments.submitted}>
        {t('waiting')}
      </Figure>
      <Figure id={id} tab="duties" value={missed} tone={styles.isLate}>
        {t('missed')}
      </Figure>
      <Link className={styles.figure ?? ''} to="/cases" search={{ programme: id }}>
        <b className={cases.late > 0 ? styles.isLate : undefined}>{cases.open}</b>
        <span>{cases.late > 0 ? t('casesLate', { count: cases.late }) : t('casesOpen')}</span>
      </Link>
      <span className={styles.week}>
        {t('week')}
        <span>{t('weekConfirmed', { count: week.confirmed })}</span>
        <span>{t('weekSubmitted', { count: week.submitted })}</span>
        <span className={week.missed > 0 ? styles.isLate : undefined}>{t('weekMissed', { count: week.missed })}</span>
      </span>
    </section>
  )
}

const LateList = ({ programme: { id, late, assignments } }: Props) => {
  const t = useWords(programmeWords)
  return (
    <Part title={t('lateList')} tone={late.length > 0 ? styles.isLate : undefined}>
      {late.length === 0 ? (
        <p className={styles.none}>{t('lateNone')}</p>
      ) : (
        <ul className={styles.list}>
          {lateGroups(late).map(({ text, days, rows }) => (
            <li key={text}>
              <b title={text}>{taskName(text)}</b>
              <span className={styles.isLate}>{t('lateDays', { count: days })}</span>
              <span className={styles.whose}>
                {rows.map((row, index) => (
                  <span key={row.assignmentId}>
                    {index > 0 && '、'}
                    <Link
                      to="/assignments/$assignmentId"
                      params={{ assignmentId: row.assignmentId }}
                      title={`${row.dueOn} ${t('lateDays', { count: row.days })}`}
                    >
                      {row.unit.name}
                    </Link>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {assignments.late > late.length && (
        <Link
          className={styles.more ?? ''}
          to="/programmes/$programmeId/$tab"
          params={{ programmeId: id, tab: 'tasks' }}
          search={{ timeliness: 'late' }}
        >
          {t('lateMore', { count: assignments.late })}
        </Link>
      )}
    </Part>
  )
}

const UnitList = ({ programme: { id, byUnit } }: Props) => {
  const t = useWords(programmeWords)
  if (byUnit.length === 0) return null
  return (
    <Part title={t('units')}>
      <ul className={styles.unitList}>
        {byUnit.map(({ unit, ...counts }) => (
          <li key={unit.id}>
            <Link
              to="/programmes/$programmeId/$tab"
              params={{ programmeId: id, tab: 'tasks' }}
              search={{ unit: unit.id }}
              title={t('unitRow', counts)}
            >
              <span className={styles.unitName}>{unit.name}</span>
              <ProgressBar {...counts} />
              <span className={styles.counts}>
                {counts.confirmed} / {counts.total}
              </span>
              <span className={counts.late > 0 ? styles.isLate : styles.soft}>
                {counts.late > 0 ? `${t('late')} ${counts.late}` : ''}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}

const IndicatorTiles = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(programmeWords)
  const { data } = useQuery(orpc.indicators.list.queryOptions({ input: { id: programmeId } }))
  if (!data || data.length === 0) return null
  return (
    <Part title={t('indicators')}>
      <div className={styles.tiles}>
        {data.slice(0, 6).map(indicator => (
          <Link
            key={indicator.id}
            className={styles.tile ?? ''}
            to="/programmes/$programmeId/$tab"
            params={{ programmeId, tab: 'indicators' }}
          >
            <IndicatorTile indicator={indicator} />
          </Link>
        ))}
      </div>
      {data.length > 6 && (
        <Link
          className={styles.more ?? ''}
          to="/programmes/$programmeId/$tab"
          params={{ programmeId, tab: 'indicators' }}
        >
          {t('lateMore', { count: data.length })}
        </Link>
      )}
    </Part>
  )
}

const Latest = ({ programme: { latest } }: Props) => {
  const t = useWords(programmeWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  return (
    <Part title={t('latest')}>
      {latest.length === 0 ? (
        <p className={styles.none}>{t('latestNone')}</p>
      ) : (
        <ul className={styles.feed}>
          {latest.map(event => (
            <li key={`${event.at}${event.who}${event.assignmentId}${event.did}`}>
              <span>
                <b>{event.unit.name}</b> {event.who}{' '}
                <Link to="/assignments/$assignmentId" params={{ assignmentId: event.assignmentId }}>
                  {t(`did_${event.did}`, { task: event.task })}
                </Link>
              </span>
              <time title={exactWords(event.at)}>{pastWords(said, event.at, now)}</time>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

type PartProps = { readonly title: string; readonly tone?: string | undefined; readonly children: ReactNode }

const Part = ({ title, tone, children }: PartProps) => (
  <section className={styles.part}>
    <h2 className={tone}>{title}</h2>
    {children}
  </section>
)
