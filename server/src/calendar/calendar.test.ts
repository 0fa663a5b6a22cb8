import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const find = async (day: string) =>
  (await house.as('willowWorker').calendar.list({ year: 2026 })).find(one => one.day === day)

test('statutory holidays and make-up days are known', async () => {
  expect(await find('2026-10-01')).toMatchObject({ kind: 'rest', origin: 'statutory' })
  expect(await find('2026-03-03')).toBeUndefined()
})

test('a county keeps a day of its own, on top of the country’s', async () => {
  const { calendar } = house.as('administrator')
  await calendar.set({ day: '2026-03-03', kind: 'rest', name: '县庆' })
  await calendar.set({ day: '2026-10-01', kind: 'work', name: '防汛值守' })
  expect(await find('2026-03-03')).toEqual({ day: '2026-03-03', kind: 'rest', name: '县庆', origin: 'own' })
  expect(await find('2026-10-01')).toMatchObject({ kind: 'work', origin: 'own' })
  expect((await house.as('stranger').calendar.list({ year: 2026 })).some(({ origin }) => origin === 'own')).toBe(false)
  await calendar.clear({ day: '2026-10-01' })
  expect(await find('2026-10-01')).toMatchObject({ kind: 'rest', origin: 'statutory' })
})

test('the calendar is the administrator’s to change', async () => {
  await expect(
    house.as('officer').calendar.set({ day: '2026-03-04', kind: 'rest', name: '自定' }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
})
