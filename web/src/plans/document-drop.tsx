import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { sizeWords } from '../evidence/size-words.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './plans.module.css'
import { plansWords } from './words.ts'

type Props = { readonly file: File | null; readonly onFile: (file: File) => void; readonly onPaste: () => void }

/** Where a document is dropped, or chosen, or where one says that it will be pasted. */
export const DocumentDrop = ({ file, onFile, onPaste }: Props) => {
  const t = useWords(plansWords)
  const [over, setOver] = useState(false)
  // Where there is nothing to drag with, one is not asked to drag.
  const [hasPointer] = useState(() => matchMedia('(pointer: fine)').matches)
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped) onFile(dropped)
  }
  return (
    <section
      className={over ? `${styles.drop} ${styles.over}` : styles.drop}
      aria-label={t('drop')}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx,.pdf,.txt,.md,.markdown,.html,.htm,text/plain"
        onChange={event => {
          const chosen = event.target.files?.[0]
          if (chosen) onFile(chosen)
          event.target.value = ''
        }}
      />
      {file ? (
        <>
          <span className={styles.file}>{t('chosen', { name: file.name, size: sizeWords(file.size) })}</span>
          <Button onClick={() => input.current?.click()}>{t('change')}</Button>
        </>
      ) : (
        <>
          <h2>{hasPointer ? t('drop') : t('pick')}</h2>
          <span className={styles.soft}>{t('kinds')}</span>
          <span className={styles.ways}>
            <Button onClick={() => input.current?.click()}>{t('choose')}</Button>
            <Button onClick={onPaste}>{t('paste')}</Button>
          </span>
        </>
      )}
    </section>
  )
}
