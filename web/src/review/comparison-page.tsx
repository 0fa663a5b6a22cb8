import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FileLink } from '../ui/file-link.tsx'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import { type Change, ChangeRow } from './change-row.tsx'
import styles from './comparison.module.css'
import { publicationWords } from './publication-words.ts'
import { kindOrder } from './waiting.ts'

const route = getRouteApi('/shell/plans/$planId/comparison')
const sorts = ['changed', 'added', 'gone'] as const

/** A new version beside the running programme: what is added, changed and gone, and what of it shall be. */
export const ComparisonPage = () => {
  const t = useWords(publicationWords)
  const { planId } = route.useParams()
  const plan = useQuery(orpc.plans.get.queryOptions({ input: { id: planId } }))
  const comparison = useQuery(orpc.review.comparison.queryOptions({ input: { id: planId }, staleTime: 0 }))
  const problem = comparison.error ?? plan.error
  return (
    <Page
      title={t('compareTitle')}
      sub={plan.data && t('compareLead', { title: plan.data.title })}
      acts={
        <>
          <FileLink path={`/plans/${planId}/comparison.docx`}>{t('compareDocument')}</FileLink>
          <Link to="/plans/$planId" params={{ planId }}>
            <Button>{t('backToReview')}</Button>
          </Link>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={comparison.refetch} />}
      {!problem && !comparison.data && <Waiting rows={10} />}
      {comparison.data && <Changes planId={planId} changes={comparison.data.changes} />}
    </Page>
  )
}

const Changes = ({ planId, changes }: { readonly planId: string; readonly changes: readonly Change[] }) => {
  const t = useWords(publicationWords)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const moved = changes.filter(({ what }) => what !== 'same')
  if (moved.length === 0) return <EmptyState title={t('compareNone')} />
  const toggle = (key: string) =>
    setKept(before => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  return (
    <>
      {sorts.map(what => {
        const rows = ordered(moved.filter(change => change.what === what))
        return rows.length === 0 ? null : (
          <section key={what} className={styles.group}>
            <h2 className={styles[what]}>
              {t(`what_${what}`)} <span>{rows.length}</span>
            </h2>
            <div className={styles.columns} aria-hidden>
              <span>{t('beforeVersion')}</span>
              <span>{t('afterVersion')}</span>
            </div>
            {rows.map(change => (
              <ChangeRow
                key={change.key}
                change={change}
                kept={kept.has(change.key)}
                onToggle={() => toggle(change.key)}
              />
            ))}
          </section>
        )
      })}
      {changes.length > moved.length && (
        <p className={styles.same}>{t('compareSame', { count: changes.length - moved.length })}</p>
      )}
      <Apply
        planId={planId}
        keep={moved.map(({ key }) => key).filter(key => kept.has(key))}
        count={moved.length - kept.size}
      />
    </>
  )
}

const ordered = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((one, other) => kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind))

const Apply = ({ planId, keep, count }: { planId: string; keep: string[]; count: number }) => {
  const t = useWords(publicationWords)
  const navigate = route.useNavigate()
  const notify = useNotify()
  const client = useQueryClient()
  const revise = useMutation(
    orpc.review.revise.mutationOptions({
      onSuccess: ({ programmeId, ...numbers }) => {
        notify.done(t('compareApplied', numbers))
        client.removeQueries({ queryKey: orpc.review.key() })
        for (const noun of [orpc.plans, orpc.programmes, orpc.assignments, orpc.duties, orpc.indicators, orpc.today])
          void client.invalidateQueries({ queryKey: noun.key() })
        void navigate({ to: '/programmes/$programmeId', params: { programmeId } })
      },
      onError: notify.refused,
    }),
  )
  return (
    <footer className={styles.foot}>
      <Button
        type="primary"
        size="large"
        loading={revise.isPending}
        onClick={() => revise.mutate({ id: planId, keep })}
      >
        {t('compareApply', { count })}
      </Button>
    </footer>
  )
}
