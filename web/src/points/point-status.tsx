import type { PointRow } from '@luoshi/contract/points'
import { useWords } from '../ui/i18n.ts'
import { StandingMark } from '../ui/standing-mark.tsx'
import { Tag } from '../ui/tag.tsx'
import styles from './points.module.css'
import { pointsWords } from './words.ts'

const tones = { good: 'done', open: 'soon', late: 'late', unseen: 'plain' } as const

/** How a point stands: a shape, a word, and a colour that only helps. */
export const PointStatus = ({ point }: { readonly point: Pick<PointRow, 'status' | 'openCases'> }) => {
  const t = useWords(pointsWords)
  const { status, openCases } = point
  return (
    <span className={styles.status}>
      <Tag tone={tones[status]}>
        <StandingMark status={status} /> {t(`status.${status}`)}
      </Tag>
      {openCases > 1 ? <small className={styles.soft}>{t('status.count', { count: openCases })}</small> : null}
    </span>
  )
}
