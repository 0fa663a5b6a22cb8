import type { Item } from '@luoshi/contract/review'

/** Puts what the server says into what is shown; an older version never replaces a newer one. */
export const mergeItems = (shown: readonly Item[], arrived: readonly Item[]): readonly Item[] => {
  const newer = new Map(arrived.map(item => [item.id, item]))
  const merged = shown.map(item => {
    const other = newer.get(item.id)
    newer.delete(item.id)
    return other && other.version >= item.version ? other : item
  })
  return newer.size === 0 ? merged : [...merged, ...newer.values()]
}

/** Those of the arrived items that another person changed after what is shown. */
export const changedByOthers = (shown: readonly Item[], arrived: readonly Item[], me: string): readonly Item[] => {
  const versions = new Map(shown.map(({ id, version }) => [id, version]))
  return arrived.filter(item => item.updatedBy?.id !== me && item.version > (versions.get(item.id) ?? 0))
}
