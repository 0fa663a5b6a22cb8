import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { changePassword } from '../ui/auth.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

type Passwords = { readonly current: string; readonly next: string; readonly again: string }

/** Changes one's own password; every other device is signed out. */
export const PasswordForm = ({ onChanged }: { readonly onChanged?: () => void }) => {
  const t = useWords(settingsWords)
  const notify = useNotify()
  const [form] = Form.useForm<Passwords>()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = async ({ current, next }: Passwords): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      await changePassword(current, next)
      form.resetFields()
      notify.done(t('password.changed'))
      onChanged?.()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  const needed = { required: true, message: t('password.needed') }
  return (
    <Form form={form} layout="vertical" className={styles.form ?? ''} onFinish={send} requiredMark={false}>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Form.Item name="current" label={t('password.current')} rules={[needed]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('password.new')}
        extra={t('password.rule')}
        rules={[needed, { min: 10, message: t('password.short') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['next']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: async (_, value: string) => {
              if (value && value !== getFieldValue('next')) throw new Error(t('password.differs'))
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isSending}>
        {t('password.change')}
      </Button>
    </Form>
  )
}
