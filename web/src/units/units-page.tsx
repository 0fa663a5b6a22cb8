import { Page } from '../ui/page.tsx'

export const UnitsPage = () => (
  <Page title="单位">
    <p />
  </Page>
)
