import { useMemo } from 'react'
import { DiffText } from '../review/diff-text.tsx'
import { paragraphsOf } from '../review/paragraphs.ts'
import { useWords } from '../ui/i18n.ts'
import { alignParagraphs } from './align-paragraphs.ts'
import styles from './documents.module.css'
import type { Document } from './shapes.ts'
import { programmeWords } from './words.ts'

/** Two versions side by side, paragraph by paragraph; what is the same on both sides is quiet. */
export const VersionDiff = ({ before, after }: { readonly before: Document; readonly after: Document }) => {
  const t = useWords(programmeWords)
  const rows = useMemo(() => alignParagraphs(linesOf(before), linesOf(after)), [before, after])
  return (
    <div className={styles.diff}>
      <header>
        <b>{t('version', { number: before.number })}</b>
        <b>{t('version', { number: after.number })}</b>
      </header>
      {rows.map(({ key, old, fresh }) => (
        <div key={key} className={old === fresh ? styles.same : styles.changed}>
          <p>{old !== null && (fresh === null ? <del>{old}</del> : <Half old={old} fresh={fresh} show="before" />)}</p>
          <p>{fresh !== null && (old === null ? <ins>{fresh}</ins> : <Half old={old} fresh={fresh} show="after" />)}</p>
        </div>
      ))}
    </div>
  )
}

const Half = ({ old, fresh, show }: { old: string; fresh: string; show: 'before' | 'after' }) =>
  old === fresh ? fresh : <DiffText before={old} after={fresh} show={show} />

const linesOf = ({ text, span, title }: Document): readonly string[] =>
  paragraphsOf(text, span, title).map(({ start, end }) => text.slice(start, end))
