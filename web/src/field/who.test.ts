import { expect, test } from 'vitest'
import { readWho } from './who.ts'

test('who signed in last is known again', () => {
  expect(readWho(JSON.stringify({ id: 'p', name: '方一禾', more: 1 }))).toEqual({ id: 'p', name: '方一禾' })
})

test('what another release or another hand has left there is nobody', () => {
  for (const kept of [null, '', 'null', '{}', '[]', '{"id":1,"name":"x"}', '{"id":']) expect(readWho(kept)).toBe(null)
})
