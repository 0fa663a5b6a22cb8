import { Page } from '../ui/page.tsx'

export const PeoplePage = () => (
  <Page title="人员">
    <p />
  </Page>
)
