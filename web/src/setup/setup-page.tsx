import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { Form } from 'antd'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { signIn } from '../ui/auth.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Waiting } from '../ui/waiting.tsx'
import styles from './setup.module.css'
import { type HouseForm, SetupSteps } from './setup-steps.tsx'
import { setupWords } from './words.ts'

/** An empty house asks three things: which county, which office, and who looks after it. */
export const SetupPage = () => {
  const t = useWords(setupWords)
  const state = useQuery(orpc.setup.state.queryOptions())
  useTitle(t('title'))
  return (
    <main className={styles.page}>
      <header>
        <h1>
          <i aria-hidden="true">落</i>
          {t('title')}
        </h1>
        <p>{t('lead')}</p>
      </header>
      {state.isPending ? <Waiting rows={4} /> : null}
      {state.isError ? <ProblemNotice problem={state.error} onRetry={state.refetch} /> : null}
      {state.data?.waiting === false ? (
        <EmptyState title={t('done')} act={<Link to="/sign-in">{t('done.go')}</Link>}>
          {t('done.detail')}
        </EmptyState>
      ) : null}
      {state.data?.waiting ? <SetupForm /> : null}
    </main>
  )
}

const SetupForm = () => {
  const queryClient = useQueryClient()
  const router = useRouter()
  const [form] = Form.useForm<HouseForm>()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = async (): Promise<void> => {
    // Every step's fields stay in the form; `true` asks for those that are not on screen as well.
    const { tenant, rootKind, office, name, account, password }: HouseForm = form.getFieldsValue(true)
    setSending(true)
    setProblem(null)
    try {
      await api.setup.run({ tenant, rootKind, office, name, account, password })
      await signIn(account, password)
      queryClient.clear()
      await router.navigate({ to: '/' })
    } catch (thrown) {
      setProblem(thrown)
      setSending(false)
    }
  }
  return (
    <section className={styles.sheet}>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <SetupSteps form={form} isSending={isSending} onRun={run} />
    </section>
  )
}
