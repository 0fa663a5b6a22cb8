import { Page } from '../ui/page.tsx'

export const ProgrammePage = () => (
  <Page title="项目">
    <p />
  </Page>
)
