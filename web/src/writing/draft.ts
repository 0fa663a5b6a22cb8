import * as z from 'zod/mini'

const draft = z.object({ text: z.string(), year: z.nullable(z.number()), savedAt: z.string() })
export type Draft = z.infer<typeof draft>

/** Where a person's draft is kept: who signs in on the same device has another. */
export const draftPlace = (personId: string): string => `luoshi.draft.${personId}`

/** The text on this device, kept at every pause in typing; it is nobody else's until it is handed in. */
export const readDraft = (store: Pick<Storage, 'getItem'>, personId: string): Draft | null => {
  try {
    const kept = draft.safeParse(JSON.parse(store.getItem(draftPlace(personId)) ?? 'null'))
    return kept.success ? kept.data : null
  } catch {
    return null
  }
}

/** A text that was emptied is no draft. False where the device has no room: the page says so and keeps the text on the screen. */
export const keepDraft = (store: Pick<Storage, 'setItem' | 'removeItem'>, personId: string, kept: Draft): boolean => {
  try {
    if (kept.text === '') dropDraft(store, personId)
    else store.setItem(draftPlace(personId), JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (store: Pick<Storage, 'removeItem'>, personId: string): void =>
  store.removeItem(draftPlace(personId))
