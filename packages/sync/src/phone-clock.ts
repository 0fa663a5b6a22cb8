import { laterStamp, type Stamp, stampAfter } from './stamp.ts'

/** What a device knows of time. One row, shared by all who sign in on the device. */
export type PhoneClock = {
  readonly id: 'clock'
  readonly deviceId: string
  /** How far its own clock was ahead of the server's when they last spoke. */
  readonly errorMs: number
  /** The server's clock when they last spoke: it is later than that now, whatever the phone says. */
  readonly serverMs: number
  readonly lastStamp: Stamp | null
  /** The order of writing. */
  readonly ordinal: number
  /** How often in a row the server could not be reached. */
  readonly failures: number
}

export const newClock = (deviceId: string): PhoneClock => ({
  id: 'clock',
  deviceId,
  errorMs: 0,
  serverMs: 0,
  lastStamp: null,
  ordinal: 0,
  failures: 0,
})

/** The time by the corrected clock, in milliseconds. */
export const correctedMs = ({ errorMs, serverMs }: PhoneClock, phoneMs: number): number =>
  Math.max(Math.floor(phoneMs - errorMs), serverMs)

/** What an answer of the server says of the phone's error: it was given between asking and hearing. */
export const learnError = (
  clock: PhoneClock,
  { serverMs, askedMs, heardMs }: { readonly serverMs: number; readonly askedMs: number; readonly heardMs: number },
): PhoneClock => ({
  ...clock,
  errorMs: Math.round((askedMs + Math.max(askedMs, heardMs)) / 2 - serverMs),
  serverMs: Math.max(clock.serverMs, serverMs),
})

/** One tick: the clock after it, its stamp, and the instant for what is written at it. */
export const tick = (
  clock: PhoneClock,
  phoneMs: number,
): { readonly clock: PhoneClock; readonly stamp: Stamp; readonly at: string } => {
  const now = correctedMs(clock, phoneMs)
  const stamp = stampAfter(clock.lastStamp, now, clock.deviceId)
  return { clock: { ...clock, lastStamp: stamp }, stamp, at: new Date(now).toISOString() }
}

/** What is written next comes after what was seen of other devices. */
export const observeStamp = (clock: PhoneClock, seen: Stamp): PhoneClock => ({
  ...clock,
  lastStamp: laterStamp(clock.lastStamp, seen),
})
