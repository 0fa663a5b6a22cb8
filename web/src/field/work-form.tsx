import { useState } from 'react'
import { DraftLine } from './draft-line.tsx'
import styles from './field.module.css'
import { useField } from './field-context.tsx'
import { FormTools } from './form-tools.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import { mostNote, mostPhotos } from './said-at-most.ts'
import { useDraft } from './use-draft.ts'
import { usePhotos } from './use-photos.ts'

export type WorkDone = { readonly note: string; readonly photos: readonly string[] }

type WorkFormProps = {
  /** What the unfinished form is kept under. */
  readonly draft: string
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

const blank: WorkDone = { note: '', photos: [] }

/** A photo and a few words, both optional, and one tap to say that it is done. */
export const WorkForm = ({ draft: key, unitId, noteLabel, photoLabel, acts: offered }: WorkFormProps) => {
  const { acts } = useField()
  const form = useDraft(key, blank)
  const [refusal, setRefusal] = useState('')
  const { note, photos } = form.value ?? blank
  const kept = usePhotos(photos)
  const shoot = async (file: File): Promise<void> => {
    const id = await acts.shoot({ file, unitId, name: `${photoLabel}.jpg` })
    form.change(before => ({ photos: [...before.photos, id] }))
  }
  const forget = (ids: readonly string[]): Promise<unknown> => Promise.all(ids.map(acts.forget))
  if (form.value === undefined) return null
  return (
    <>
      {form.isFound ? <DraftLine onDrop={() => void forget(photos).then(form.drop)} /> : null}
      <PhotoStrip
        photos={kept}
        onDrop={id => {
          form.change(before => ({ photos: before.photos.filter(each => each !== id) }))
          void acts.forget(id)
        }}
      />
      <label className={styles.field}>
        {noteLabel}
        <textarea
          rows={2}
          maxLength={mostNote}
          value={note}
          onChange={({ target }) => form.change(() => ({ note: target.value }))}
        />
      </label>
      <div className={styles.foot}>
        {refusal === '' ? null : <p role="alert">{refusal}</p>}
        <FormTools
          photoLabel={photoLabel}
          onPhoto={photos.length < mostPhotos ? shoot : null}
          onHeard={heard => form.change(before => ({ note: before.note + heard }))}
        />
        <div className={offered.length > 1 ? styles.two : ''}>
          {offered.map(({ name, isFirst, needs, onDone }) => (
            <button
              key={name}
              type="button"
              className={isFirst ? styles.seal : styles.plain}
              style={{ width: '100%' }}
              onClick={async () => {
                if (needs !== undefined && note.trim() === '') return setRefusal(needs)
                await onDone({ note: note.trim(), photos })
                await form.drop()
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
