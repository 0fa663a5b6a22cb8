import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchParty, type NamedUnit, type PartyContext } from './party-match.ts'
import type { UnitKind } from './unit-kind.ts'

const unit = (
  name: string,
  kind: UnitKind,
  shortName: string | null = null,
  aliases: readonly string[] = [],
): NamedUnit => ({
  id: name,
  name,
  shortName,
  aliases,
  kind,
  path: `yunxi.${name}`,
})

const county: readonly NamedUnit[] = [
  unit('云溪县住房和城乡建设局', 'department'),
  unit('云溪县城市管理综合执法局', 'department', null, ['城管大队']),
  unit('云溪县人力资源和社会保障局', 'department'),
  unit('云溪县民政局', 'department'),
  unit('云溪县卫生健康委员会', 'department'),
  unit('云溪县妇女联合会', 'department'),
  unit('中共云溪县委宣传部', 'department'),
  unit('云溪县爱国卫生运动委员会办公室', 'department'),
  unit('云溪县市场监督管理局', 'department'),
  unit('云溪县发展和改革局', 'department'),
  unit('云溪县总工会', 'department'),
  unit('临河街道办事处', 'street', '临河街道'),
  unit('东门街道', 'street'),
  unit('青石镇', 'town'),
  unit('滨河社区', 'community'),
  unit('临河社区', 'community'),
  unit('柳堤社区居民委员会', 'community'),
  unit('石桥村', 'village'),
  unit('柳堤小区', 'estate'),
  unit('安居物业服务有限公司', 'company'),
  unit('云溪百货商场', 'company'),
  unit('实验小学', 'school'),
]

const context: PartyContext = { units: county, remembered: [], places: ['云溪县', '云溪'] }

const match = (name: string, more: Partial<PartyContext> = {}) => {
  const { kind, units, candidates } = matchParty(name, { ...context, ...more })
  return { kind, units: units.map(({ name: found }) => found), candidates: candidates.map(({ name: found }) => found) }
}

describe('one unit is known by', () => {
  test.each([
    ['its name', '云溪县民政局', '云溪县民政局'],
    ['its short name', '临河街道', '临河街道办事处'],
    ['an alias', '城管大队', '云溪县城市管理综合执法局'],
    ['its name without the place', '县民政局', '云溪县民政局'],
    ['a remark behind it', '民政局(牵头)', '云溪县民政局'],
    ['full-width brackets and spaces', '民政局 （牵头）', '云溪县民政局'],
    ['another ending of the same body', '滨河居委会', '滨河社区'],
    ['another ending of a street', '东门街道办', '东门街道'],
    ['the party in front', '县委宣传部', '中共云溪县委宣传部'],
    ['an abbreviation', '县住建局', '云溪县住房和城乡建设局'],
    ['a shorter abbreviation', '人社局', '云溪县人力资源和社会保障局'],
    ['an abbreviation that begins like a place', '市监局', '云溪县市场监督管理局'],
    ['an abbreviated committee', '卫健委', '云溪县卫生健康委员会'],
    ['an abbreviated office', '县爱卫办', '云溪县爱国卫生运动委员会办公室'],
    ['two characters', '县妇联', '云溪县妇女联合会'],
    ['委 for 局', '发改委', '云溪县发展和改革局'],
    ['being the only one of its kind', '村', '石桥村'],
  ])('%s', (_, written, name) => expect(match(written)).toEqual({ kind: 'one', units: [name], candidates: [] }))
})

describe('every unit of a kind is meant by', () => {
  const communities = ['滨河社区', '临河社区', '柳堤社区居民委员会']
  const streets = ['临河街道办事处', '东门街道']
  test.each([
    ['各社区', communities],
    ['全县各社区', communities],
    ['所有社区', communities],
    ['各街道', streets],
    ['各镇(街道)', [...streets, '青石镇']],
    ['各乡镇', ['青石镇']],
    ['各村(社区)', [...communities, '石桥村']],
    ['各小区（社区、村）', [...communities, '石桥村', '柳堤小区']],
    ['各学校', ['实验小学']],
    ['各物业服务企业', ['安居物业服务有限公司']],
    ['各企业', ['安居物业服务有限公司', '云溪百货商场']],
  ])('%s', (written, names) => expect(match(written)).toEqual({ kind: 'every', units: names, candidates: [] }))
})

describe('somebody is asked about', () => {
  test.each([
    ['departments concerned', '各有关部门', '云溪县民政局'],
    ['a bare kind with several units', '社区', '滨河社区'],
    ['half a name that fits two', '柳堤', '柳堤小区'],
    ['the first half of a name', '安居物业', '安居物业服务有限公司'],
    ['a list with one unclear', '民政局、社区', '滨河社区'],
  ])('%s', (_, written, offered) => {
    const { kind, units, candidates } = match(written)
    expect([kind, units]).toEqual(['ask', []])
    expect(candidates).toContain(offered)
  })

  test.each(['相关单位', '各责任单位', '驻区单位', '各单位'])('%s', written => expect(match(written).kind).toBe('ask'))

  test('a name that two units bear', () => {
    const twins = [unit('滨河社区', 'community'), { ...unit('滨河社区', 'community'), id: 'other' }]
    expect(match('滨河社区', { units: twins })).toMatchObject({ kind: 'ask', candidates: ['滨河社区', '滨河社区'] })
  })
})

test.each(['保洁员', '社区干部', '全体员工', '县交通运输局', '', '各居民'])('nobody is found for %s', written => {
  expect(match(written)).toEqual({ kind: 'none', units: [], candidates: [] })
})

describe('a list', () => {
  test.each(['住建局、民政局', '住建局和民政局', '县住建局,县民政局等'])('%s is each of its units', written => {
    expect(match(written)).toMatchObject({ kind: 'several', units: ['云溪县住房和城乡建设局', '云溪县民政局'] })
  })

  test('may hold a whole kind', () => {
    expect(match('各街道、县民政局').units).toEqual(['临河街道办事处', '东门街道', '云溪县民政局'])
  })
})

describe('what was decided before', () => {
  const remembered = [
    { name: '县文明办', unitIds: ['中共云溪县委宣传部'] },
    { name: '各有关部门', unitIds: ['云溪县民政局', '滨河社区'] },
    { name: '三邻', unitIds: [] },
    { name: '老干部局', unitIds: ['撤销'] },
  ]

  test('is taken as it was', () => {
    expect(match('县文明办', { remembered })).toMatchObject({ kind: 'one', units: ['中共云溪县委宣传部'] })
    expect(match('各有关部门', { remembered })).toMatchObject({ kind: 'several', units: ['云溪县民政局', '滨河社区'] })
    expect(match('三邻', { remembered }).kind).toBe('none')
  })

  test('does not count once the unit is no longer there', () => {
    expect(match('老干部局', { remembered }).kind).not.toBe('one')
  })
})

test('whatever is written, every unit comes from the county, settled or offered and never both', () => {
  const word = fc.constantFrom(
    '各',
    '县',
    '社区',
    '街道',
    '(',
    ')',
    '、',
    '和',
    '局',
    '住建',
    '物业',
    '等',
    '有关',
    '柳堤',
    '云溪县',
    '村',
    '办',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word, { maxLength: 12 }).map(words => words.join('')),
      ),
      written => {
        const { kind, units, candidates, confidence } = matchParty(written, context)
        expect([...units, ...candidates].every(found => county.includes(found))).toBe(true)
        expect(units.length > 0).toBe(kind === 'one' || kind === 'several' || kind === 'every')
        expect(kind === 'one' ? units.length : 1).toBe(1)
        expect(units.length > 0 && candidates.length > 0).toBe(false)
        expect(confidence >= 0 && confidence <= 1).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
