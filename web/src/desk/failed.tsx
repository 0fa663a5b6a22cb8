import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Page } from '../ui/page.tsx'
import { asProblem } from '../ui/problem.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'

/** In the place of a page that could not be drawn. */
export const Failed = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const again = (): void => {
    reset()
    void router.invalidate()
  }
  return (
    <Page title={asProblem(error).message} width="narrow">
      <ProblemNotice problem={error} onRetry={again} />
    </Page>
  )
}
