import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { verifyBackupCode, verifyCode } from '../ui/auth.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import styles from './sign-in.module.css'
import { signInWords } from './words.ts'

type CodeFormProps = { readonly onDone: () => Promise<void>; readonly onBack: () => void }

/** The second factor: six digits of the authenticator, or a backup code where the phone is not at hand. */
export const CodeForm = ({ onDone, onBack }: CodeFormProps) => {
  const t = useWords(signInWords)
  const [withBackup, setWithBackup] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = async ({ code }: { readonly code: string }): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      await (withBackup ? verifyBackupCode(code.trim()) : verifyCode(code.replaceAll(/\s/g, '')))
      await onDone()
    } catch (thrown) {
      setProblem(thrown)
      setSending(false)
    }
  }
  return (
    <Form layout="vertical" onFinish={send} requiredMark={false} key={String(withBackup)}>
      <h2>{t('code.title')}</h2>
      <p className={styles.hint}>{withBackup ? t('backup.detail') : t('code.detail')}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {withBackup ? (
        <Form.Item name="code" label={t('backup')} rules={[{ required: true, message: t('backup.needed') }]}>
          <Input size="large" autoComplete="off" autoFocus />
        </Form.Item>
      ) : (
        <Form.Item
          name="code"
          label={t('code')}
          rules={[{ required: true, pattern: /^\s*(\d\s*){6}$/, message: t('code.needed') }]}
        >
          <Input
            size="large"
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            className={styles.code ?? ''}
          />
        </Form.Item>
      )}
      <Button type="primary" size="large" block htmlType="submit" loading={isSending}>
        {t('code.go')}
      </Button>
      <div className={styles.ways}>
        {withBackup ? null : (
          <Button type="link" onClick={() => setWithBackup(true)}>
            {t('code.backup')}
          </Button>
        )}
        <Button type="link" onClick={onBack}>
          {t('code.back')}
        </Button>
      </div>
    </Form>
  )
}
