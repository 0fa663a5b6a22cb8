import { type FormEvent, useState } from 'react'
import { owesPassword, signIn, verifyCode } from '../ui/auth.ts'
import { useWords } from '../ui/i18n.ts'
import { asProblem } from '../ui/problem.ts'
import { CountySignIn } from './county-sign-in.tsx'
import styles from './field.module.css'
import { fieldWords } from './words.ts'

type SignInPageProps = {
  /** Said above: why one is asked again, and what happens to what is not sent. */
  readonly lead: string
  readonly onDone: () => Promise<void>
  /** Where one may go on without signing in. */
  readonly onLater?: () => void
}

/** One sign-in, as on the desk; after it the phone works without a signal. */
export const SignInPage = ({ lead, onDone, onLater }: SignInPageProps) => {
  const t = useWords(fieldWords)
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const said = (name: string): string => String(given.get(name) ?? '').trim()
    setSending(true)
    setProblem(null)
    try {
      const codeWanted = step === 'password' && (await signIn(said('account'), said('password'))).codeWanted
      if (step === 'code') await verifyCode(said('code').replaceAll(/\s/g, ''))
      if (codeWanted) setStep('code')
      else if (await owesPassword()) location.assign('/')
      else await onDone()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }

  const shown = problem === null ? null : asProblem(problem)
  return (
    <main className={styles.whole}>
      <form className={styles.body} onSubmit={send}>
        <h1 className={styles.mark}>
          <i aria-hidden="true">落</i>落实 · {t('title')}
        </h1>
        <p className={styles.lead}>{lead}</p>
        {shown === null ? null : (
          <div className={styles.notice} role="alert">
            <b>{shown.message}</b>
            {shown.detail}
          </div>
        )}
        {step === 'password' ? (
          <>
            <label className={styles.field}>
              {t('sign-in.account')}
              <input name="account" required autoComplete="username" autoCapitalize="off" spellCheck={false} />
            </label>
            <label className={styles.field}>
              {t('sign-in.password')}
              <input name="password" type="password" required autoComplete="current-password" />
            </label>
          </>
        ) : (
          <label className={styles.field}>
            {t('sign-in.code')}（{t('sign-in.code.hint')}）
            <input name="code" required inputMode="numeric" autoComplete="one-time-code" pattern="\s*(\d\s*){6}" />
          </label>
        )}
        <button type="submit" className={styles.seal} disabled={isSending}>
          {t('sign-in.go')}
        </button>
        {step === 'password' ? <CountySignIn onProblem={setProblem} /> : null}
        {onLater === undefined ? null : (
          <button type="button" className={styles.plain} onClick={onLater}>
            {t('sign-in.later')}
          </button>
        )}
      </form>
    </main>
  )
}
