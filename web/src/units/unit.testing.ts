import type { Unit } from '@luoshi/contract/units'

/** A unit as the server lists it, under another or at the top. */
export const aUnit = (
  name: string,
  parent: Unit | null,
  kind: Unit['kind'] = 'community',
  more: Partial<Unit> = {},
): Unit => ({
  id: name,
  parentId: parent?.id ?? null,
  kind,
  name,
  shortName: null,
  aliases: [],
  path: parent === null ? name : `${parent.path}.${name}`,
  depth: parent === null ? 0 : parent.depth + 1,
  archived: false,
  people: 0,
  version: 1,
  actions: [],
  ...more,
})
