import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PlanReading } from '../plans/plan-reading.tsx'
import { orpc } from '../ui/api.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import styles from './review-desk.module.css'
import { ReviewDesk } from './review-desk.tsx'
import { useReviewQuery } from './use-shown-review.ts'

const route = getRouteApi('/shell/plans/$planId')

/** A plan: being read, failed, or to be reviewed. */
export const ReviewPage = () => {
  const { planId } = route.useParams()
  const plan = useQuery(orpc.plans.get.queryOptions({ input: { id: planId } }))
  if (plan.isError) return <ProblemNotice problem={plan.error} onRetry={plan.refetch} />
  if (!plan.data) return <Blank />
  if (plan.data.status === 'reading' || plan.data.status === 'failed') return <PlanReading plan={plan.data} />
  return <Read key={planId} planId={planId} />
}

const Read = ({ planId }: { readonly planId: string }) => {
  const search = route.useSearch()
  const plan = useQuery(orpc.plans.get.queryOptions({ input: { id: planId } }))
  const review = useReviewQuery(planId)
  if (review.isError) return <ProblemNotice problem={review.error} onRetry={review.refetch} />
  if (!review.data || !plan.data) return <Blank />
  return <ReviewDesk plan={plan.data} review={review.data} start={search} />
}

const Blank = () => (
  <div className={styles.blank}>
    <Waiting rows={12} />
  </div>
)
