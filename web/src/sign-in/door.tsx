import type { ReactNode } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './sign-in.module.css'
import { signInWords } from './words.ts'

/** The sheet of paper on which one signs in, with the mark above and what helps beside it. */
export const Door = ({ beside, children }: { readonly beside: ReactNode; readonly children: ReactNode }) => {
  const t = useWords(signInWords)
  return (
    <main className={styles.door}>
      <header className={styles.head}>
        <h1>
          <i aria-hidden="true">落</i>落实
        </h1>
        <p>{t('lead')}</p>
      </header>
      <div className={beside === null ? styles.alone : styles.two}>
        <section className={styles.sheet}>{children}</section>
        {beside}
      </div>
    </main>
  )
}
