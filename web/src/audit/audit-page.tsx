import { Page } from '../ui/page.tsx'

export const AuditPage = () => (
  <Page title="审计">
    <p />
  </Page>
)
