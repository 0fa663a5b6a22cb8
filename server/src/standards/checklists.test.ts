import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { importText, settleAll } from '../plans/plan.testing.ts'

const plan = `澄溪县点位标准和迎检工作方案

为做好实地考察工作，制定本方案。

一、工作目标
2026年6月30日前，点位全部达标。

二、点位标准
（一）文化站标准
1、有开放记录和活动名册为符合，只有一样为基本符合，都没有为不符合。
2、周边水面无异味。周边没有水面的记为符合，并在记录中说明。
3、消防通道畅通，堵塞的一票否决。
（二）农贸市场标准
1、地面干净，没有积水。
2、公平秤放在出口处。

三、工作任务
（一）摸清底数。各社区于2026年3月20日前登记点位。
`

let house: TestHouse
let programmeId: string
beforeAll(async () => {
  house = await openHouse()
  const { planId } = await importText(house, plan)
  await settleAll(house, planId)
  programmeId = (await house.as('officer').plans.publish({ id: planId })).programmeId
})
afterAll(() => house.close())

test('the checklists of a running plan become standards with one click, each criterion with its sentence', async () => {
  const office = house.as('officer').standards
  const checklists = await office.checklists({ programmeId })
  expect(checklists.map(({ pointType, items, standardId }) => [pointType, items, standardId])).toEqual([
    ['文化站', 3, null],
    ['农贸市场', 2, null],
  ])
  const itemId = checklists[0]?.itemId ?? ''
  const made = await office.fromChecklist({ programmeId, itemId })
  expect(made).toMatchObject({
    title: '文化站标准',
    pointType: '文化站',
    hasDraft: true,
    programme: { id: programmeId },
  })
  expect(made.content).toHaveLength(3)
  for (const { sentence, text } of made.content) expect(plan).toContain(sentence?.slice(0, 8) ?? text)
  expect(made.content[1]?.exceptions).toEqual(['周边没有水面'])
  expect(made.content.map(({ critical }) => critical)).toEqual([false, false, true])
  expect(made.content[0]?.grades).toMatchObject({ conforms: expect.any(String), fails: expect.any(String) })

  // Changed and saved, a criterion keeps its sentence; asked for again, the same standard is opened.
  const { id, version, title, pointType, content } = made
  const saved = await office.save({
    ...{ id, version, title, pointType },
    content: content.map(one => ({ ...one, text: `${one.text}。` })).reverse(),
  })
  expect(saved.content.map(({ sentence }) => sentence)).toEqual(content.map(({ sentence }) => sentence).reverse())
  expect((await office.fromChecklist({ programmeId, itemId })).id).toBe(id)
  expect((await office.checklists({ programmeId }))[0]?.standardId).toBe(id)
})

test('who the programme binds sees its checklists and makes nothing of them', async () => {
  const unit = house.as('willowUnit').standards
  const [, market] = await unit.checklists({ programmeId })
  await expect(unit.fromChecklist({ programmeId, itemId: market?.itemId ?? '' })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(house.as('stranger').standards.checklists({ programmeId })).rejects.toMatchObject({ code: 'not-found' })
})
