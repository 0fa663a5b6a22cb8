import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { newId } from '../ui/uuid.ts'
import { openFieldDatabase } from './field-database.ts'
import { type FormDrafts, formDrafts } from './form-drafts.ts'

const none = (): void => undefined

const kept = (drafts: FormDrafts, key: string) => expect.poll(() => drafts.read(key))

test('a form that is not finished is there when the phone is opened anew, and is its own writer’s alone', async () => {
  const [worker, other] = [newId(), newId()]
  const before = openFieldDatabase(worker)
  formDrafts(before, none).keep('report', { text: '井盖松' })
  formDrafts(before, none).keep('report', { text: '井盖松动' })
  await kept(formDrafts(before, none), 'report').toEqual({ text: '井盖松动' })
  before.close()

  const after = openFieldDatabase(worker)
  expect(await formDrafts(after, none).read('report')).toEqual({ text: '井盖松动' })
  expect(await formDrafts(openFieldDatabase(other), none).read('report')).toBeUndefined()
})

test('a form that is finished leaves nothing behind, whatever was still being kept', async () => {
  const drafts = formDrafts(openFieldDatabase(newId()), none)
  drafts.keep('duty 1', { note: '已扫' })
  await drafts.drop('duty 1')
  expect(await drafts.read('duty 1')).toBeUndefined()
})

test('the words of one visit are found together', async () => {
  const drafts = formDrafts(openFieldDatabase(newId()), none)
  drafts.keep('note v1 a', { text: '一' })
  drafts.keep('note v1 whole', { text: '二' })
  drafts.keep('note v2 a', { text: '三' })
  await kept(drafts, 'note v2 a').toEqual({ text: '三' })
  expect(await drafts.under('note v1 ')).toEqual([
    { rest: 'a', value: { text: '一' } },
    { rest: 'whole', value: { text: '二' } },
  ])
})
