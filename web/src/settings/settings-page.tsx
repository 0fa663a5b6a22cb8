import { Page } from '../ui/page.tsx'

export const SettingsPage = () => (
  <Page title="设置">
    <p />
  </Page>
)
