import { actions, isReading } from '@luoshi/rules/action'
import { expect, test } from 'vitest'
import { say } from '../ui/i18n.ts'
import { deeds, deedWords, details } from './deed.ts'
import { auditWords } from './words.ts'

const t = say(auditWords)

test('everything that can be done has words in the audit', () => {
  const known = new Set(deeds(t).map(({ action }) => action))
  expect(actions.filter(action => !isReading(action) && !known.has(action))).toEqual([])
})

test('what was done to a unit is said, not only that something was', () => {
  expect(deedWords(t, { action: 'unit.manage', content: { what: 'moved' } })).toBe('移动了单位')
  expect(deedWords(t, { action: 'unit.manage', content: {} })).toBe('更改了单位')
})

test('an action that is new here is named as it stands', () => {
  expect(deedWords(t, { action: 'kite.fly', content: {} })).toBe('做了“kite.fly”')
})

test('details leave out ids, and what has no name for people', () => {
  const content = {
    assignments: 48,
    role: '01890000-0000-7000-8000-000000000001',
    inner: { x: 1 },
    from: 'in-progress',
    event: 'some-event',
    fields: ['name', 'phone', 'newField'],
  }
  expect(details(t, content)).toEqual([
    { name: '原来', value: '进行中' },
    { name: '改动项', value: '姓名或名称、电话' },
    { name: '任务数', value: '48' },
  ])
})

test('a moment is told as people read it', () => {
  const content = { doneAt: '2026-03-06T07:00:00.000Z', missUndone: '2026-03-07T06:00:00.000Z', noteBefore: '当日防汛' }
  expect(details(t, content)).toEqual([
    { name: '做完时间', value: '2026-03-06 15:00' },
    { name: '撤回漏做，原记于', value: '2026-03-07 14:00' },
    { name: '原说明', value: '当日防汛' },
  ])
})
