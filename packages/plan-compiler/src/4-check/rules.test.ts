import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'

/** The codes above style that a text gives, with the words each is said of. */
const found = (...lines: readonly string[]): readonly string[] => {
  const { text, plans } = compile(['溪口街道工作方案', ...lines].join('\n'), { name: 'plan.md', year: 2026 })
  return plans.flatMap(plan =>
    plan.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
  )
}

const phases = (first: string, second: string): readonly string[] =>
  found('一、实施步骤', `(一)动员阶段(${first})。召开会议。`, `(二)实施阶段(${second})。开展整治。`)

describe('phases', () => {
  it('that follow day upon day are left in peace', () => {
    expect(phases('3月1日至3月31日', '4月1日至5月31日')).toEqual([])
    expect(phases('3月上旬至3月中旬', '3月下旬至5月底')).toEqual([])
  })

  it('that go on into the next year do not run backwards', () => {
    expect(phases('9月1日至11月30日', '12月1日至次年2月底')).toEqual([])
  })

  it('that share one day say so only as a matter of style', () => {
    expect(phases('3月1日至3月31日', '3月31日至5月31日')).toEqual([])
  })

  it('that run side by side on purpose are left in peace', () => {
    const lines = [
      '一、实施步骤',
      '(一)排查阶段(3月1日至4月30日)。边查边改,同步推进。',
      '(二)整改阶段(4月1日至5月31日)。',
    ]
    expect(found(...lines)).toEqual([])
  })

  it('whose window runs backwards cannot be run', () => {
    expect(found('一、实施步骤', '(一)动员阶段(5月20日至4月10日)。召开会议。')).toEqual([
      'phases-out-of-order 5月20日至4月10日',
    ])
  })
})

describe('a length said beside its dates', () => {
  it.each([
    ['为期一个月,从3月1日至3月31日', []],
    ['为期三个月(4月1日至6月30日)', []],
    ['为期一周,从5月11日至5月17日', []],
    ['为期半个月,从5月1日至5月15日', []],
    ['为期约一个月,从3月1日至4月10日', []],
    ['为期三个月,从4月1日至6月15日', ['duration-mismatch 三个月']],
    ['为期10天,从5月1日至5月15日', ['duration-mismatch 10天']],
  ])('%s', (sentence, expected) => {
    expect(found('一、工作安排', `整治工作${sentence}。`)).toEqual(expected)
  })
})

describe('totals', () => {
  it('told after their items are added up', () => {
    expect(found('一、经费', '报酬需83.5万元,培训需19.9万元,两项合计101.7万元。')).toEqual(['sum-mismatch 101.7万元'])
    expect(found('一、经费', '报酬需83.5万元,培训需19.9万元,两项合计103.4万元。')).toEqual([])
  })

  it('told above a list are added up', () => {
    const list = (total: string): readonly string[] =>
      found('一、经费预算', `经费共计${total}。`, '1、宣传费10万元。', '2、设备费30万元。', '3、奖励费20万元。')
    expect(list('60万元')).toEqual([])
    expect(list('50万元')).toEqual(['sum-mismatch 50万元'])
  })

  it('of units are added up like money', () => {
    expect(found('一、范围', '全县共39个单位,其中镇19个、街道6个、园区13个。')).toEqual(['sum-mismatch 39个'])
  })

  it('may have their items behind a colon, or among other words', () => {
    expect(found('一、经费', '活动经费3.5万元:宣传费1.2万元、工具费1.8万元、奖品0.6万元。')).toEqual([
      'sum-mismatch 3.5万元',
    ])
    expect(found('一、经费', '活动经费3.6万元:宣传费1.2万元、工具费1.8万元、奖品0.6万元。')).toEqual([])
    expect(found('一、任务', '全年加装电梯60台,其中上半年30台、下半年35台。')).toEqual(['sum-mismatch 60台'])
    expect(found('一、任务', '全年加装电梯60台,其中上半年30台、下半年28台。')).toEqual([])
    expect(found('一、任务', '覆盖全部28部电梯,其中南苑12部、北苑10部、东苑8部。')).toEqual(['sum-mismatch 28部'])
  })

  it('of which only a part is told are left in peace', () => {
    expect(found('一、经费', '项目总投资100万元,其中县级补助30万元、镇级补助20万元。')).toEqual([])
  })

  it('are not made of prices for each', () => {
    expect(found('一、经费', '共需经费20万元,其中每个点位补助2万元、每名队员补助500元。')).toEqual([])
  })
})

describe('what is counted', () => {
  it('is counted in mottos', () => {
    expect(found('一、目标', '实现“五无”,即无垃圾、无杂物、无积水、无摊点。')).toEqual(['count-mismatch 五无'])
    expect(found('一、目标', '实现“四无”,即无垃圾、无杂物、无积水、无摊点。')).toEqual([])
  })

  it('is counted where the motto stands over its list', () => {
    const items = ['1.开一次会。', '2.评一批户。', '3.贴一批画。']
    expect(found('一、内容', '开展“五个一”活动:', ...items)).toEqual(['count-mismatch 五个'])
    expect(found('一、内容', '开展“三个一”活动:', ...items)).toEqual([])
  })

  it('is counted in stages', () => {
    const stages = ['第一阶段:动员。', '第二阶段:实施。', '第三阶段:总结。']
    expect(found('一、步骤', '工作分四个阶段进行。', ...stages)).toEqual(['count-mismatch 分四个阶段'])
    expect(found('一、步骤', '工作分三个阶段进行。', ...stages)).toEqual([])
  })
})

describe('numbers of items', () => {
  it('may run on through the plan', () => {
    expect(found('一、任务', '1、清扫道路。', '2、清运垃圾。', '二、要求', '3、加强领导。', '4、落实责任。')).toEqual(
      [],
    )
  })

  it('begin with one', () => {
    expect(found('一、任务', '(一)清扫工程', '2、清扫背街小巷。', '3、清扫河岸。')).toEqual(['numbering-gap 2、'])
  })

  it('within a sentence have no gap', () => {
    expect(found('一、任务', '一是清扫道路,二是清运垃圾;四是清洗墙面。')).toEqual(['numbering-gap 四是'])
  })
})

describe('deadlines', () => {
  it('do not come before the phase that they stand in', () => {
    const lines = [
      '一、步骤',
      '(一)动员阶段(3月1日至3月31日)。召开会议。',
      '(二)实施阶段(4月1日至5月31日)。3月20日前完成排查。',
    ]
    expect(found(...lines)).toEqual(['deadline-before-start 3月20日前'])
  })
})

describe('a plan', () => {
  it('has a leap day in a leap year only', () => {
    expect(found('一、安排', '街道办事处于2028年2月29日前完成登记。')).toEqual([])
    expect(found('一、安排', '街道办事处于2027年2月29日前完成登记。')).toEqual(['impossible-date 2027年2月29日'])
  })

  it('that asks whether something is done has lost no character', () => {
    expect(found('一、排查', '看一看消防通道是否畅通?灭火器是否有效?')).toEqual([])
  })

  it('that forbids a burden does not impose it', () => {
    const lines = ['一、要求', '不得要求网格员打卡,不得对志愿者排名,不得要求拍照上传,不搞工作留痕。']
    expect(found(...lines)).toEqual([])
  })

  it('that asks for a photo of what is wrong asks for evidence', () => {
    expect(found('一、要求', '巡查中发现问题的,拍照上传平台交办。')).toEqual([])
  })

  it('whose targets are for different groups has no conflict', () => {
    const lines = ['一、目标', '1、新建小区垃圾分类覆盖率达到100%。', '2、老旧小区垃圾分类覆盖率达到80%以上。']
    expect(found(...lines)).toEqual([])
  })

  it('whose levels check in turn has no conflict', () => {
    expect(found('一、检查', '实行周检查、月通报、季评比,社区每周检查卫生一次,街道每月检查卫生一次。')).toEqual([])
  })
})

describe('a damaged place', () => {
  it('is reported once', () => {
    expect(found('一、经费', '街道安排经费共计80万元,其中装?费45万元、设备费20万元、标识费10万元。')).toEqual([
      'text-damaged ?',
    ])
  })
})

describe('dates of a plan of several years', () => {
  const plan = (limit: string) =>
    compile(['临溪区养老三年行动方案(2026—2028年)', '一、任务', `区民政局${limit}前完成规划编制。`].join('\n'), {
      name: 'p',
    }).plans.flatMap(({ diagnostics }) => diagnostics.filter(d => d.severity !== 'info').map(({ code }) => code))

  it('lie within the years that its title names', () => {
    expect(plan('2029年6月底')).toEqual(['date-outside-plan'])
    expect(plan('2028年6月底')).toEqual([])
  })
})

describe('a stage that ends before it begins', () => {
  it('is told of once, and of no gap behind it', () => {
    const stages = [
      '一、步骤',
      '第一阶段:动员(2026年3月1日—3月15日)。',
      '第二阶段:整治(2026年3月16日—2026年2月28日)。',
      '第三阶段:总结(2026年6月1日—6月30日)。',
    ]
    expect(found(...stages).map(words => words.split(' ')[0])).toEqual(['phases-out-of-order'])
  })
})

describe('names', () => {
  it('with two signs changed about are one name', () => {
    expect(found('一、考核', '按照测评标准进行评分,评测标准另行印发。')).toEqual(['name-varies 评测标准'])
  })

  it('of another community do not belong in a plan that bears its own', () => {
    const other = (name: string) =>
      compile(['2026年南屏社区反诈宣传工作方案', '一、任务', `(一)${name}社区要总结经验。`].join('\n'), {
        name: 'p',
        year: 2026,
      }).plans.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))
    expect(other('北湖')).toContain('foreign-passage')
    expect(other('南屏')).not.toContain('foreign-passage')
  })
})
