import type { StandardDetail } from '@luoshi/contract/standards'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { offers } from '../ui/session.ts'
import { Waiting } from '../ui/waiting.tsx'
import { CriteriaSheet } from './criteria-sheet.tsx'
import { CriteriaText } from './criteria-text.tsx'
import { StandardActs } from './standard-acts.tsx'
import { StandardState } from './standard-state.tsx'
import { StandardVersions } from './standard-versions.tsx'
import styles from './standards.module.css'
import { VersionComparison } from './version-comparison.tsx'
import { standardsWords } from './words.ts'

/** One standard: to be read at any version, compared, and changed as a table. */
export const StandardPage = () => {
  const t = useWords(standardsWords)
  const { standardId } = useParams({ from: '/shell/standards/$standardId' })
  const { number, against, mode } = useSearch({ from: '/shell/standards/$standardId' })
  const asked = Number(number) || undefined
  const standard = useQuery(orpc.standards.get.queryOptions({ input: { id: standardId, number: asked } }))
  if (standard.isError)
    return (
      <Page title={t('title')}>
        <ProblemNotice problem={standard.error} onRetry={standard.refetch} />
      </Page>
    )
  if (!standard.data)
    return (
      <Page title={t('title')} heading="…">
        <Waiting rows={10} />
      </Page>
    )
  const { data } = standard
  const mayChange = offers(data, 'standard.manage')
  const edits = mode === 'edit' && mayChange && asked === undefined
  return (
    <Page
      title={data.title}
      width={edits ? 'wide' : 'normal'}
      sub={<Lead standard={data} />}
      acts={<StandardActs standard={data} edits={edits} />}
    >
      {edits ? (
        <CriteriaSheet key={data.id} standard={data} />
      ) : (
        <div className={styles.beside}>
          <div>
            {against === undefined ? (
              data.content.length === 0 ? (
                <EmptyState title={t('empty.title')}>{t('empty.detail')}</EmptyState>
              ) : (
                <CriteriaText content={data.content} planId={data.planId} />
              )
            ) : (
              <VersionComparison standard={data} against={Number(against)} />
            )}
          </div>
          <StandardVersions standard={data} shown={data.shown.number} against={against} />
        </div>
      )}
    </Page>
  )
}

const Lead = ({ standard }: { readonly standard: StandardDetail }) => {
  const t = useWords(standardsWords)
  const { unit, pointType, programme, planId } = standard
  return (
    <span className={styles.lead}>
      <StandardState standard={standard} />
      <span>{t('applies', { unit: unit.name, type: pointType })}</span>
      {programme === null || planId === null ? null : (
        <Link to="/programmes/$programmeId/$tab" params={{ programmeId: programme.id, tab: 'standards' }}>
          {t('fromPlan')} · {programme.title}
        </Link>
      )}
    </span>
  )
}
