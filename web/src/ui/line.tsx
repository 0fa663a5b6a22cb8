import type { ReactNode } from 'react'
import styles from './line.module.css'

export type LineTone = 'late' | 'soon' | 'asked' | 'done' | 'plain'

type LineProps = {
  readonly tone: LineTone
  readonly what: ReactNode
  readonly which: ReactNode
  readonly until?: string
  readonly rest?: string
  /** The exact moment, shown on hover. */
  readonly exact?: string
  readonly act?: ReactNode
}

/** One thing to see to: what, for which programme, until when, and the one thing to do about it. */
export const Line = ({ tone, what, which, until = '', rest = '', exact, act }: LineProps) => (
  <li className={`${styles.line} ${tone === 'plain' ? '' : styles[tone]}`}>
    <i className={styles.bar} aria-hidden="true" />
    <div className={styles.body}>
      <div className={styles.what}>{what}</div>
      <div className={styles.which}>{which}</div>
    </div>
    <div className={styles.until} title={exact}>
      <b>{until}</b>
      <small>{rest}</small>
    </div>
    <div className={styles.act}>{act}</div>
  </li>
)

type LineGroupProps = {
  readonly title: ReactNode
  readonly count: number
  /** That there is more than the lines shown, and where. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** Lines that belong together under a heading with their number. */
export const LineGroup = ({ title, count, more, children }: LineGroupProps) => (
  <section className={styles.group}>
    <h2>
      {title} <span>{count}</span>
    </h2>
    <ul className={styles.lines}>{children}</ul>
    {more === undefined ? null : <p className={styles.more}>{more}</p>}
  </section>
)
