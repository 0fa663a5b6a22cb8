import { Page } from '../ui/page.tsx'

export const SetupPage = () => (
  <Page title="初次设置">
    <p />
  </Page>
)
