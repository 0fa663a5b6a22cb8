import { expect, test } from 'vitest'
import { derivedId, observationIdOf, visitIdOf } from './derived-id.ts'

const [round, point, person] = ['r', 'p', 'i']

test('two devices make the same id of the same thing', () => {
  expect(visitIdOf(round, point, person)).toBe(visitIdOf(round, point, person))
})

test('another thing, another kind or another order has another id', () => {
  const ids = [
    visitIdOf(round, point, person),
    visitIdOf(point, round, person),
    visitIdOf(round, point, 'j'),
    observationIdOf(round, point),
    derivedId('visit', `${round}${point}`, person),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})

test('it is a UUID of version 8 whatever it is made of', () => {
  for (let number = 0; number < 200; number += 1)
    expect(derivedId('visit', String(number))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
})
