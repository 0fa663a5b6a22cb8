import * as z from 'zod/mini'

const draft = z.object({ text: z.string(), year: z.nullable(z.number()), savedAt: z.string() })
export type Draft = z.infer<typeof draft>

const KEY = 'luoshi.draft'

/** The text on this device, kept at every pause in typing; it is nobody else's until it is handed in. */
export const readDraft = (store: Pick<Storage, 'getItem'>): Draft | null => {
  try {
    const kept = draft.safeParse(JSON.parse(store.getItem(KEY) ?? 'null'))
    return kept.success ? kept.data : null
  } catch {
    return null
  }
}

/** False where the device has no room: the page says so and keeps the text on the screen. */
export const keepDraft = (store: Pick<Storage, 'setItem'>, kept: Draft): boolean => {
  try {
    store.setItem(KEY, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (store: Pick<Storage, 'removeItem'>): void => store.removeItem(KEY)
