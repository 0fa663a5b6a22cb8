import { useEffect, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './photo-strip.module.css'
import { fieldWords } from './words.ts'

export type KeptPhoto = { readonly id: string; readonly blob: Blob | null }

type PhotoStripProps = { readonly photos: readonly KeptPhoto[]; readonly onDrop?: (id: string) => void }

/** The photos taken so far, each to be dropped again. A photo that was sent and freed, or taken on another phone, shows as a frame. */
export const PhotoStrip = ({ photos, onDrop }: PhotoStripProps) => {
  const t = useWords(fieldWords)
  const strip = useRef<HTMLDivElement>(null)
  const count = photos.length
  // The photo just taken is the one to be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there is another one
  useEffect(() => {
    void strip.current?.scrollTo({ left: strip.current.scrollWidth })
  }, [count])
  if (count === 0) return null
  return (
    <div ref={strip} className={styles.strip}>
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
  const t = useWords(fieldWords)
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (blob === null) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  if (blob === null)
    return (
      <span className={styles.sent} role="img" aria-label={name}>
        {t('photo.sent')}
      </span>
    )
  // Without a picture yet, an image would show as broken.
  return url === undefined ? null : <img src={url} alt={name} />
}
