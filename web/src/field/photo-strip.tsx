import { useEffect, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './photo-strip.module.css'
import { fieldWords } from './words.ts'

export type KeptPhoto = { readonly id: string; readonly blob: Blob | null }

type PhotoStripProps = { readonly photos: readonly KeptPhoto[]; readonly onDrop?: (id: string) => void }

/** The photos taken so far, each to be dropped again. A photo that was sent and freed shows as an empty frame. */
export const PhotoStrip = ({ photos, onDrop }: PhotoStripProps) => {
  const t = useWords(fieldWords)
  if (photos.length === 0) return null
  return (
    <div className={styles.strip}>
      {photos.map(({ id, blob }, at) => (
        <figure key={id}>
          <Picture blob={blob} name={t('photo.of', { at: at + 1 })} />
          {onDrop === undefined ? null : (
            <button type="button" aria-label={t('photo.drop')} onClick={() => onDrop(id)}>
              <i aria-hidden="true">×</i>
            </button>
          )}
        </figure>
      ))}
    </div>
  )
}

const Picture = ({ blob, name }: { readonly blob: Blob | null; readonly name: string }) => {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (blob === null) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return <img src={url} alt={name} />
}
