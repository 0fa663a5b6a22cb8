import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type EmptyStateProps = {
  readonly title: string
  /** What will appear here, and how to begin. */
  readonly children?: ReactNode
  readonly act?: ReactNode
}

/** In the place of a list that holds nothing yet. */
export const EmptyState = ({ title, children, act }: EmptyStateProps) => (
  <section className={styles.empty}>
    <h2>{title}</h2>
    {children === undefined ? null : <p>{children}</p>}
    {act === undefined ? null : <div className={styles.act}>{act}</div>}
  </section>
)
