import { useQuery } from '@tanstack/react-query'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import styles from './bodies.module.css'
import { SentenceLink } from './sentence-link.tsx'
import type { Group } from './shapes.ts'
import { programmeWords } from './words.ts'

/** The bodies the plan sets up, as a chart: leading group, office, working groups, with their people. */
export const BodiesTab = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(programmeWords)
  const groups = useQuery(orpc.programmes.groups.queryOptions({ input: { id: programmeId } }))
  if (groups.isError) return <ProblemNotice problem={groups.error} onRetry={groups.refetch} />
  if (!groups.data) return <Waiting />
  if (groups.data.length === 0) return <EmptyState title={t('bodiesNone')}>{t('bodiesNoneHint')}</EmptyState>
  const levels = (['leading', 'office', 'working'] as const)
    .map(kind => groups.data.filter(group => group.kind === kind))
    .filter(level => level.length > 0)
  return (
    <div className={styles.chart}>
      {levels.map((level, index) => (
        <div key={level[0]?.kind} className={index === 0 ? styles.level : `${styles.level} ${styles.below}`}>
          {level.map(group => (
            <Body key={group.id} group={group} programmeId={programmeId} />
          ))}
        </div>
      ))}
    </div>
  )
}

const Body = ({ group, programmeId }: { readonly group: Group; readonly programmeId: string }) => {
  const t = useWords(programmeWords)
  const { name, leaders, deputies, members, location, duties, span, kind } = group
  return (
    <article className={`${styles.body} ${styles[kind]}`}>
      <h3>{name}</h3>
      {location && <p className={styles.soft}>{t('location', { place: location })}</p>}
      <dl>
        <People label={t('leaders')} names={leaders} strong />
        <People label={t('deputies')} names={deputies} />
        {members.length > 0 && (
          <>
            <dt>{t('members')}</dt>
            <dd>
              {members.map(({ name: member, unit }, index) => (
                <span key={member} title={unit?.name}>
                  {index > 0 && '、'}
                  {member}
                  {unit && unit.name !== member && <small>（{unit.name}）</small>}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      {duties && (
        <details>
          <summary>{t('duties')}</summary>
          <p>{duties}</p>
        </details>
      )}
      {span && <SentenceLink programmeId={programmeId} span={span} />}
    </article>
  )
}

const People = ({ label, names, strong }: { label: string; names: readonly string[]; strong?: boolean }) =>
  names.length === 0 ? null : (
    <>
      <dt>{label}</dt>
      <dd className={strong ? styles.strong : undefined}>{names.join('、')}</dd>
    </>
  )
