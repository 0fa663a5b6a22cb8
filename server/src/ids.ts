import type { Clock, Ids, Random } from './context.ts'

/** UUIDv7 (RFC 9562): milliseconds, then a counter within the millisecond, so that ids sort in the order they were made. */
export const uuidV7 = (clock: Clock, random: Random): Ids => {
  let last = 0
  let counter = 0
  return {
    next: () => {
      const now = clock.now().getTime()
      const isNew = now > last
      const overflows = counter === 0xfff
      counter = isNew || overflows ? 0 : counter + 1
      last = isNew ? now : overflows ? last + 1 : last
      return format(last, counter, random(8))
    },
  }
}

const format = (milliseconds: number, counter: number, tail: Uint8Array): string => {
  const time = milliseconds.toString(16).padStart(12, '0')
  const sequence = counter.toString(16).padStart(3, '0')
  const bytes = Buffer.from(tail)
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x80, 0)
  const last = bytes.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${last.slice(0, 4)}-${last.slice(4)}`
}
