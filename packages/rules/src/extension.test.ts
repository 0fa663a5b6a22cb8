import { expect, test } from 'vitest'
import { askExtension, decideExtension, type Extension } from './extension.ts'

const ask = { until: '2026-06-20', reason: '雨天停工', by: 'wang', today: '2026-06-01' }
const open: Extension = { until: '2026-06-20', reason: '雨天停工', askedBy: 'wang', state: 'asked' }

test('more time is asked for with a reason and a later day', () => {
  expect(askExtension('2026-06-10', [], ask)).toEqual({ ok: true, value: open })
  expect(askExtension('2026-06-20', [], ask)).toEqual({ ok: false, refusal: 'not-later' })
  expect(askExtension('2026-06-10', [], { ...ask, reason: ' ' })).toEqual({ ok: false, refusal: 'reason-missing' })
  expect(askExtension(null, [], ask)).toEqual({ ok: false, refusal: 'nothing-to-extend' })
})

test('time that has passed is no help, nor is the rest of the day', () => {
  const late = { ...ask, until: '2026-06-15' }
  expect(askExtension('2026-06-10', [], { ...late, today: '2026-06-14' }).ok).toBe(true)
  for (const today of ['2026-06-15', '2026-06-20'])
    expect(askExtension('2026-06-10', [], { ...late, today })).toEqual({ ok: false, refusal: 'not-later' })
})

test('a second ask waits until the first is decided', () => {
  expect(askExtension('2026-06-10', [open], ask)).toEqual({ ok: false, refusal: 'already-asked' })
  expect(askExtension('2026-06-10', [{ ...open, state: 'refused' }], ask).ok).toBe(true)
})

test('who asked does not decide, and nobody decides twice', () => {
  expect(decideExtension(open, { by: 'wang', granted: true })).toEqual({ ok: false, refusal: 'decided-by-asker' })
  const granted = decideExtension(open, { by: 'li', granted: true })
  expect(granted).toEqual({ ok: true, value: { ...open, state: 'granted' } })
  expect(decideExtension(open, { by: 'li', granted: false })).toMatchObject({ value: { state: 'refused' } })
  expect(decideExtension({ ...open, state: 'granted' }, { by: 'li', granted: false })).toEqual({
    ok: false,
    refusal: 'already-decided',
  })
})
