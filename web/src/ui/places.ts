export type Position = { readonly longitude: number; readonly latitude: number }

/** How what lies there stands: late and in hand want somebody, unseen is unknown, good is good. */
export const standings = ['late', 'open', 'unseen', 'good'] as const
export type Standing = (typeof standings)[number]

export type Place = {
  readonly id: string
  readonly name: string
  readonly status: Standing
  readonly position: Position
}

/** A name that tells where one is looking; those of more come first where not all have room. */
export type PlaceName = { readonly name: string; readonly count: number; readonly position: Position }

/** Where pictures of the ground come from; null where maps are drawn on paper. */
export type Tiles = { readonly url: string; readonly attribution: string } | null

/** What needs somebody first; the order of the list among equals. */
export const worstFirst = <T extends Pick<Place, 'status'>>(places: readonly T[]): readonly T[] =>
  standings.flatMap(status => places.filter(place => place.status === status))

/** West, south, east, north of all of them, with a little room; a single place is seen from above its street. */
export const boundsOf = (places: readonly Pick<Place, 'position'>[]): readonly [number, number, number, number] => {
  const east = places.map(({ position }) => position.longitude)
  const north = places.map(({ position }) => position.latitude)
  const least = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other))
  const most = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other))
  const room = 0.002
  return [least(east) - room, least(north) - room, most(east) + room, most(north) + room]
}
