import { useEffect, useState } from 'react'
import { askServer } from '../ui/ask-server.ts'
import { signOut } from '../ui/auth.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { hasLeft, isLeft } from './who.ts'
import { fieldWords } from './words.ts'

type CountySignInProps = { readonly onProblem: (problem: unknown) => void }

/** The county's own sign-in, where it has one and there is a signal; it leads back to the phone. */
export const CountySignIn = ({ onProblem }: CountySignInProps) => {
  const t = useWords(fieldWords)
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    nameOfIt().then(setName, () => undefined)
  }, [])
  if (name === null) return null
  return (
    <button type="button" className={styles.plain} onClick={() => void goThere().catch(onProblem)}>
      {t('sign-in.single', { name })}
    </button>
  )
}

const nameOfIt = async (): Promise<string | null> => {
  const said: unknown = await (await askServer('/api/v1/setup')).json()
  const name: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'singleSignOn') : null
  return typeof name === 'string' ? name : null
}

/** Whoever left before is signed out first: coming back without having signed in there lets nobody in. */
const goThere = async (): Promise<void> => {
  if (hasLeft()) {
    await signOut()
    isLeft()
  }
  sessionStorage.setItem(awaited, 'yes')
  location.assign('/api/auth/single-sign-on?to=%2Ffield')
}

const awaited = 'luoshi.field.county'

/** Whether this page was opened on the way back from there: then whoever is signed in now is who is here. */
export const comesFromCounty = (): boolean => {
  const was = sessionStorage.getItem(awaited) !== null
  sessionStorage.removeItem(awaited)
  return was
}
