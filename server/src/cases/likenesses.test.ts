import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context, Signed } from '../context.ts'
import { lookAtPictures } from '../evidence/look-at-pictures.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { attachPicture } from '../sample/attach-picture.ts'
import { drawCasePictures, usedAgain } from '../sample/draw-case-pictures.ts'
import type { Picture } from '../sample/pictures.ts'
import { opened } from './cases.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Mended by the worker with a picture. */
const mendedWith = async (title: string, picture: Picture) => {
  const one = await opened(house, { title })
  const { people, units, tenantId } = house.seeded
  const evidenceId = await asSystem(house.house, tenantId, (context: Context) => {
    const { id: unitId, path: unitPath } = units.willow
    const seat = { unitId, unitPath, unitKind: 'community', role: 'worker' } as const
    const actor: Signed = { ...context.actor, personId: people.willowWorker.id, memberships: [seat], via: 'desk' }
    return attachPicture({ ...context, actor }, picture, unitId, { kind: 'case', id: one.id })
  })
  return house.as('willowWorker').cases.submit({ id: one.id, version: one.version, evidenceIds: [evidenceId] })
}

test('whoever looks again is asked about a picture that was used before, and nobody else is', async () => {
  const [first, other] = await drawCasePictures(3)
  if (!first || !other) throw new Error('Three were drawn')
  await mendedWith('一号楼楼道堆物', first.after)
  const again = await mendedWith('六号楼楼道堆物', await usedAgain(first.after))
  const fresh = await mendedWith('九号楼楼道堆物', other.after)
  await lookAtPictures(house.house, { tenantId: house.seeded.tenantId })
  const asked = await house.as('inspector').cases.get({ id: again.id })
  expect(asked.likenesses).toMatchObject([
    { evidenceId: asked.after[0]?.id, earlier: { where: '一号楼楼道堆物' }, distance: expect.any(Number) },
  ])
  expect((await house.as('inspector').cases.get({ id: fresh.id })).likenesses).toEqual([])
  expect((await house.as('willowUnit').cases.get({ id: again.id })).likenesses).toEqual([])
  const held = await house.as('inspector').cases.recheck({ id: again.id, version: again.version, passed: true })
  expect(held.state).toBe('rechecked')
})

test('the very same file is asked about too, and a picture that cannot be read is not looked at for ever', async () => {
  const [, , third] = await drawCasePictures(3)
  if (!third) throw new Error('Three were drawn')
  await mendedWith('东门占道', third.after)
  const again = await mendedWith('西门占道', third.after)
  await house.house.db
    .insertInto('files')
    .values({
      tenant_id: house.seeded.tenantId,
      sha256: randomUUID().replaceAll('-', '').repeat(2),
      bytes: 3,
      media_type: 'image/jpeg',
      stored_at: new Date(),
    })
    .execute()
  await lookAtPictures(house.house, { tenantId: house.seeded.tenantId })
  expect((await house.as('officer').cases.get({ id: again.id })).likenesses).toHaveLength(1)
  const left = await house.house.db.selectFrom('files').where('looked_at', 'is', null).select('sha256').execute()
  expect(left).toEqual([])
})

test('of many earlier uses the first are shown, and how many more there are', async () => {
  const pictures = await drawCasePictures(4)
  const picture = pictures[3]
  if (!picture) throw new Error('Four were drawn')
  for (const title of ['甲处', '乙处', '丙处', '丁处', '戊处']) await mendedWith(title, picture.after)
  const again = await mendedWith('己处', picture.after)
  await lookAtPictures(house.house, { tenantId: house.seeded.tenantId })
  const { likenesses, likenessesLeft } = await house.as('inspector').cases.get({ id: again.id })
  expect([likenesses.length, likenessesLeft]).toEqual([3, 2])
})
