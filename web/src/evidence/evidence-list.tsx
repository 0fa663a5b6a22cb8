import { FileOutlined, FileTextOutlined } from '@ant-design/icons'
import type { Evidence } from '@luoshi/contract/evidence'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './evidence.module.css'
import { sizeWords } from './size-words.ts'
import { Withdraw } from './withdraw.tsx'
import { evidenceWords } from './words.ts'

/** Evidence as filed: photos as pictures, files by name, texts in full; each says who added it and when. */
export const EvidenceList = ({ evidence }: { readonly evidence: readonly Evidence[] }) => {
  const t = useWords(evidenceWords)
  if (evidence.length === 0) return <p className={styles.hint}>{t('none')}</p>
  return (
    <ul className={styles.gallery}>
      {evidence.map(piece => (
        <Piece key={piece.id} evidence={piece} />
      ))}
    </ul>
  )
}

const Piece = ({ evidence }: { readonly evidence: Evidence }) => {
  const t = useWords(evidenceWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  const { name, kind, text, bytes, url, thumbnailUrl, addedBy, addedAt } = evidence
  const by = (
    <small title={exactWords(addedAt)}>{t('by', { who: addedBy.name, when: pastWords(said, addedAt, now) })}</small>
  )
  if (kind === 'text' || url === null) {
    return (
      <li className={styles.note}>
        <FileTextOutlined aria-hidden="true" />
        <div>
          <p>{text ?? name}</p>
          {by}
          <Withdraw evidence={evidence} />
        </div>
      </li>
    )
  }
  return (
    <li>
      <a href={url} target="_blank" rel="noreferrer" title={t('open', { name })}>
        {thumbnailUrl === null ? (
          <span className={styles.sheet}>
            <FileOutlined aria-hidden="true" />
          </span>
        ) : (
          <img src={thumbnailUrl} alt={name} loading="lazy" />
        )}
        <span>{name}</span>
      </a>
      {by}
      {bytes === null ? null : <small>{sizeWords(bytes)}</small>}
      <Withdraw evidence={evidence} />
    </li>
  )
}
