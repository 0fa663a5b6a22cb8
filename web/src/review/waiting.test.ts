import { describe, expect, test } from 'vitest'
import { someItem, someParty } from './item.testing.ts'
import { countKinds, inReadingOrder, nextWaiting, waitingFor } from './waiting.ts'

const doubtful = someItem({ id: 'doubtful', doubt: { code: 'only-helpers', params: {} }, span: { start: 90, end: 99 } })
const plain = someItem({ id: 'plain', span: { start: 10, end: 20 } })
const unsure = someItem({ id: 'unsure', confidence: 0.4, span: { start: 50, end: 60 } })

describe('what waits for a decision', () => {
  test('a doubt waits until somebody decides', () => {
    expect(waitingFor(doubtful)).toBe('doubt')
    expect(waitingFor({ ...doubtful, state: 'confirmed' })).toBeNull()
  })

  test('a party that no unit is known for waits even after the item is confirmed', () => {
    const item = someItem({ state: 'confirmed', parties: [someParty({ match: 'ask' })] })
    expect(waitingFor(item)).toBe('party')
    expect(waitingFor({ ...item, state: 'rejected' })).toBeNull()
  })

  test('a rejected item is not counted', () => {
    const counts = countKinds([plain, { ...doubtful, state: 'rejected' }])
    expect(counts.find(({ kind }) => kind === 'task')).toEqual({ kind: 'task', all: 1, confirmed: 0, waiting: 0 })
  })

  test('doubtful ones come first, unsure ones next, the rest as the document has them', () => {
    expect(inReadingOrder([plain, unsure, doubtful], new Map()).map(({ id }) => id)).toEqual([
      'doubtful',
      'unsure',
      'plain',
    ])
  })

  test('an item keeps its place when it is confirmed', () => {
    const first = new Map([[doubtful.id, waitingFor(doubtful)]])
    const after = inReadingOrder([plain, { ...doubtful, state: 'confirmed' }], first)
    expect(after.map(({ id }) => id)).toEqual(['doubtful', 'plain'])
  })

  test('the next doubtful one is looked for round the end', () => {
    expect(nextWaiting([doubtful, plain], 'plain')?.id).toBe('doubtful')
    expect(nextWaiting([plain], 'plain')).toBeNull()
  })
})
