import { Page } from '../ui/page.tsx'

export const ProgrammesPage = () => (
  <Page title="项目">
    <p />
  </Page>
)
