import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import type { DiagnosticCode } from './codes.ts'

const title = '溪口街道工作方案'

/** The words that a code is said of, in a plan of 2026 with these lines. */
const wordsOf = (code: DiagnosticCode, ...lines: readonly string[]): readonly string[] => {
  const { text, plans } = compile([title, ...lines].join('\n'), { name: 'plan.md', year: 2026 })
  return plans.flatMap(plan =>
    plan.diagnostics.filter(one => one.code === code).map(({ span }) => text.slice(span.start, span.end)),
  )
}

describe('a date with its weekday', () => {
  it.each([
    ['2026年5月12日(星期二)召开会议。', []],
    ['5月12日(周二)召开会议。', []],
    ['2026年5月17日(星期天)开展清扫。', []],
    ['2026年5月12日（星期五）召开会议。', ['2026年5月12日（星期五']],
    ['5月12日周三下午集中清扫。', ['5月12日周三']],
    ['5月12日周边道路封闭。', []],
    ['每周五集中清扫。', []],
  ])('%s', (sentence, expected) => {
    expect(wordsOf('weekday-mismatch', '一、安排', sentence)).toEqual(expected)
  })
})

describe('a share of a whole', () => {
  it.each([
    ['小区垃圾分类覆盖率达到100%。', []],
    ['小区垃圾分类覆盖率达到1000%。', ['覆盖率达到1000%']],
    ['居民满意度须达到980%以上。', ['满意度须达到980%']],
    ['投入增长率达到120%。', []],
    ['产值同比增长150%。', []],
  ])('%s', (sentence, expected) => {
    expect(wordsOf('share-above-whole', '一、目标', sentence)).toEqual(expected)
  })
})

describe('shares of one whole', () => {
  it.each([
    ['总成绩由平时成绩和年终成绩组成,平时成绩占60%,年终成绩占40%。', []],
    ['总成绩由平时成绩和年终成绩组成,平时成绩占60%,年终成绩占30%。', ['60%,年终成绩占30%']],
    ['所需经费按县财政50%、镇财政30%、村集体10%的比例分担。', ['50%、镇财政30%、村集体10%']],
    ['所需经费由县财政承担50%,其余由镇财政承担。', []],
    ['队员中党员占45%,女性占50%。', []],
    ['考核中群众评价占比不低于40%,部门评价占比不低于50%。', []],
  ])('%s', (sentence, expected) => {
    expect(wordsOf('shares-mismatch', '一、办法', sentence)).toEqual(expected)
  })
})

describe('an attachment', () => {
  it('that is referred to is listed at the foot, by itself or with others', () => {
    expect(wordsOf('attachment-missing', '一、报送', '各社区填写附件。', '附件:登记表')).toEqual([])
    expect(wordsOf('attachment-missing', '一、报送', '各社区填写附件2。', '附件:1.登记表', '2.汇总表')).toEqual([])
    expect(wordsOf('attachment-missing', '一、报送', '各社区填写附件2。', '附件1:登记表', '附件2:汇总表')).toEqual([])
    expect(wordsOf('attachment-missing', '一、报送', '各社区填写附件3。', '附件:1.登记表', '2.汇总表')).toEqual([
      '附件3',
    ])
  })

  it('is a matter of style where none was pasted with the plan', () => {
    const { plans } = compile(`${title}\n一、报送\n各社区填写附件1。`, { name: 'plan.md' })
    expect(plans[0]?.diagnostics.filter(one => one.code === 'attachment-missing')).toMatchObject([{ severity: 'info' }])
  })
})

describe('a telephone number', () => {
  it.each([
    ['联系电话:13812345678。', []],
    ['联系电话:0571-85321677。', []],
    ['联系电话:(85321677)。', []],
    ['监督电话:12345。', []],
    ['举报电话为119。', []],
    ['服务热线:400-812-3456。', []],
    ['联系电话:1381234567。', ['1381234567']],
    ['手机:138123456789。', ['138123456789']],
    ['联系电话:85321677 85321678。', []],
    ['安装电话300部。', []],
  ])('%s', (sentence, expected) => {
    expect(wordsOf('phone-garbled', '一、联络', sentence)).toEqual(expected)
  })
})
