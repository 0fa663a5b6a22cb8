import { Page } from '../ui/page.tsx'

export const PlansPage = () => (
  <Page title="方案">
    <p />
  </Page>
)
