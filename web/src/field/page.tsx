import type { ReactNode } from 'react'
import { useWords } from '../ui/i18n.ts'
import { useTitle } from '../ui/use-title.ts'
import styles from './field.module.css'
import { fieldWords } from './words.ts'

type PageProps = {
  readonly title: string
  readonly act?: ReactNode
  /** Where the arrow leads; without it, back to where one came from. */
  readonly onBack?: () => void
  readonly children: ReactNode
}

/** A page of the phone below the home page: an arrow back, what it is, and at most one act. */
export const Page = ({ title, act, onBack = () => history.back(), children }: PageProps) => {
  const t = useWords(fieldWords)
  useTitle(title)
  return (
    <>
      <header className={styles.head}>
        <button type="button" className={styles.back} aria-label={t('back')} onClick={onBack}>
          ‹
        </button>
        <h1>{title}</h1>
        {act}
      </header>
      <main className={styles.body}>{children}</main>
    </>
  )
}
