import { Page } from '../ui/page.tsx'

export const SignInPage = () => (
  <Page title="登录">
    <p />
  </Page>
)
