/**
 * A moment of one device that can be ordered against those of others (a hybrid logical clock): milliseconds, a counter, the device.
 * Compared as text. `contract/field` checks its shape.
 */
export type Stamp = string

export type StampParts = { readonly ms: number; readonly count: number; readonly deviceId: string }

const mostCount = 999_999

export const writeStamp = ({ ms, count, deviceId }: StampParts): Stamp =>
  `${String(ms).padStart(15, '0')}-${String(count).padStart(6, '0')}-${deviceId}`

export const readStamp = (stamp: Stamp): StampParts => ({
  ms: Number(stamp.slice(0, 15)),
  count: Number(stamp.slice(16, 22)),
  deviceId: stamp.slice(23),
})

/** The next stamp of a device: never before one that it has given or seen, wherever its clock stands. */
export const stampAfter = (last: Stamp | null, nowMs: number, deviceId: string): Stamp => {
  const now = Math.max(0, Math.floor(nowMs))
  if (last === null) return writeStamp({ ms: now, count: 0, deviceId })
  const { ms, count } = readStamp(last)
  if (now > ms) return writeStamp({ ms: now, count: 0, deviceId })
  return count < mostCount
    ? writeStamp({ ms, count: count + 1, deviceId })
    : writeStamp({ ms: ms + 1, count: 0, deviceId })
}

export const laterStamp = <S extends Stamp | null>(one: S, other: S): S =>
  one === null ? other : other === null ? one : one >= other ? one : other
