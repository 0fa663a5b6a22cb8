import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { disableSecondFactor, enableSecondFactor, type SecondFactor, verifyCode } from '../ui/auth.ts'
import { useWords } from '../ui/i18n.ts'
import { meOptions, useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { ProveFactor } from './prove-factor.tsx'
import { ProvePassword } from './prove-password.tsx'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'password'; readonly to: 'on' | 'off' }
  | { readonly at: 'scan'; readonly factor: SecondFactor }

/** Turns the second factor on (password, scan, prove) or off (password). */
export const SecondFactorPart = () => {
  const t = useWords(settingsWords)
  const notify = useNotify()
  const queryClient = useQueryClient()
  const { secondFactor } = useMe()
  const [step, setStep] = useState<Step>({ at: 'rest' })
  const finish = async (says: string): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: meOptions().queryKey })
    setStep({ at: 'rest' })
    notify.done(says)
  }
  const withPassword = async (to: 'on' | 'off', password: string): Promise<void> => {
    if (to === 'on') return setStep({ at: 'scan', factor: await enableSecondFactor(password) })
    await disableSecondFactor(password)
    await finish(t('totp.disabled'))
  }
  const prove = async (code: string): Promise<void> => {
    await verifyCode(code)
    await finish(t('totp.enabled'))
  }
  if (step.at === 'password') {
    return <ProvePassword onGo={password => withPassword(step.to, password)} onCancel={() => setStep({ at: 'rest' })} />
  }
  if (step.at === 'scan') return <ProveFactor factor={step.factor} onGo={prove} />
  return (
    <>
      <p className={styles.soft}>{secondFactor ? t('totp.on') : t('totp.off')}</p>
      <Button onClick={() => setStep({ at: 'password', to: secondFactor ? 'off' : 'on' })}>
        {secondFactor ? t('totp.disable') : t('totp.enable')}
      </Button>
    </>
  )
}
