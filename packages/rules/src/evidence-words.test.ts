import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evidenceText, type NeededEvidence, readEvidence } from './evidence-words.ts'

const needed: fc.Arbitrary<NeededEvidence> = fc.record({
  name: fc
    .string({ unit: fc.constantFrom(...'成立文件志愿名册记录图片 2'), minLength: 1, maxLength: 12 })
    .map(name => `${name.trim()}表`),
  kind: fc.constantFrom('paper', 'roster', 'record', 'picture'),
  months: fc.option(fc.integer({ min: 1, max: 120 })),
})

test('what an office writes of needed evidence is read, by its own words where it says no more', () => {
  expect(readEvidence('成立文件；志愿者名册（12个月）;活动照片(图片, 2年)\n会议记录（记录，3月）')).toEqual([
    { name: '成立文件', kind: 'paper', months: null },
    { name: '志愿者名册', kind: 'roster', months: 12 },
    { name: '活动照片', kind: 'picture', months: 24 },
    { name: '会议记录', kind: 'record', months: 3 },
  ])
  expect(readEvidence('')).toEqual([])
})

test('what cannot be understood is not guessed', () => {
  for (const text of ['名册（很久）', '（名册）', '名册（999个月）', '名册（0月）'])
    expect(readEvidence(text)).toBeNull()
})

test('whatever is written down is read back the same', () => {
  fc.assert(
    fc.property(fc.array(needed, { maxLength: 20 }), evidence => {
      expect(readEvidence(evidenceText(evidence))).toEqual(evidence)
      expect(readEvidence(evidenceText(evidence, '\n'))).toEqual(evidence)
    }),
  )
})
