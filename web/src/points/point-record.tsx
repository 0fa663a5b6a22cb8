import type { PointDetail } from '@luoshi/contract/points'
import { caseStates } from '@luoshi/rules/case-machine'
import { Link } from '@tanstack/react-router'
import { caseWords } from '../cases/words.ts'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { uiWords } from '../ui/words.ts'
import { VisitLacks } from '../visits/visit-lacks.tsx'
import styles from './points.module.css'
import { pointsWords } from './words.ts'

/** What is open at a point, and who has been there. */
export const PointRecord = ({ point: { cases, visits } }: { readonly point: PointDetail }) => {
  const t = useWords(pointsWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  return (
    <div>
      <section className={styles.part}>
        <h2>{t('page.cases')}</h2>
        {cases.length === 0 ? (
          <p className={styles.soft}>{t('page.cases.none')}</p>
        ) : (
          <ul>
            {cases.map(({ id, number, title, state, dueAt }) => (
              <li key={id}>
                <Link to="/cases/$caseId" params={{ caseId: id }}>
                  {title}
                </Link>
                <small className={styles.soft}>
                  {number}
                  {dueAt === null ? '' : ` · ${t('case.due', { when: exactWords(dueAt) })}`}
                </small>
                <CaseState state={state} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={styles.part}>
        <h2>{t('page.visits')}</h2>
        {visits.length === 0 ? (
          <p className={styles.soft}>{t('page.visits.none')}</p>
        ) : (
          <ul>
            {visits.map(({ id, at, who, score, fails, round, ...rest }) => (
              <li key={id}>
                <Link to="/visits/$visitId" params={{ visitId: id }} title={exactWords(at)}>
                  {pastWords(said, at, now)}
                </Link>
                <small className={styles.soft}>
                  {who} · {round ?? t('visit.alone')}
                </small>
                <span>
                  {score === null ? null : <Tag>{t('last.score', { score })}</Tag>}{' '}
                  {fails === 0 ? null : <Tag tone="late">{t('last.fails', { count: fails })}</Tag>}{' '}
                  <VisitLacks of={rest} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

const CaseState = ({ state }: { readonly state: string }) => {
  const t = useWords(caseWords)
  const known = caseStates.find(one => one === state)
  return known === undefined ? null : <Tag tone={known === 'closed' ? 'done' : 'plain'}>{t(`state_${known}`)}</Tag>
}
