import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { signIn } from '../ui/auth.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import styles from './sign-in.module.css'
import { signInWords } from './words.ts'

type Credentials = { readonly account: string; readonly password: string }

type PasswordStepProps = {
  readonly filled: Credentials
  /** What the county's own sign-in is called, where there is one; `to` is the page it leads back to. */
  readonly single: string | null
  readonly to: string
  /** Somebody has just come back from it in vain. */
  readonly refused: boolean
  readonly onDone: (reply: { readonly codeWanted: boolean }) => void
}

/** Account and password. */
export const PasswordStep = ({ filled, single, to, refused, onDone }: PasswordStepProps) => {
  const t = useWords(signInWords)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = async ({ account, password }: Credentials): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      onDone(await signIn(account.trim(), password))
    } catch (thrown) {
      setProblem(thrown)
      setSending(false)
    }
  }
  return (
    <Form layout="vertical" initialValues={filled} onFinish={send} requiredMark={false}>
      <h2>{t('title')}</h2>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {refused && problem === null && (
        <p role="alert" className={styles.refused}>
          {t('single.refused')}
        </p>
      )}
      <Form.Item name="account" label={t('account')} rules={[{ required: true, message: t('account.needed') }]}>
        <Input size="large" autoComplete="username" autoCapitalize="off" spellCheck={false} autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('password.needed') }]}>
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" size="large" block htmlType="submit" loading={isSending}>
        {t('go')}
      </Button>
      {single !== null && (
        <Button
          size="large"
          block
          href={`/api/auth/single-sign-on?to=${encodeURIComponent(to)}`}
          className={styles.single ?? ''}
        >
          {t('single.go', { name: single })}
        </Button>
      )}
      <p className={styles.hint}>{t('forgotten')}</p>
    </Form>
  )
}
