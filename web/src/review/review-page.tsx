import { Page } from '../ui/page.tsx'

export const ReviewPage = () => (
  <Page title="审阅">
    <p />
  </Page>
)
