import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasLibreOffice, printed } from '../documents/libre-office.testing.ts'
import { officialDocument } from '../documents/official-document.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import type { BulletinFacts, FoundPoint } from './bulletin-facts.ts'
import { bulletinText } from './bulletin-text.ts'
import { furnishRounds, key, roundAt, visitMade } from './rounds.testing.ts'

const points = (unitName: string, clean: number, failing: number, missed = 0): readonly FoundPoint[] =>
  [
    ...Array.from({ length: clean }, () => 0),
    ...Array.from({ length: failing }, () => 1),
    ...Array.from({ length: missed }, () => null),
  ].map((fails, index) => ({ name: `${unitName}${index + 1}号院`, pointType: '居民小区', unitName, fails }))

const criterion = (text: string, conforms: number, fails: number) => ({
  ...{ criterionId: text, pointType: '居民小区', section: '环境', text, critical: fails > 3 },
  ...{ conforms, mostly: 0, fails, notApplicable: 0, share: null },
})

const facts = (changes: Partial<BulletinFacts> = {}): BulletinFacts => ({
  ...{ title: '三月抽查', kind: 'unannounced', startsOn: '2026-03-02', endsOn: '2026-03-08', unitName: '青禾县' },
  ...{ inspectors: 3, population: { 居民小区: 200 }, witness: '柳书记' },
  points: [...points('东桥街道', 5, 1), ...points('西渡街道', 3, 2, 1)],
  criteria: [criterion('楼道无杂物', 9, 2), criterion('消防通道畅通', 6, 5), criterion('路灯明亮', 11, 0)],
  cases: { opened: 6, known: 1, closed: 2, open: 5, late: 1 },
  ...changes,
})

const said = (changes: Partial<BulletinFacts> = {}): string =>
  bulletinText(facts(changes), '2026-03-20')
    .map(({ text }) => text)
    .join('\n')

test('a bulletin says when, where, how much was looked at, and how far that can be off', () => {
  expect(said()).toContain('2026年3月2日至3月8日，青禾县组织开展了“三月抽查”（暗访）')
  expect(said()).toContain(
    '共200个点位。随机抽取12个点位、3名检查人员，实际查了11个，1个没有查或没有查完（西渡街道6号院）',
  )
  expect(said()).toContain('由查过的11个点位推断全部200个点位，比例的误差在正负29个百分点以内')
  expect(said({ population: { 居民小区: 11 }, points: points('东桥街道', 11, 0) })).toContain('没有抽样误差')
})

test('a share stands with its interval, and points nobody came to are in none', () => {
  expect(said()).toContain('查过的11个点位中，8个没有不符合的检查项，占73%（95%的把握在43%—90%之间）')
  expect(said({ points: points('东桥街道', 0, 0, 4) })).toContain('没有查到任何点位')
})

test('units are not ranked by small samples, nor the best and the worst named', () => {
  expect(said()).toContain('各单位查过的点位都不足30个，分不出高低，不排名次。')
  expect(said()).not.toContain('居前')
})

test('units that can be told apart are named, those that cannot share a rank', () => {
  const apart = [...points('东桥街道', 58, 2), ...points('西渡街道', 20, 40), ...points('北山街道', 4, 1)]
  expect(said({ points: apart })).toContain(
    '居前的是东桥街道，居后的是西渡街道；名次相同的，差别在误差以内。1个单位查过的点位不足30个，不排名次。',
  )
  const alike = [...points('东桥街道', 33, 2), ...points('西渡街道', 32, 3)]
  expect(said({ points: alike })).toContain('差别都在误差以内，分不出高低，名次并列')
})

test('what failed most is counted, cases are told as they stand, and what comes next is left to the office', () => {
  expect(said()).toContain('有2个检查项出现不符合如下。')
  expect(said()).toContain(
    '新立案6件，另有1件此前已经立案，一并整改。截至2026年3月20日，已办结2件，还在办理5件，其中超期1件。',
  )
  expect(said({ criteria: [criterion('路灯明亮', 3, 0)] })).toContain('没有发现不符合的检查项。')
  expect(said().endsWith('六、下一步要求\n（由印发单位填写。）')).toBe(true)
})

// LibreOffice takes a while to start where several tests do at once.
test.runIf(hasLibreOffice)(
  'LibreOffice sets it on A4, with its tables and whole words',
  { timeout: 120_000 },
  async () => {
    const bytes = await officialDocument({
      redHead: { issuer: '青禾县创建办', number: '〔2026〕　　号' },
      paragraphs: [...bulletinText(facts(), '2026-03-20'), { style: 'signature', text: '青禾县创建办' }],
    })
    const sheet = await printed(bytes, 'bulletin.docx')
    expect(sheet).toMatchObject({ width: 595, height: 842 })
    const text = sheet?.text.replace(/\s/g, '') ?? ''
    for (const words of [
      '关于三月抽查情况的通报',
      '实际查了',
      '消防通道畅通（一票否决）',
      '45%（21%—72%）',
      '下一步要求',
    ])
      expect(text).toContain(words)
  },
)

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await furnishRounds(house)
})
afterAll(() => house.close())

test('it is written when the round is over, by who runs it or looks after who does, and of the whole round', async () => {
  const { people } = house.seeded
  const drawn = await roundAt(house, 'drawn', {
    inspectorIds: [people.inspector.id],
    quotas: { '居民小区 · 东桥街道': 3 },
  })
  const [failing, good] = drawn.drawn
  await visitMade(house, drawn, failing?.point.id ?? '', people.inspector.id, 'fails')
  await visitMade(house, drawn, good?.point.id ?? '', people.inspector.id, 'conforms')
  const asked = { id: drawn.id }
  await expect(house.as('officer').rounds.bulletin(asked)).rejects.toMatchObject({ code: 'state-forbids' })
  expect(drawn.bulletinUrl).toBeNull()
  const ended = await house.as('officer').rounds.end(key(drawn))
  expect(ended.bulletinUrl).toBe(`/api/v1/rounds/${drawn.id}/bulletin.docx`)
  const file = await house.as('leader').rounds.bulletin(asked)
  expect(file.name).toBe('关于三月抽查情况的通报.docx')
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })
  expect(value).toContain('实际查了2个，1个没有查或没有查完')
  expect(value).toContain('查过的2个点位中，1个没有不符合的检查项')
  expect(value).toMatch(/居民小区\s+楼道无杂物\s+1／2/)
  await expect(house.as('willowUnit').rounds.bulletin(asked)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(house.as('strangerAdministrator').rounds.bulletin(asked)).rejects.toMatchObject({ code: 'not-found' })
})
