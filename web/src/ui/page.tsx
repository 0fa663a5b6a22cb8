import type { ReactNode } from 'react'
import styles from './page.module.css'
import { useTitle } from './use-title.ts'

type PageProps = {
  /** What the tab of the browser says; the heading too, unless `heading` says otherwise. */
  readonly title: string
  readonly heading?: ReactNode
  readonly sub?: ReactNode
  readonly acts?: ReactNode
  readonly width?: 'narrow' | 'normal' | 'wide'
  readonly children: ReactNode
}

/** A page of the desk: its title, a sentence under it, what one may do, and the rest. */
export const Page = ({ title, heading, sub, acts, width = 'normal', children }: PageProps) => {
  useTitle(title)
  return (
    <div className={`${styles.page} ${width === 'normal' ? '' : styles[width]}`}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{heading ?? title}</h1>
          {sub === undefined ? null : <p className={styles.sub}>{sub}</p>}
        </div>
        {acts === undefined ? null : <div className={styles.acts}>{acts}</div>}
      </header>
      {children}
    </div>
  )
}
