import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuidv7 } from './uuid.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const moment = fc.integer({ min: 0, max: 2 ** 47 })

test('an id is a UUID of version 7 that carries its time', () => {
  fc.assert(
    fc.property(moment, bytes, (now, random) => {
      const id = uuidv7(now, random)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(now)
    }),
  )
})

test('an id made later sorts later', () => {
  fc.assert(fc.property(moment, bytes, bytes, (now, one, other) => uuidv7(now, one) < uuidv7(now + 1, other)))
})
