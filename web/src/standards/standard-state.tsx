import type { StandardRow } from '@luoshi/contract/standards'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './standards.module.css'
import { standardsWords } from './words.ts'

type Told = Pick<StandardRow, 'current' | 'hasDraft' | 'isPublic' | 'archivedAt'>

/** Which version holds, whether another is being written, and whether everybody may read it. */
export const StandardState = ({ standard }: { readonly standard: Told }) => {
  const t = useWords(standardsWords)
  const { current, hasDraft, isPublic, archivedAt } = standard
  return (
    <span className={styles.tags}>
      {current === null ? (
        <Tag>{t('version.none')}</Tag>
      ) : (
        <Tag tone="done">{t('version.current', { number: current })}</Tag>
      )}
      {hasDraft ? <Tag tone="soon">{t('version.draft')}</Tag> : null}
      {current !== null && isPublic && archivedAt === null ? <Tag tone="info">{t('version.public')}</Tag> : null}
      {archivedAt === null ? null : <Tag>{t('version.archived')}</Tag>}
    </span>
  )
}
