import type { Criterion } from '@luoshi/contract/standards'
import type { Observation, VisitDetail } from '@luoshi/contract/visits'
import { Link } from '@tanstack/react-router'
import { exactWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { GradeMark } from './grade-mark.tsx'
import styles from './visits.module.css'
import { visitWords } from './words.ts'

/** Section by section, each criterion with its grade, its note, its photos and its case. */
export const SeenByCriterion = ({ visit: { standard, observations } }: { readonly visit: VisitDetail }) => {
  const seen = new Map(observations.map(observation => [observation.criterionId, observation]))
  return [...Map.groupBy(standard.content, ({ section }) => section)].map(([section, criteria]) => (
    <section key={section} className={styles.section}>
      {section === '' ? null : <h2>{section}</h2>}
      <ol className={styles.seen}>
        {criteria.map(criterion => (
          <Seen key={criterion.id} criterion={criterion} observation={seen.get(criterion.id) ?? null} />
        ))}
      </ol>
    </section>
  ))
}

type SeenProps = { readonly criterion: Criterion; readonly observation: Observation | null }

const Seen = ({ criterion, observation }: SeenProps) => {
  const t = useWords(visitWords)
  const grade = observation?.grade ?? null
  return (
    <li data-grade={grade ?? 'unseen'}>
      <span>
        {criterion.text} {criterion.critical ? <Tag>{t('critical')}</Tag> : null}
      </span>
      <span title={observation === null ? undefined : exactWords(observation.seenAt)}>
        <GradeMark grade={grade} />
      </span>
      {observation === null ? null : <More observation={observation} />}
    </li>
  )
}

const More = ({ observation: { note, exception, lack, photos, caseId } }: { readonly observation: Observation }) => {
  const t = useWords(visitWords)
  if (note === '' && exception === null && lack === null && photos.length === 0 && caseId === null) return null
  return (
    <div className={styles.more}>
      {note === '' ? null : <p>{note}</p>}
      {exception === null ? null : <p className={styles.soft}>{t('exception', { text: exception })}</p>}
      {lack === null ? null : (
        <p>
          <Tag tone="soon">{t(`lack.${lack}`)}</Tag>
        </p>
      )}
      {photos.length === 0 ? null : (
        <ul className={styles.photos} aria-label={t('photos')}>
          {photos.map(({ id, url, thumbnailUrl, name }) => (
            <li key={id}>
              <a href={url ?? '#'} target="_blank" rel="noreferrer">
                <img src={thumbnailUrl ?? ''} alt={name} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {caseId === null ? null : (
        <Link to="/cases/$caseId" params={{ caseId }}>
          {t('toCase')}
        </Link>
      )}
    </div>
  )
}
