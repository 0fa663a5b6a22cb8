import styles from './programmes.module.css'

type Props = { readonly total: number; readonly confirmed: number; readonly submitted: number; readonly late: number }

/** How much is done, waits to be confirmed, and is late, of all there is. The numbers stand beside it in words. */
export const ProgressBar = ({ total, confirmed, submitted, late }: Props) => (
  <span className={styles.track} aria-hidden>
    {total > 0 && (
      <>
        <i className={styles.isConfirmed} style={{ width: `${(confirmed / total) * 100}%` }} />
        <i className={styles.isSubmitted} style={{ width: `${(submitted / total) * 100}%` }} />
        <i
          className={styles.isLate}
          style={{ width: `${(Math.min(late, total - confirmed - submitted) / total) * 100}%` }}
        />
      </>
    )}
  </span>
)
