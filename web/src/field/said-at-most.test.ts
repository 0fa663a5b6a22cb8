import { entryWritten } from '@luoshi/contract/field'
import { expect, test } from 'vitest'
import { newId } from '../ui/uuid.ts'
import { mostNote, mostPhotos, mostPlace } from './said-at-most.ts'

const head = () => ({ id: newId(), deviceId: newId(), writtenAt: '2027-03-05T02:00:00.000Z' })
const photos = (count: number) => Array.from({ length: count }, newId)
const finding = (text: string, place: string, count: number) => ({
  ...head(),
  kind: 'finding',
  finding: {
    id: newId(),
    text,
    categoryId: null,
    severity: null,
    pointId: null,
    place,
    position: null,
    unitId: null,
    foundAt: '2027-03-05T02:00:00.000Z',
    photos: photos(count),
  },
})
const done = (note: string, count: number) => ({
  ...head(),
  kind: 'occurrence',
  occurrence: { id: newId(), note, doneAt: '2027-03-05T02:00:00.000Z', photos: photos(count) },
})

test('the most that a form lets through is taken, and not a character or photo more would be', () => {
  const takes = (entry: unknown): boolean => entryWritten.safeParse(entry).success
  expect(takes(finding('字'.repeat(mostNote), '路'.repeat(mostPlace), mostPhotos))).toBe(true)
  expect(takes(finding('字'.repeat(mostNote + 1), '', 0))).toBe(false)
  expect(takes(finding('字', '路'.repeat(mostPlace + 1), 0))).toBe(false)
  expect(takes(finding('字', '', mostPhotos + 1))).toBe(false)
  expect(takes(done('字'.repeat(mostNote), mostPhotos))).toBe(true)
  expect(takes(done('字'.repeat(mostNote + 1), 0))).toBe(false)
})
