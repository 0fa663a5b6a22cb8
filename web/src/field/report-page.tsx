import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { CategoryChips } from './category-chips.tsx'
import styles from './field.module.css'
import { useField } from './field-context.tsx'
import { Page } from './page.tsx'
import { PhotoButton } from './photo-button.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import { PlaceField } from './place-field.tsx'
import { useBaggage } from './readings.ts'
import { usePhotos } from './use-photos.ts'
import { goInstead } from './use-route.ts'
import { useSpeech } from './use-speech.ts'
import { fieldWords } from './words.ts'

type Draft = {
  readonly text: string
  readonly place: string
  readonly pointId: string | null
  readonly categoryId: string | null
  readonly photos: readonly string[]
}

const empty: Draft = { text: '', place: '', pointId: null, categoryId: null, photos: [] }

/** Something wrong, seen in passing: a photo or a few words are enough, the rest helps whoever sorts it. */
export const ReportPage = ({ onSaid }: { readonly onSaid: (words: string) => void }) => {
  const t = useWords(fieldWords)
  const { acts } = useField()
  const baggage = useBaggage()
  const [draft, setDraft] = useState<Draft>(empty)
  const [isNeeded, setNeeded] = useState(false)
  const photos = usePhotos(draft.photos)
  const change = (part: Partial<Draft>): void => setDraft(before => ({ ...before, ...part }))
  const speech = useSpeech(heard => setDraft(before => ({ ...before, text: before.text + heard })))
  const unitId = baggage?.units[0]?.id ?? null

  const shoot = async (file: File): Promise<void> => {
    if (unitId === null) return
    const id = await acts.shoot({ file, unitId, name: `${t('report.title')}.jpg` })
    setDraft(before => ({ ...before, photos: [...before.photos, id] }))
  }
  const record = async (): Promise<void> => {
    const text = draft.text.trim()
    if (text === '' && draft.photos.length === 0) return setNeeded(true)
    await acts.write(at => ({
      kind: 'finding',
      finding: {
        id: acts.newId(),
        text: text === '' ? t('report.only-photo') : text,
        categoryId: draft.categoryId,
        severity: null,
        pointId: draft.pointId,
        place: draft.place.trim(),
        position: null,
        unitId,
        foundAt: at,
        photos: [...draft.photos],
      },
    }))
    onSaid(t('report.done'))
    goInstead({ page: 'home' })
  }

  return (
    <Page title={t('report.title')}>
      {/* A photo is filed by a unit; who stands for none says it in words. */}
      {unitId === null ? null : (
        <PhotoButton className={`${styles.plain} ${styles.camera}`} onPhoto={shoot}>
          {t('report.photo')} <small>{t('report.photo.sub')}</small>
        </PhotoButton>
      )}
      <PhotoStrip
        photos={photos}
        onDrop={id => {
          change({ photos: draft.photos.filter(photo => photo !== id) })
          void acts.forget(id)
        }}
      />
      <label className={styles.field}>
        {t('report.what')}
        <textarea
          rows={2}
          value={draft.text}
          placeholder={t('report.what.hint')}
          onChange={event => change({ text: event.target.value })}
        />
      </label>
      {speech.can ? (
        <button type="button" className={styles.plain} aria-pressed={speech.listening} onClick={speech.toggle}>
          {speech.listening ? t('note.listening') : t('note.speak')}
        </button>
      ) : null}
      <PlaceField place={draft.place} pointId={draft.pointId} onChange={change} />
      <CategoryChips chosen={draft.categoryId} onChoose={categoryId => change({ categoryId })} />
      <div className={styles.foot}>
        {isNeeded ? <p role="alert">{t('report.needed')}</p> : null}
        <button type="button" className={styles.seal} onClick={record}>
          {t('report.send')}
        </button>
      </div>
    </Page>
  )
}
