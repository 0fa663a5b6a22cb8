import type { DrawnPoint, RoundDetail } from '@luoshi/contract/rounds'
import { Link } from '@tanstack/react-router'
import { pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { uiWords } from '../ui/words.ts'
import { VisitLacks } from '../visits/visit-lacks.tsx'
import styles from './rounds.module.css'
import { roundWords } from './words.ts'

/** The points drawn, stratum by stratum: who goes, what was seen, what came of it. */
export const DrawnList = ({ round }: { readonly round: RoundDetail }) => {
  const t = useWords(roundWords)
  const strata = [...Map.groupBy(round.drawn, ({ stratum }) => stratum)]
  return (
    <section>
      <h2>
        {t('drawn')} <span className={styles.soft}>{t('progress', progressOf(round))}</span>
      </h2>
      {round.short.length > 0 ? <p className={styles.notice}>{t('short', { count: round.short.length })}</p> : null}
      {strata.map(([stratum, points]) => (
        <table key={stratum} className={styles.drawn} aria-label={stratum}>
          <caption>
            {stratum} <span className={styles.soft}>{points.length}</span>
          </caption>
          <tbody>
            {points.map(point => (
              <DrawnRow key={point.point.id} drawn={point} isOver={round.state === 'ended'} />
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

/** Who sees the own points alone is told of the own progress. */
const progressOf = ({ drawn, points, visited, mine, mineLeft }: RoundDetail) =>
  drawn.length < points ? { visited: mine - mineLeft, points: mine } : { visited, points }

const DrawnRow = ({ drawn, isOver }: { readonly drawn: DrawnPoint; readonly isOver: boolean }) => {
  const t = useWords(roundWords)
  const { point, unit, inspectors, visits, cases } = drawn
  return (
    <tr>
      <td className={styles.place}>
        <b>{point.name}</b>
        <small>{unit.name}</small>
      </td>
      <td className={styles.who}>
        {inspectors.length === 0 ? (
          <span className={styles.late}>{t('noOne')}</span>
        ) : (
          inspectors.map(({ id, name }) => <span key={id}>{name}</span>)
        )}
      </td>
      <td className={styles.seen}>
        {visits.length === 0 ? (
          isOver ? (
            <Tag tone="late">{t('missed')}</Tag>
          ) : (
            <span className={styles.soft}>{t('notYet')}</span>
          )
        ) : (
          visits.map(visit => <Seen key={visit.id} visit={visit} />)
        )}
        {cases.map(({ id, number, title }) => (
          <Link key={id} className={styles.case ?? ''} to="/cases/$caseId" params={{ caseId: id }}>
            {number} {title}
          </Link>
        ))}
      </td>
    </tr>
  )
}

const Seen = ({ visit }: { readonly visit: DrawnPoint['visits'][number] }) => {
  const t = useWords(roundWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  if (visit.finishedAt === null) return <Tag tone="soon">{t('doing')}</Tag>
  return (
    <div>
      <Link
        to="/visits/$visitId"
        params={{ visitId: visit.id }}
        className={(visit.fails > 0 ? styles.late : styles.done) ?? ''}
      >
        {t('grades', { conforms: visit.conforms, mostly: visit.mostly, fails: visit.fails })}
      </Link>
      <small>
        {visit.score === null ? '' : `${t('score', { score: Math.round(visit.score) })} · `}
        {visit.person.name} · {pastWords(said, visit.finishedAt, now)}
      </small>
      <VisitLacks of={visit} />
    </div>
  )
}
