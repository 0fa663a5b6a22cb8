import { useMemo } from 'react'
import styles from './diff-text.module.css'
import { diffWords } from './word-diff.ts'

type Props = { readonly before: string; readonly after: string; readonly show: 'before' | 'after' }

/** One of two sentences, with what is only in it marked. */
export const DiffText = ({ before, after, show }: Props) => {
  const pieces = useMemo(() => diffWords(before, after), [before, after])
  const own = show === 'before' ? 'gone' : 'new'
  const places = pieces.map((piece, index) => ({ ...piece, key: `${index}${piece.what}` }))
  return places
    .filter(({ what }) => what === 'same' || what === own)
    .map(({ what, text, key }) =>
      what === 'same' ? (
        <span key={key}>{text}</span>
      ) : what === 'gone' ? (
        <del key={key} className={styles.gone}>
          {text}
        </del>
      ) : (
        <ins key={key} className={styles.new}>
          {text}
        </ins>
      ),
    )
}
