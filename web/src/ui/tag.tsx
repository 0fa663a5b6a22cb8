import type { ReactNode } from 'react'
import styles from './tag.module.css'

type TagProps = { readonly tone?: 'late' | 'soon' | 'done' | 'info' | 'plain'; readonly children: ReactNode }

/** A word beside a thing; the word says it, the colour only helps. */
export const Tag = ({ tone = 'plain', children }: TagProps) => (
  <span className={`${styles.tag} ${tone === 'plain' ? '' : styles[tone]}`}>{children}</span>
)
