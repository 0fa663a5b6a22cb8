import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { codeOf } from '../ui/problem.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { pointsWords } from './words.ts'

/** Where a scanned label leads: to the point's own page. Scanning records nothing. */
export const LabelPage = () => {
  const t = useWords(pointsWords)
  const { code } = useParams({ from: '/shell/p/$code' })
  const found = useQuery(orpc.points.byCode.queryOptions({ input: { code }, retry: false }))
  if (found.data) return <Navigate to="/points/$pointId" params={{ pointId: found.data.id }} replace />
  return (
    <Page title={t('title')}>
      {codeOf(found.error) === 'not-found' ? (
        <EmptyState title={t('label.none')}>{t('label.none.detail')}</EmptyState>
      ) : found.isError ? (
        <ProblemNotice problem={found.error} onRetry={found.refetch} />
      ) : (
        <Waiting rows={4} />
      )}
    </Page>
  )
}
