import { type ReactNode, useId, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { fieldWords } from './words.ts'

type PhotoButtonProps = {
  readonly className?: string | undefined
  /** Keeps it. On an old phone that takes a moment, in which no second one is asked for. */
  readonly onPhoto: (file: File) => Promise<void>
  readonly children: ReactNode
}

/** Opens the phone's camera, or its pictures where there is none. */
export const PhotoButton = ({ className, onPhoto, children }: PhotoButtonProps) => {
  const t = useWords(fieldWords)
  const id = useId()
  const [isKeeping, setKeeping] = useState(false)
  const keep = async (file: File): Promise<void> => {
    setKeeping(true)
    try {
      await onPhoto(file)
    } finally {
      setKeeping(false)
    }
  }
  return (
    <label htmlFor={id} className={className}>
      {isKeeping ? t('photo.keeping') : children}
      <input
        id={id}
        className="only-heard"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={isKeeping}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) void keep(file)
          target.value = ''
        }}
      />
    </label>
  )
}
