import type { EntryWritten } from '@luoshi/contract/field'
import { expect, test } from 'vitest'
import { say } from '../ui/i18n.ts'
import { type KeptNames, keptFields } from './kept-fields.ts'
import { visitWords } from './words.ts'

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const head = { id: uuid(1), deviceId: uuid(2), writtenAt: '2026-03-02T01:00:00.000Z' }
const nobody: KeptNames = { point: null, case: null, criteria: new Map<string, string>() }
const lines = (entry: EntryWritten, names = nobody) =>
  keptFields(entry, names, say(visitWords)).map(({ name, value }) => `${name}：${value}`)

const visit: EntryWritten = {
  ...head,
  kind: 'visit',
  visit: {
    id: uuid(3),
    roundId: null,
    pointId: uuid(4),
    versionId: uuid(5),
    startedAt: '2026-03-02T01:00:00.000Z',
    finishedAt: null,
    note: '北门进不去',
    noteStamp: `${'0'.repeat(15)}-000000-${uuid(2)}`,
    observations: [
      {
        criterionId: uuid(6),
        grade: 'fails',
        exception: null,
        note: '门口堆物',
        seenAt: '2026-03-02T01:05:00.000Z',
        stamp: `${'0'.repeat(15)}-000001-${uuid(2)}`,
        photos: [uuid(7), uuid(8)],
        photosDropped: [],
      },
    ],
  },
}

test('a visit that was kept is read as point, times, and each criterion with what was seen of it', () => {
  const names = { ...nobody, point: '滨河路农贸市场', criteria: new Map([[uuid(6), '门前无占道经营']]) }
  const read = lines(visit, names)
  expect(read).toContain('点位：滨河路农贸市场')
  expect(read).toContain('检查：日常巡查')
  expect(read).toContain('结束：尚未结束')
  expect(read).toContain('门前无占道经营：不符合 · 门口堆物 · 2 张')
  expect(read).toContain('总的说明：北门进不去')
})

test('where a name may not be known the reader is told so, and no id is shown', () => {
  const step: EntryWritten = {
    ...head,
    kind: 'case-step',
    step: { caseId: uuid(9), step: 'recheck', passed: false, note: '', doneAt: head.writtenAt, photos: [] },
  }
  expect(lines(step)).toContain('办理：复查 · 复查没有通过')
  for (const entry of [visit, step]) {
    expect(lines(entry).join('\n')).toContain('查不到')
    expect(lines(entry).join('\n')).not.toContain('0000-7000')
  }
})

test('what was left empty on the phone is left out', () => {
  const finding: EntryWritten = {
    ...head,
    kind: 'finding',
    finding: {
      id: uuid(3),
      text: '井盖松动',
      categoryId: null,
      severity: 'serious',
      pointId: null,
      place: '',
      position: null,
      unitId: null,
      foundAt: head.writtenAt,
      photos: [],
    },
  }
  expect(keptFields(finding, nobody, say(visitWords)).map(({ value }) => value)).toEqual([
    '井盖松动',
    '严重',
    expect.stringContaining('09:00'),
  ])
})
