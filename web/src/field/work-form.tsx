import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { useField } from './field-context.tsx'
import { PhotoButton } from './photo-button.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import { usePhotos } from './use-photos.ts'
import { useSpeech } from './use-speech.ts'
import { fieldWords } from './words.ts'

export type WorkDone = { readonly note: string; readonly photos: readonly string[] }

type WorkFormProps = {
  readonly unitId: string
  readonly noteLabel: string
  readonly photoLabel: string
  readonly acts: readonly {
    readonly name: string
    readonly isFirst: boolean
    /** Whether words are needed, and what to say when there are none. */
    readonly needs?: string
    readonly onDone: (done: WorkDone) => Promise<void>
  }[]
}

/** A photo and a few words, both optional, and one tap to say that it is done. */
export const WorkForm = ({ unitId, noteLabel, photoLabel, acts: offered }: WorkFormProps) => {
  const t = useWords(fieldWords)
  const { acts } = useField()
  const [note, setNote] = useState('')
  const [ids, setIds] = useState<readonly string[]>([])
  const [refusal, setRefusal] = useState('')
  const photos = usePhotos(ids)
  const speech = useSpeech(heard => setNote(before => before + heard))
  const shoot = async (file: File): Promise<void> => {
    const id = await acts.shoot({ file, unitId, name: `${photoLabel}.jpg` })
    setIds(before => [...before, id])
  }
  return (
    <>
      <PhotoButton className={styles.plain} onPhoto={shoot}>
        {photoLabel} <small>{t('report.photo.sub')}</small>
      </PhotoButton>
      <PhotoStrip
        photos={photos}
        onDrop={id => {
          setIds(before => before.filter(each => each !== id))
          void acts.forget(id)
        }}
      />
      <label className={styles.field}>
        {noteLabel}
        <textarea rows={2} value={note} onChange={event => setNote(event.target.value)} />
      </label>
      {speech.can ? (
        <button type="button" className={styles.plain} aria-pressed={speech.listening} onClick={speech.toggle}>
          {speech.listening ? t('note.listening') : t('note.speak')}
        </button>
      ) : null}
      <div className={styles.foot}>
        {refusal === '' ? null : <p role="alert">{refusal}</p>}
        <div className={offered.length > 1 ? styles.two : ''}>
          {offered.map(({ name, isFirst, needs, onDone }) => (
            <button
              key={name}
              type="button"
              className={isFirst ? styles.seal : styles.plain}
              style={{ width: '100%' }}
              onClick={() => {
                if (needs !== undefined && note.trim() === '') setRefusal(needs)
                else void onDone({ note: note.trim(), photos: ids })
              }}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
    </>
  )
}
