import type { FieldDatabase } from './field-database.ts'
import { isFull } from './is-full.ts'

/**
 * Forms that are not finished, as they stand: each tap and each character is kept at once, so that a phone that dies in the middle has
 * them when it is opened again. Where the phone has no room, `onFull` is told and what was kept before stays.
 */
export type FormDrafts = {
  readonly read: (key: string) => Promise<unknown>
  readonly keep: (key: string, value: unknown) => void
  readonly drop: (key: string) => Promise<void>
  /** Those whose key begins so, with what follows it. */
  readonly under: (prefix: string) => Promise<readonly { readonly rest: string; readonly value: unknown }[]>
}

export const formDrafts = ({ drafts }: FieldDatabase, onFull: () => void): FormDrafts => ({
  read: async key => (await drafts.get(key))?.value,
  keep: (key, value) => {
    drafts.put({ key, value }).catch(thrown => (isFull(thrown) ? onFull() : reportError(thrown)))
  },
  drop: key => drafts.delete(key),
  under: async prefix => {
    const found = await drafts.where('key').startsWith(prefix).toArray()
    return found.map(({ key, value }) => ({ rest: key.slice(prefix.length), value }))
  },
})
