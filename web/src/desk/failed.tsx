import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { isLoadFailure } from '../ui/problem.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { deskWords } from './words.ts'

/** In the place of a page that could not be drawn. */
export const Failed = ({ error, reset }: ErrorComponentProps) => {
  const t = useWords(deskWords)
  const router = useRouter()
  const again = (): void => {
    if (isLoadFailure(error)) {
      location.reload()
      return
    }
    reset()
    void router.invalidate()
  }
  return (
    <Page title={t('failed')} width="narrow">
      <ProblemNotice problem={error} onRetry={again} />
    </Page>
  )
}
