import { Page } from '../ui/page.tsx'

export const NewPlanPage = () => (
  <Page title="导入方案">
    <p />
  </Page>
)
