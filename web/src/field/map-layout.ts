/** A place on the paper: WGS 84 degrees made even, so that a street keeps its shape. */
export type Placed<T> = { readonly item: T; readonly x: number; readonly y: number }

type Position = { readonly longitude: number; readonly latitude: number }

const margin = 0.06

/**
 * Puts places into a box of so many units, north up, as large as fits and in the middle. Without any map beneath, where things lie
 * to each other is still told.
 */
export const layOut = <T extends { readonly position: Position | null }>(
  items: readonly T[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly Placed<T>[] => {
  const placed = items.flatMap(item => (item.position === null ? [] : [{ item, ...item.position }]))
  if (placed.length === 0) return []
  const latitudes = span(placed.map(({ latitude }) => latitude))
  const shrink = Math.cos((latitudes.middle * Math.PI) / 180)
  const longitudes = span(placed.map(({ longitude }) => longitude * shrink))
  const inner = { width: width * (1 - 2 * margin), height: height * (1 - 2 * margin) }
  // One place alone, or many on one spot, need no scale.
  const scale = Math.min(inner.width / (longitudes.size || Infinity), inner.height / (latitudes.size || Infinity)) || 0
  const scaled = Number.isFinite(scale) ? scale : 0
  return placed.map(({ item, longitude, latitude }) => ({
    item,
    x: width / 2 + (longitude * shrink - longitudes.middle) * scaled,
    y: height / 2 - (latitude - latitudes.middle) * scaled,
  }))
}

const span = (values: readonly number[]): { readonly size: number; readonly middle: number } => {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity)
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity)
  return { size: high - low, middle: (high + low) / 2 }
}
