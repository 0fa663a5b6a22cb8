import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { uiWords } from '../ui/words.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

type Props = { readonly onGo: (password: string) => Promise<void>; readonly onCancel: () => void }

/** Asks for the password again before something that matters. */
export const ProvePassword = ({ onGo, onCancel }: Props) => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = async ({ password }: { readonly password: string }): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      await onGo(password)
    } catch (thrown) {
      setProblem(thrown)
      setSending(false)
    }
  }
  return (
    <Form layout="vertical" className={styles.form ?? ''} onFinish={send} requiredMark={false}>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Form.Item
        name="password"
        label={t('totp.password')}
        rules={[{ required: true, message: t('totp.password.needed') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <div className={styles.acts}>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t('totp.go')}
        </Button>
        <Button onClick={onCancel}>{said('cancel')}</Button>
      </div>
    </Form>
  )
}
