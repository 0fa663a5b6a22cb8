import { Page } from '../ui/page.tsx'

export const ComparisonPage = () => (
  <Page title="对照">
    <p />
  </Page>
)
