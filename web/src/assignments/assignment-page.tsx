import { Page } from '../ui/page.tsx'

export const AssignmentPage = () => (
  <Page title="任务">
    <p />
  </Page>
)
