import type { VisitDetail } from '@luoshi/contract/visits'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { exactWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { SeenByCriterion } from './seen-by-criterion.tsx'
import { VisitOutcome } from './visit-outcome.tsx'
import styles from './visits.module.css'
import { visitWords } from './words.ts'

const route = getRouteApi('/shell/visits/$visitId')

/** One inspector at one point: every criterion of the standard as it was then, and what was seen of it. */
export const VisitPage = () => {
  const t = useWords(visitWords)
  const { visitId } = route.useParams()
  const { data, error, refetch } = useQuery(orpc.visits.get.queryOptions({ input: { id: visitId } }))
  if (error)
    return (
      <Page title={t('one')}>
        <ProblemNotice problem={error} onRetry={refetch} />
      </Page>
    )
  if (!data)
    return (
      <Page title={t('one')} heading="…">
        <Waiting rows={10} />
      </Page>
    )
  return (
    <Page
      title={data.point.name}
      sub={
        <span className={styles.lead}>
          <span>
            {data.person.name} · {exactWords(data.startedAt)}
          </span>
          <VisitOutcome visit={data} />
        </span>
      }
    >
      <div className={styles.beside}>
        <div>
          {data.note === '' ? null : (
            <section className={styles.section}>
              <h2>{t('note')}</h2>
              <p>{data.note}</p>
            </section>
          )}
          <SeenByCriterion visit={data} />
        </div>
        <Facts visit={data} />
      </div>
    </Page>
  )
}

const hourMs = 3_600_000

const Facts = ({ visit }: { readonly visit: VisitDetail }) => {
  const t = useWords(visitWords)
  const { standard, point, unit, round, person, startedAt, finishedAt, receivedAt } = visit
  const isLate = Date.parse(receivedAt) - Date.parse(startedAt) > 6 * hourMs
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('standard')}</dt>
        <dd title={t('versionHint')}>
          <Link
            to="/standards/$standardId"
            params={{ standardId: standard.id }}
            search={{ number: String(standard.number) }}
          >
            {standard.title}
          </Link>{' '}
          <small className={styles.soft}>{t('version', { number: standard.number })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('col.point')}</dt>
        <dd>
          <Link to="/points/$pointId" params={{ pointId: point.id }}>
            {point.name}
          </Link>{' '}
          <small className={styles.soft}>{point.pointType}</small>
        </dd>
      </div>
      <div>
        <dt>{t('unit')}</dt>
        <dd>{unit.name}</dd>
      </div>
      <div>
        <dt>{t('round')}</dt>
        <dd>
          {round === null ? (
            t('patrol')
          ) : (
            <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
              {round.title}
            </Link>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('who')}</dt>
        <dd>{person.name}</dd>
      </div>
      <div>
        <dt>{t('started')}</dt>
        <dd>{exactWords(startedAt)}</dd>
      </div>
      {finishedAt === null ? null : (
        <div>
          <dt>{t('finished')}</dt>
          <dd>{exactWords(finishedAt)}</dd>
        </div>
      )}
      <div>
        <dt>{t('received')}</dt>
        <dd>
          {exactWords(receivedAt)}
          {isLate ? <small className={styles.under}>{t('receivedLate')}</small> : null}
        </dd>
      </div>
    </dl>
  )
}
