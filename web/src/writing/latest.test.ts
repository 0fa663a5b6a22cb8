import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latest } from './latest.ts'

test('while one is being answered only the newest of the others is kept', () => {
  const sent: string[] = []
  const line = latest<string, string>(
    question => sent.push(question),
    () => {},
  )
  for (const text of ['a', 'ab', 'abc', 'abcd']) line.ask(text)
  expect(sent).toEqual(['a'])
  line.answered('A')
  expect(sent).toEqual(['a', 'abcd'])
  line.answered('ABCD')
  expect(sent).toEqual(['a', 'abcd'])
})

test('however typing and answers fall together, the last text typed is the last one read', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), turns => {
      const sent: number[] = []
      const received: number[] = []
      const line = latest<number, number>(
        question => sent.push(question),
        answer => received.push(answer),
      )
      let typed = 0
      for (const types of [true, ...turns]) {
        if (types) {
          typed += 1
          line.ask(typed)
        } else if (received.length < sent.length) line.answered(sent.at(-1) ?? 0)
      }
      while (received.length < sent.length) line.answered(sent.at(-1) ?? 0)
      expect(received.at(-1)).toBe(typed)
      expect(sent).toEqual([...sent].sort((one, other) => one - other))
    }),
  )
})
