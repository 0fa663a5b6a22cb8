import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { askCarried } from '../offline/field-wire.ts'
import { NewVersion } from '../offline/new-version.tsx'
import { signOut } from '../ui/auth.ts'
import { useWords } from '../ui/i18n.ts'
import { comesFromCounty } from './county-sign-in.tsx'
import styles from './field.module.css'
import { FieldProvider } from './field-context.tsx'
import { FieldPages } from './field-pages.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { type Started, startField } from './start-field.ts'
import { StateBar } from './state-bar.tsx'
import { useRoute } from './use-route.ts'
import { hasLeft, isLeft, lastWho, leave, rememberWho, type Who } from './who.ts'
import { fieldWords } from './words.ts'

/** The phone's front door: who is here, what is not sent yet, and the page. Without a signal it opens as with one. */
export const FieldApp = () => {
  const t = useWords(fieldWords)
  const [who, setWho] = useState<Who | null>(lastWho)
  const [hasRoom, setRoom] = useState(true)
  const [started, setStarted] = useState<Started | null>(null)
  useEffect(() => {
    if (who === null) return
    const begun = startField(who, setRoom)
    setStarted(begun)
    return () => {
      setStarted(null)
      begun.stop()
    }
  }, [who])

  const arrive = useCallback(async (): Promise<void> => {
    const reply = await askCarried()
    if (reply.kind !== 'answer') return
    isLeft()
    rememberWho(reply.value.person)
    setWho(before => (before?.id === reply.value.person.id ? { ...reply.value.person } : reply.value.person))
  }, [])
  // Whoever comes from the desk is signed in already; whoever has left is not let in again by the session they had.
  useEffect(() => {
    if (comesFromCounty()) return void arrive()
    if (who !== null) return
    if (hasLeft()) void signOut().catch(() => undefined)
    else void arrive()
  }, [who, arrive])

  if (who !== null && started === null) return null
  if (started === null)
    return (
      <div className={styles.app}>
        <SignInPage lead={navigator.onLine ? t('sign-in.lead') : t('sign-in.offline')} onDone={arrive} />
      </div>
    )
  return (
    <FieldProvider field={started.field}>
      <div className={styles.app}>
        <Inside
          started={started}
          hasRoom={hasRoom}
          onArrive={arrive}
          onLeave={() => {
            leave()
            setWho(null)
          }}
        />
      </div>
    </FieldProvider>
  )
}

type InsideProps = {
  readonly started: Started
  readonly hasRoom: boolean
  readonly onArrive: () => Promise<void>
  readonly onLeave: () => void
}

const Inside = ({ started: { sync, phone }, hasRoom, onArrive, onLeave }: InsideProps) => {
  const t = useWords(fieldWords)
  const state = useSyncExternalStore(sync.subscribe, sync.state)
  const route = useRoute()
  const [isSigningIn, setSigningIn] = useState(false)
  if (isSigningIn)
    return (
      <SignInPage
        lead={t('state.sign-in')}
        onLater={() => setSigningIn(false)}
        onDone={async () => {
          await onArrive()
          setSigningIn(false)
        }}
      />
    )
  return (
    <>
      {state === 'signed-out' ? (
        <div role="status">
          <button type="button" className={styles.state} data-tone="look" onClick={() => setSigningIn(true)}>
            <i aria-hidden="true">!</i>
            <span>{t('state.sign-in')}</span>
          </button>
        </div>
      ) : (
        <StateBar sync={sync} />
      )}
      {hasRoom ? null : (
        <div role="alert" className={`${styles.notice} ${styles.full}`}>
          <b>{t('state.full')}</b>
          {t('state.full.detail')}
        </div>
      )}
      <FieldPages sync={sync} phone={phone} onLeave={onLeave} />
      <div hidden={route.page !== 'home'}>
        <NewVersion door="field" />
      </div>
    </>
  )
}
