import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { CategoryChips } from './category-chips.tsx'
import { DraftLine } from './draft-line.tsx'
import styles from './field.module.css'
import { useField } from './field-context.tsx'
import { FormTools } from './form-tools.tsx'
import { Page } from './page.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import { PlaceField } from './place-field.tsx'
import { useBaggage } from './readings.ts'
import { mostNote, mostPhotos } from './said-at-most.ts'
import { type DraftForm, useDraft } from './use-draft.ts'
import { usePhotos } from './use-photos.ts'
import { goInstead } from './use-route.ts'
import { fieldWords } from './words.ts'

type Draft = {
  readonly text: string
  readonly place: string
  readonly pointId: string | null
  readonly categoryId: string | null
  readonly photos: readonly string[]
}

const blank: Draft = { text: '', place: '', pointId: null, categoryId: null, photos: [] }

/** Something wrong, seen in passing: a photo or a few words are enough, the rest helps whoever sorts it. */
export const ReportPage = ({ onSaid }: { readonly onSaid: (words: string) => void }) => {
  const t = useWords(fieldWords)
  const form = useDraft('report', blank)
  return (
    <Page title={t('report.title')}>
      {form.value === undefined ? null : <ReportForm form={form} draft={form.value} onSaid={onSaid} />}
    </Page>
  )
}

type ReportFormProps = {
  readonly form: DraftForm<Draft>
  readonly draft: Draft
  readonly onSaid: (words: string) => void
}

const ReportForm = ({ form, draft, onSaid }: ReportFormProps) => {
  const t = useWords(fieldWords)
  const { acts } = useField()
  const { unitId, categories } = useBaggageHere()
  const [isNeeded, setNeeded] = useState(false)
  const photos = usePhotos(draft.photos)
  const change = (part: Partial<Draft>): void => form.change(() => part)

  const shoot = async (file: File): Promise<void> => {
    if (unitId === null) return
    const id = await acts.shoot({ file, unitId, name: `${t('report.title')}.jpg` })
    form.change(before => ({ photos: [...before.photos, id] }))
  }
  const startAnew = async (): Promise<void> => {
    await Promise.all(draft.photos.map(acts.forget))
    await form.drop()
  }
  const record = async (): Promise<void> => {
    const { categoryId, pointId, place, photos: taken } = draft
    const text = draft.text.trim()
    if (text === '' && taken.length === 0) return setNeeded(true)
    // Whoever only takes a photo has said what it is by the kind they chose.
    const said = text || categories.find(({ id }) => id === categoryId)?.name || t('report.only-photo')
    await acts.write(at => ({
      kind: 'finding',
      finding: {
        id: acts.newId(),
        text: said,
        categoryId,
        severity: null,
        pointId,
        place: place.trim(),
        position: null,
        unitId,
        foundAt: at,
        photos: [...taken],
      },
    }))
    await form.drop()
    onSaid(t('report.done'))
    goInstead({ page: 'home' })
  }

  return (
    <>
      {form.isFound ? <DraftLine onDrop={startAnew} /> : null}
      <PhotoStrip
        photos={photos}
        onDrop={id => {
          form.change(before => ({ photos: before.photos.filter(photo => photo !== id) }))
          void acts.forget(id)
        }}
      />
      <label className={styles.field}>
        {t('report.what')}
        <textarea
          rows={2}
          maxLength={mostNote}
          value={draft.text}
          placeholder={t('report.what.hint')}
          onChange={event => change({ text: event.target.value })}
        />
      </label>
      <PlaceField place={draft.place} pointId={draft.pointId} onChange={change} />
      <CategoryChips chosen={draft.categoryId} onChoose={categoryId => change({ categoryId })} />
      <div className={styles.foot}>
        {isNeeded ? <p role="alert">{t('report.needed')}</p> : null}
        {/* A photo is filed by a unit; who stands for none says it in words. */}
        <FormTools
          photoLabel={t('report.photo')}
          onPhoto={unitId !== null && draft.photos.length < mostPhotos ? shoot : null}
          onHeard={heard => form.change(before => ({ text: before.text + heard }))}
        />
        <button type="button" className={styles.seal} onClick={record}>
          {t('report.send')}
        </button>
      </div>
    </>
  )
}

const useBaggageHere = () => {
  const baggage = useBaggage()
  return { unitId: baggage?.units[0]?.id ?? null, categories: baggage?.categories ?? [] }
}
