import { drawProofFile } from '@luoshi/contract/draw-proof'
import type { RoundDetail, RoundWritten } from '@luoshi/contract/rounds'
import { commitToDraw } from '@luoshi/rules/draw'
import { checkDraw, type DrawProof } from '@luoshi/rules/draw-proof'
import { addDays } from '@luoshi/rules/plain-date'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { monday, openHouse, type TestHouse } from '../house.testing.ts'
import { furnishRounds, key, roundAt, visitMade } from './rounds.testing.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse()
  await furnishRounds(house)
})
afterEach(() => house.close())

const on = (day: number, hour = 9): void =>
  house.setClock(`${addDays(monday.slice(0, 10), day)}T${String(hour).padStart(2, '0')}:00:00+08:00`)

const now = ({ id }: RoundDetail) => house.as('officer').rounds.get({ id })

const calledOff = async (round: RoundDetail, reason: string): Promise<RoundDetail> =>
  house.as('officer').rounds.cancel({ ...key(await now(round)), reason })

const proofOf = async ({ proof }: RoundDetail): Promise<DrawProof> =>
  drawProofFile.parse(await (await fetch((proof?.url ?? '').replace('http://127.0.0.1', house.url))).json())

const named = (round: RoundDetail) => round.dropped.map(({ title, reason, isBound }) => [title, reason, isBound])

test('drawn three times until it suits, a round names the two before: on its page, in its proof, under its hash', async () => {
  const first = await roundAt(house, 'drawn', { title: '第一次' })
  await calledOff(first, '另行安排')
  on(1)
  const second = await roundAt(house, 'drawn', { title: '第二次' })
  await calledOff(second, '时间不合适')
  on(2)
  const third = await roundAt(house, 'drawn', { title: '第三次' })
  expect(named(third)).toEqual([
    ['第一次', '另行安排', true],
    ['第二次', '时间不合适', true],
  ])
  expect(third.dropped[0]).toMatchObject({ id: first.id, unit: '澄溪县', points: 4, visited: 0 })

  const proof = await proofOf(third)
  expect(proof.frame.dropped?.map(({ roundId, secretHash, reason }) => [roundId, secretHash, reason])).toEqual([
    [first.id, first.proof?.secretHash, '另行安排'],
    [second.id, second.proof?.secretHash, '时间不合适'],
  ])
  expect(proof.beside).toEqual([])
  expect(checkDraw(proof).find(({ name }) => name === 'dropped')).toMatchObject({ holds: null, counts: { before: 2 } })
  expect(checkDraw(proof).every(({ holds }) => holds !== false)).toBe(true)
  const { frameHash } = commitToDraw(proof.secret, { ...proof.frame, dropped: [] })
  expect(frameHash).not.toBe(third.proof?.frameHash)
})

test('lots bound side by side, of which the one that suits is kept, are named beside it', async () => {
  const kept = await roundAt(house, 'drawn', { title: '留下的' })
  const other = await roundAt(house, 'drawn', { title: '不要的' })
  expect(named(await now(kept))).toEqual([])
  on(1)
  await calledOff(other, '重复安排')
  expect(named(await now(kept))).toEqual([['不要的', '重复安排', false]])
  const proof = await proofOf(kept)
  expect(proof.frame.dropped).toEqual([])
  expect(proof.beside?.map(({ title }) => title)).toEqual(['不要的'])
  expect(checkDraw(proof).find(({ name }) => name === 'dropped')).toMatchObject({ holds: null, counts: { beside: 1 } })
})

test('a lot that was ended instead of called off, with hardly anybody gone, is named as well', async () => {
  const idle = await roundAt(house, 'drawn', { title: '没人去' })
  const [one, ...rest] = idle.drawn
  for (const { point, inspectors } of one ? [one] : [])
    await visitMade(house, idle, point.id, inspectors[0]?.id ?? '', 'conforms')
  expect(rest).toHaveLength(3)
  const walked = await roundAt(house, 'drawn', { title: '去了的' })
  for (const { point, inspectors } of walked.drawn.slice(0, 2))
    await visitMade(house, walked, point.id, inspectors[0]?.id ?? '', 'conforms')
  for (const round of [idle, walked]) await house.as('officer').rounds.end(key(await now(round)))
  on(1)
  const next = await roundAt(house, 'drawn')
  expect(named(next)).toEqual([['没人去', null, true]])
  expect(next.dropped[0]).toMatchObject({ points: 4, visited: 1 })
})

test('what was called off before it was drawn, has no point in common, or is long ago, is not named', async () => {
  await calledOff(await roundAt(house, 'committed', { title: '没抽的' }), '另行安排')
  const { units } = house.seeded
  const elsewhere: Partial<RoundWritten> = {
    ...{ title: '别处的', withinUnitIds: [units.west.id], quotas: { '居民小区 · 小丘社区': 1 } },
  }
  await calledOff(await roundAt(house, 'drawn', elsewhere), '另行安排')
  const here = { withinUnitIds: [units.east.id], quotas: { '居民小区 · 柳荫社区': 2 } }
  expect(named(await roundAt(house, 'drawn', here))).toEqual([])
  await calledOff(await roundAt(house, 'drawn', { ...here, title: '早先的' }), '另行安排')
  on(90)
  expect(named(await roundAt(house, 'drawn', here))).toEqual([['早先的', '另行安排', true]])
  on(91)
  const late = await roundAt(house, 'drawn', here)
  expect(named(late)).toEqual([])
  expect(checkDraw(await proofOf(late)).find(({ name }) => name === 'dropped')?.holds).toBe(true)
})

test('a street that drew in the place of the county is named in what the county draws', async () => {
  const { units, people } = house.seeded
  const street = {
    ...{ title: '街道抽的', unitId: units.east.id, withinUnitIds: [units.east.id] },
    ...{ inspectorIds: [people.inspector.id], quotas: { '居民小区 · 柳荫社区': 1 } },
  }
  await calledOff(await roundAt(house, 'drawn', street), '另行安排')
  on(1)
  expect((await roundAt(house, 'drawn')).dropped).toMatchObject([{ title: '街道抽的', unit: '东桥街道' }])
})

test('of an unannounced round its inspector reads nothing of other lots while it is secret', async () => {
  await calledOff(await roundAt(house, 'drawn', { title: '第一次' }), '另行安排')
  on(1)
  const secret = await roundAt(house, 'drawn', {
    kind: 'unannounced',
    inspectorIds: [house.seeded.people.inspector.id],
    quotas: { '居民小区 · 东桥街道': 6 },
  })
  expect(secret.dropped).toHaveLength(1)
  expect((await house.as('inspector').rounds.get({ id: secret.id })).dropped).toEqual([])
  const ended = await house.as('officer').rounds.end(key(secret))
  expect((await proofOf(ended)).frame.dropped).toHaveLength(1)
})
