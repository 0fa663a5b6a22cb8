import { type ReactNode, useId } from 'react'

type PhotoButtonProps = {
  readonly className?: string | undefined
  readonly onPhoto: (file: File) => void
  readonly children: ReactNode
}

/** Opens the phone's camera, or its pictures where there is none. */
export const PhotoButton = ({ className, onPhoto, children }: PhotoButtonProps) => {
  const id = useId()
  return (
    <label htmlFor={id} className={className}>
      {children}
      <input
        id={id}
        className="only-heard"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) onPhoto(file)
          target.value = ''
        }}
      />
    </label>
  )
}
