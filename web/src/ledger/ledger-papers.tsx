import type { LedgerItem } from '@luoshi/contract/ledger'
import { useWords } from '../ui/i18n.ts'
import styles from './ledger.module.css'
import { ledgerWords } from './words.ts'

type Paper = LedgerItem['units'][number]['papers'][number]

/** What one unit has brought for one thing: pictures to be seen, files to be opened, texts to be read on the spot. */
export const LedgerPapers = ({ papers }: { readonly papers: readonly Paper[] }) => {
  const t = useWords(ledgerWords)
  return (
    <ul className={styles.papers}>
      {papers.map(paper => (
        <li key={paper.id}>
          <PaperItself paper={paper} />
          {paper.validUntil === null ? null : <small>{t('until', { day: paper.validUntil })}</small>}
        </li>
      ))}
    </ul>
  )
}

const PaperItself = ({ paper: { name, url, text, thumbnailUrl } }: { readonly paper: Paper }) => {
  if (text !== null)
    return (
      <details>
        <summary>{name}</summary>
        {text}
      </details>
    )
  if (url === null) return <span>{name}</span>
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {thumbnailUrl === null ? null : <img src={thumbnailUrl} alt="" loading="lazy" />}
      {name}
    </a>
  )
}
