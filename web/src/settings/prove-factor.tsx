import { Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import type { SecondFactor } from '../ui/auth.ts'
import { downloadText } from '../ui/download-text.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

type Props = { readonly factor: SecondFactor; readonly onGo: (code: string) => Promise<void> }

/** The code to scan, the backup codes to keep, and the proof that it works before it is demanded. */
export const ProveFactor = ({ factor: { uri, backupCodes }, onGo }: Props) => {
  const t = useWords(settingsWords)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const send = async ({ code }: { readonly code: string }): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      await onGo(code.replaceAll(/\s/g, ''))
    } catch (thrown) {
      setProblem(thrown)
      setSending(false)
    }
  }
  return (
    <div className={styles.factor}>
      <div className={styles.scan}>
        <div className={styles.code}>
          <QRCode value={uri} size={168} bordered={false} color="#1F2328" bgColor="#FFFFFF" />
        </div>
        <div>
          <h4>{t('totp.scan')}</h4>
          <p className={styles.soft}>{t('totp.scan.detail')}</p>
          <p>
            {t('totp.secret')} <code>{secret}</code>
          </p>
        </div>
      </div>
      <div>
        <h4>{t('totp.backup')}</h4>
        <p className={styles.soft}>{t('totp.backup.detail')}</p>
        <ul className={styles.codes}>
          {backupCodes.map(code => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Button
          size="small"
          onClick={() => downloadText('luoshi-backup-codes.txt', backupCodes.join('\n'), 'text/plain')}
        >
          {t('totp.backup.save')}
        </Button>
      </div>
      <Form layout="vertical" className={styles.form ?? ''} onFinish={send} requiredMark={false}>
        {problem === null ? null : <ProblemNotice problem={problem} />}
        <Form.Item
          name="code"
          label={t('totp.code')}
          rules={[{ required: true, pattern: /^\s*(\d\s*){6}$/, message: t('totp.code.needed') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t('totp.finish')}
        </Button>
      </Form>
    </div>
  )
}
