import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctedMs, learnError, newClock, observeStamp, tick } from './phone-clock.ts'
import { readStamp, stampAfter, writeStamp } from './stamp.ts'

const device = '00000000-0000-7000-8000-00000000000a'
const day = 86_400_000
const now = Date.parse('2026-05-06T09:00:00+08:00')
const parts = fc.record({
  ms: fc.integer({ min: 0, max: 999_999_999_999_999 }),
  count: fc.integer({ min: 0, max: 999_999 }),
  deviceId: fc.uuid(),
})

test('SYNC-1 stamps compared as text are compared by time, counter and device', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      expect(readStamp(writeStamp(one))).toEqual(one)
      const byParts = one.ms - other.ms || one.count - other.count || (one.deviceId < other.deviceId ? -1 : 1)
      fc.pre(JSON.stringify(one) !== JSON.stringify(other))
      expect(writeStamp(one) < writeStamp(other)).toBe(byParts < 0)
    }),
  )
})

test('SYNC-2 stamps only go forward, wherever the clock stands and whatever was seen of others', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.record({ at: fc.integer({ min: now - 400 * day, max: now + 400 * day }) }),
          fc.record({
            seen: fc.record({ ms: fc.integer({ min: now - day, max: now + 9 * day }), count: fc.nat(999_999) }),
          }),
          fc.record({ error: fc.integer({ min: -30 * day, max: 30 * day }) }),
        ),
        { maxLength: 60 },
      ),
      steps => {
        let clock = newClock(device)
        for (const step of steps) {
          const last = clock.lastStamp
          if ('seen' in step) clock = observeStamp(clock, writeStamp({ ...step.seen, deviceId: device }))
          else if ('error' in step)
            clock = learnError(clock, { serverMs: now, askedMs: now + step.error, heardMs: now + step.error })
          else clock = tick(clock, step.at).clock
          if (last !== null) expect((clock.lastStamp ?? '') >= last).toBe(true)
          if ('at' in step && last !== null) expect(clock.lastStamp).not.toBe(last)
        }
      },
    ),
  )
  expect(stampAfter(writeStamp({ ms: 7, count: 999_999, deviceId: device }), 3, device)).toBe(
    writeStamp({ ms: 8, count: 0, deviceId: device }),
  )
})

test('SYNC-3 a phone that is wrong by days writes the right time once it has heard the server', () => {
  const wrong = now + 11 * day
  const clock = learnError(newClock(device), { serverMs: now, askedMs: wrong - 200, heardMs: wrong + 200 })
  expect(clock.errorMs).toBe(11 * day)
  expect(tick(clock, wrong + 60_000).at).toBe(new Date(now + 60_000).toISOString())
})

test('SYNC-3 a clock set back by days is not before the server as last heard', () => {
  const clock = learnError(newClock(device), { serverMs: now, askedMs: now, heardMs: now })
  expect(correctedMs(clock, now - 3 * day)).toBe(now)
  expect(tick(clock, now - 3 * day).at).toBe(new Date(now).toISOString())
})
