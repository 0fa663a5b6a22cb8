import type { api } from '../ui/api.ts'

type MapData = Awaited<ReturnType<typeof api.points.map>>
export type MapPoint = MapData['points'][number]
export type MapUnit = MapData['units'][number]
export type Tiles = MapData['tiles']

const order = ['late', 'open', 'unseen', 'good'] as const satisfies readonly MapPoint['status'][]

/** What needs somebody first; the order of the list among equals. */
export const worstFirst = (points: readonly MapPoint[]): readonly MapPoint[] =>
  order.flatMap(status => points.filter(point => point.status === status))

/** West, south, east, north of all of them, with a little room; a single point is seen from above its street. */
export const boundsOf = (points: readonly Pick<MapPoint, 'position'>[]): readonly [number, number, number, number] => {
  const east = points.map(({ position }) => position.longitude)
  const north = points.map(({ position }) => position.latitude)
  const least = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other))
  const most = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other))
  const room = 0.002
  return [least(east) - room, least(north) - room, most(east) + room, most(north) + room]
}
