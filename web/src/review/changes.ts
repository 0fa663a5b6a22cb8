import type { Item } from '@luoshi/contract/review'
import type { ItemFace, Step } from './history.ts'

/** What a person may do to an item; what is left out stays as it is. */
export type Change = { readonly state?: ItemFace['state']; readonly content?: Readonly<Record<string, unknown>> }

export const faceOf = ({ state, content }: Item): ItemFace => ({ state, content })

/** The item as it will be once the change is saved. */
export const changed = (item: Item, change: Change): Item => ({
  ...item,
  state: change.state ?? item.state,
  content: change.content ?? item.content,
  edited: item.edited || change.content !== undefined,
})

export const stepOf = (item: Item, change: Change): Step => ({
  on: 'item',
  id: item.id,
  before: faceOf(item),
  after: faceOf(changed(item, change)),
})

/** The least that has to be written so that the item shows this face. */
export const changeTo = (item: Item, face: ItemFace): Change => ({
  ...(face.state === item.state ? {} : { state: face.state }),
  ...(face.content === item.content ? {} : { content: face.content }),
})
