import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { taskParts } from '@luoshi/rules/task-name'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { orpc } from '../ui/api.ts'
import { AskedPage } from '../ui/asked-page.tsx'
import { dueDayWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { uiWords } from '../ui/words.ts'
import styles from './assignment.module.css'
import { AssignmentActs } from './assignment-acts.tsx'
import { AssignmentState } from './assignment-state.tsx'
import { Extensions } from './extensions.tsx'
import { LifeLine } from './life-line.tsx'
import { LifeStory } from './life-story.tsx'
import { assignmentWords } from './words.ts'

const route = getRouteApi('/shell/assignments/$assignmentId')

/** A task as given to one unit: its sentence, its life, and the one thing to do next. */
export const AssignmentPage = () => {
  const t = useWords(assignmentWords)
  const { assignmentId } = route.useParams()
  const asked = useQuery(orpc.assignments.get.queryOptions({ input: { id: assignmentId } }))
  return (
    <AskedPage asked={asked} title={t('title')} width="narrow">
      {assignment => <Detail assignment={assignment} />}
    </AskedPage>
  )
}

type Props = { readonly assignment: AssignmentDetail }

const Detail = ({ assignment }: Props) => {
  const t = useWords(assignmentWords)
  const { programme, text, unit, part, files } = assignment
  const { head, rest } = taskParts(text)
  return (
    <Page
      width="narrow"
      title={head}
      sub={
        <span className={styles.sub}>
          <Link to="/programmes/$programmeId" params={{ programmeId: programme.id }}>
            {programme.title}
          </Link>
          <span>{t('unitPart', { unit: unit.name, part: t(`part_${part}`) })}</span>
          <AssignmentState row={assignment} />
        </span>
      }
    >
      {rest && !assignment.sentence?.includes(rest) && <p className={styles.rest}>{rest}</p>}
      <LifeLine assignment={assignment} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Extensions assignment={assignment} />
          <AssignmentActs assignment={assignment} />
          <section>
            <h2>{t('evidence')}</h2>
            {files.length === 0 ? (
              <p className={styles.soft}>{t('evidenceNone')}</p>
            ) : (
              <EvidenceList evidence={files} />
            )}
          </section>
          <LifeStory assignment={assignment} />
        </div>
        <aside className={styles.side}>
          <Due assignment={assignment} />
          <Sentence assignment={assignment} />
          <Parties assignment={assignment} />
        </aside>
      </div>
    </Page>
  )
}

const Due = ({ assignment: { dueOn, timeliness, state } }: Props) => {
  const t = useWords(assignmentWords)
  const said = useWords(uiWords)
  const { today } = useMe().tenant
  const due = dueDayWords(said, dueOn, today)
  const handedIn = timeliness === 'done' || timeliness === 'done-late'
  const late = state === 'confirmed' ? 'doneLate' : 'handedInLate'
  return (
    <section>
      <h2>{t('due')}</h2>
      <p className={styles.due} data-tone={handedIn ? 'plain' : due.tone} title={due.exact}>
        {handedIn ? due.exact : due.until} {!handedIn && <small>{due.rest}</small>}
      </p>
      {!handedIn && due.exact && <p className={styles.soft}>{due.exact}</p>}
      {timeliness === 'done-late' && <Tag tone="soon">{t(late)}</Tag>}
      {state === 'confirmed' && timeliness === 'done' && <Tag tone="done">{t('finished')}</Tag>}
    </section>
  )
}

const Sentence = ({ assignment: { sentence, span, programme } }: Props) => {
  const t = useWords(assignmentWords)
  return (
    <section>
      <h2>{t('sentence')}</h2>
      {sentence === null ? (
        <p className={styles.soft}>{t('noSentence')}</p>
      ) : (
        <blockquote className={styles.sentence}>{sentence}</blockquote>
      )}
      {span && (
        <Link
          to="/programmes/$programmeId/$tab"
          params={{ programmeId: programme.id, tab: 'documents' }}
          search={{ from: `${span.start}`, to: `${span.end}` }}
        >
          {t('toDocument')}
        </Link>
      )}
    </section>
  )
}

const Parties = ({ assignment: { parties } }: Props) => {
  const t = useWords(assignmentWords)
  if (parties.length === 0) return null
  return (
    <section>
      <h2>{t('parties')}</h2>
      <dl className={styles.parties}>
        {parties.map(({ part, name, units }) => (
          <div key={part + name}>
            <dt>{t(`part_${part}`)}</dt>
            <dd>
              {name}
              {units.length > 0 && !(units.length === 1 && units[0]?.name === name) && (
                <small title={units.map(unit => unit.name).join('、')}>
                  {' '}
                  → {units.length > 3 ? `${units.length}` : units.map(unit => unit.name).join('、')}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
