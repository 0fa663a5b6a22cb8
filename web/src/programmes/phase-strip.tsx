import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { useWords } from '../ui/i18n.ts'
import styles from './overview.module.css'
import { stripOf } from './strip.ts'
import { programmeWords } from './words.ts'

type Props = { readonly programme: ProgrammeOverview; readonly today: string }

/** The phases one after another, as long as they last, with today and the milestones on them. */
export const PhaseStrip = ({ programme, today }: Props) => {
  const t = useWords(programmeWords)
  const { phases, milestones } = programme
  if (phases.length === 0) return null
  const strip = stripOf(phases, milestones, today)
  return (
    <section className={styles.strip} aria-label={t('phases')}>
      <ol>
        {strip.phases.map(phase => (
          <li
            key={phase.id}
            data-time={phase.time}
            style={{ flexGrow: phase.share }}
            title={`${phase.name} ${phase.startsOn ?? '…'} — ${phase.endsOn ?? '…'}`}
          >
            <b>{phase.name}</b>
            <small>
              {phase.startsOn || phase.endsOn ? `${short(phase.startsOn)} — ${short(phase.endsOn)}` : t('phaseUndated')}
              {phase.time === 'now' && <em> · {t('phaseNow')}</em>}
            </small>
          </li>
        ))}
      </ol>
      {strip.today !== null && (
        <i className={styles.todayLine} style={{ left: `${strip.today * 100}%` }} title={t('today')} />
      )}
      {strip.milestones.map(milestone => (
        <span
          key={milestone.id}
          className={styles.flag}
          style={{ left: `${milestone.at * 100}%` }}
          title={`${milestone.on} ${milestone.text}`}
        >
          ⚑
        </span>
      ))}
    </section>
  )
}

const short = (day: string | null): string =>
  day === null ? '…' : `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`
