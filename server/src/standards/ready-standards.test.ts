import { expect, test } from 'vitest'
import { readyStandards } from './ready-standards.ts'

test('the catalogue holds the point types of the street standard, malls and hotels, with as many criteria as they have', async () => {
  const counted = Object.fromEntries(
    (await readyStandards()).map(({ pointType, content }) => [pointType, content.length]),
  )
  expect(counted).toMatchObject({
    街道办事处: 12,
    文化站: 7,
    社区: 19,
    综合文化服务中心: 5,
    商场超市: 16,
    宾馆酒店: 17,
  })
})

test('every ready criterion says what each grade means and where to look, and none stands twice', async () => {
  for (const { key, content } of await readyStandards()) {
    for (const { text, grades, lookWhere, lookHow } of content) {
      expect([key, text, Boolean(grades.conforms && grades.fails)]).toEqual([key, text, true])
      expect([key, text, `${lookWhere}${lookHow}`.length > 1]).toEqual([key, text, true])
    }
    expect(new Set(content.map(({ text }) => text)).size).toBe(content.length)
  }
})

test('every ready standard has something that nobody may fail, and asks for few photos', async () => {
  for (const { key, content } of await readyStandards()) {
    if (key !== 'service-window') expect([key, content.some(({ critical }) => critical)]).toEqual([key, true])
    expect(content.filter(({ photo }) => photo === 'required').length).toBeLessThanOrEqual(content.length / 2)
  }
})

test('what the street standard is strict about is in the catalogue', async () => {
  const ready = await readyStandards()
  const criterion = (type: string, words: RegExp) =>
    ready.find(({ pointType }) => pointType === type)?.content.find(({ text }) => words.test(text))
  expect(criterion('文化站', /不吸烟/)?.grades.fails).toContain('烟头')
  expect(criterion('文化站', /河道/)?.exceptions).toEqual(['附近没有河道'])
  expect(criterion('社区', /心理辅导/)?.grades.conforms).toContain('8次')
  expect(criterion('宾馆酒店', /轮椅坡道/)?.exceptions).toEqual(['入口坡度小于10度', '台阶低于5厘米'])
  expect(criterion('商场超市', /诚信主题/)?.grades.conforms).toContain('3处')
})
