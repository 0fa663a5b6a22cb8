import type { CaseDetail } from '@luoshi/contract/cases'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { orpc } from '../ui/api.ts'
import { AskedPage } from '../ui/asked-page.tsx'
import { dueInstantWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './case.module.css'
import { CaseActs } from './case-acts.tsx'
import { CaseExtensions } from './case-extensions.tsx'
import { CaseLine } from './case-life-line.tsx'
import { casePageWords } from './case-page-words.ts'
import { CaseMarks, CaseState, Light } from './case-state.tsx'
import { CaseStory } from './case-story.tsx'
import { LikenessQuestions } from './likeness-question.tsx'
import { Pictures } from './pictures.tsx'
import { caseWords } from './words.ts'

const route = getRouteApi('/shell/cases/$caseId')

/** One case: the place and its picture first, how far it has come, before and after, and the one thing to do next. */
export const CasePage = () => {
  const t = useWords(caseWords)
  const { caseId } = route.useParams()
  const asked = useQuery(orpc.cases.get.queryOptions({ input: { id: caseId } }))
  return (
    <AskedPage asked={asked} title={t('title')} width="narrow">
      {one => <Detail one={one} />}
    </AskedPage>
  )
}

type Props = { readonly one: CaseDetail }

const Detail = ({ one }: Props) => {
  const t = useWords(casePageWords)
  const { act } = route.useSearch()
  const place = [one.point?.name, one.place].filter(Boolean).join('，')
  const papers = one.files.filter(({ kind }) => kind !== 'photo')
  return (
    <Page
      width="narrow"
      title={one.title}
      sub={
        <span className={styles.sub}>
          <b>{place || t('noPlace')}</b>
          <span>{one.number}</span>
          <CaseState state={one.state} />
          <Light row={one} />
          <CaseMarks row={one} />
        </span>
      }
    >
      {one.mergedInto && (
        <p className={styles.merged}>
          <Link to="/cases/$caseId" params={{ caseId: one.mergedInto.id }}>
            {t('mergedInto', { number: one.mergedInto.number })}
          </Link>
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Pictures before={one.before} after={one.after} />
          <LikenessQuestions one={one} />
          <CaseActs one={one} begun={act} />
          <CaseExtensions one={one} />
          <CaseLine one={one} />
          {one.text && (
            <section>
              <h2>{t('text')}</h2>
              <p className={styles.text}>{one.text}</p>
            </section>
          )}
          {papers.length > 0 && (
            <section>
              <h2>{t('others')}</h2>
              <EvidenceList evidence={papers} />
            </section>
          )}
          <CaseStory one={one} />
        </div>
        <aside className={styles.side}>
          <Facts one={one} />
        </aside>
      </div>
    </Page>
  )
}

const Facts = ({ one }: Props) => {
  const t = useWords(casePageWords)
  const said = useWords(caseWords)
  return (
    <>
      <Due one={one} />
      <section className={styles.closes}>
        <h2>{t('closes')}</h2>
        <p>{one.closingCondition}</p>
      </section>
      <dl className={styles.facts}>
        <dt>{t('category')}</dt>
        <dd>
          {one.category.name} · {said(`severity_${one.severity}`)}
        </dd>
        {one.criterion && (
          <>
            <dt>{t('criterion')}</dt>
            <dd>
              {one.criterion.text} <small>{t('criterionAt', { number: one.criterion.number })}</small>
            </dd>
          </>
        )}
        <dt>{said('colUnit')}</dt>
        <dd>
          {one.state === 'found' || one.state === 'refused'
            ? said('unassigned', { office: one.office.name })
            : one.unit.name}
          <small>{t('level', { level: said(`level_${one.level}`) })}</small>
        </dd>
        <dt>{t('office')}</dt>
        <dd>{one.office.name}</dd>
        {one.programme && (
          <>
            <dt>{t('programme')}</dt>
            <dd>
              <Link to="/programmes/$programmeId" params={{ programmeId: one.programme.id }}>
                {one.programme.title}
              </Link>
            </dd>
          </>
        )}
        <dt>{t('found')}</dt>
        <dd>
          {said(`origin_${one.origin}`)}
          {one.foundBy && <small>{t('foundBy', { who: one.foundBy.name })}</small>}
        </dd>
        {one.notices.map(({ id, number, acknowledgedAt }) => (
          <div key={id} className={styles.notice}>
            <dt>{t('issueTitle')}</dt>
            <dd>
              <a href={`/api/v1/rectification-notices/${id}/document.docx`} download>
                {number}
              </a>
              <small>{t(acknowledgedAt === null ? 'noticeUnknown' : 'noticeKnown')}</small>
            </dd>
          </div>
        ))}
        {one.merged.length > 0 && (
          <>
            <dt>{t('merged')}</dt>
            <dd>
              {one.merged.map(({ id, number, title }) => (
                <Link key={id} to="/cases/$caseId" params={{ caseId: id }} className={styles.kin ?? ''}>
                  {number} {title}
                </Link>
              ))}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

const Due = ({ one: { dueAt, light, state } }: Props) => {
  const t = useWords(casePageWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  if (dueAt === null) return state === 'found' || state === 'refused' ? <p>{t('notCounting')}</p> : null
  const due = dueInstantWords(said, dueAt, now)
  const runs = state === 'assigned' || state === 'accepted' || state === 'in-hand'
  return (
    <section>
      <h2>{t('due')}</h2>
      <p className={styles.due} data-light={runs ? light : 'none'} title={due.exact}>
        {runs ? due.until : due.exact} {runs && <small>{due.rest}</small>}
      </p>
      {runs && <p className={styles.soft}>{due.exact}</p>}
    </section>
  )
}
