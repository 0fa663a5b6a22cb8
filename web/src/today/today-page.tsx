import { Page } from '../ui/page.tsx'

export const TodayPage = () => (
  <Page title="今日">
    <p />
  </Page>
)
