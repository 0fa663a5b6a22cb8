import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Plan } from './plan.ts'

const read = (...lines: readonly string[]): Plan => {
  const [plan] = compile(['云溪县校园食堂提升行动方案', ...lines].join('\n'), { name: 'sample' }).plans
  if (!plan) throw new Error('no plan was read')
  return plan
}

test('items that begin with a body and what it is for are bodies, each with its own leader', () => {
  const { groups, tasks } = read(
    '二、组织机构',
    '成立县校园食堂提升领导小组,由副县长韩立新任组长。领导小组下设三个专班组:',
    '1、建设维护组,组长由基建科科长担任,负责后厨改造。',
    '2、设备采购组,组长由装备科科长担任,负责设备更新。',
    '3、食品检测组,负责抽样送检。',
  )
  expect(groups.map(({ kind, name, leaders }) => [kind, name, leaders])).toEqual([
    ['leading', '县校园食堂提升领导小组', ['副县长韩立新']],
    ['working', '建设维护组', ['基建科科长']],
    ['working', '设备采购组', ['装备科科长']],
    ['working', '食品检测组', []],
  ])
  expect(tasks.map(({ responsible }) => responsible)).toEqual(
    expect.arrayContaining([['建设维护组'], ['设备采购组'], ['食品检测组']]),
  )
})

test('two posts of one person are one leader, and who heads the office does not lead the body', () => {
  const { groups } = read(
    '二、组织机构',
    '成立县和睦校园建设和管理领导小组,由县委常委、组织部部长秦川任组长,副县长郭敏任副组长。办公室设在县教育局,由安全科科长周立文兼任办公室主任。',
  )
  expect(groups.map(({ kind, name, leaders, deputies }) => [kind, name, leaders, deputies])).toEqual([
    ['leading', '县和睦校园建设和管理领导小组', ['县委常委、组织部部长秦川'], ['副县长郭敏']],
    ['office', '办公室', ['安全科科长周立文'], []],
  ])
})

test('a post and its holder with a blank between are one', () => {
  const { groups } = read('二、组织机构', '成立领导小组。', '组长:秦川', '副组长:副镇长 郭敏、镇党委委员 周立文')
  expect(groups[0]?.deputies).toEqual(['副镇长 郭敏', '镇党委委员 周立文'])
})

test('the last of a list of bodies begins after the word that joins it', () => {
  const { groups } = read('二、组织机构', '领导小组下设综合协调组、宣传教育组和督查考核组。')
  expect(groups.filter(({ kind }) => kind === 'working').map(({ name }) => name)).toEqual([
    '综合协调组',
    '宣传教育组',
    '督查考核组',
  ])
})

test('guiding others in setting up a body sets up none', () => {
  const { groups, tasks } = read('四、部门分工', '1、县教育局负责指导学校、幼儿园成立膳食委员会。')
  expect(groups).toEqual([])
  expect(tasks.map(({ responsible }) => responsible)).toEqual([['县教育局']])
})

test('a name goes on to its last word and begins after the verb', () => {
  const { tasks } = read(
    '三、重点任务',
    '(一)县委督查室会同县纪委对整改不力的学校进行督办。',
    '(二)食谱由县教育局每季度更新一次。',
    '(三)由镇党委宣传办组织宣讲队到校宣讲。',
    '(四)领导小组每月听取各学校汇报。',
  )
  expect(tasks.map(({ responsible }) => responsible)).toEqual([
    ['县委督查室'],
    ['县教育局'],
    ['镇党委宣传办'],
    ['领导小组'],
  ])
})

test('GROUP-4 posts with no body in sight are those of a leading body', () => {
  const { groups } = read('二、组织机构', '组　长:陈远航', '副组长:李素琴　王建国', '成　员:各楼长')
  expect(groups.map(({ kind, leaders, deputies }) => [kind, leaders, deputies])).toEqual([
    ['leading', ['陈远航'], ['李素琴', '王建国']],
  ])
})

test('two posts beside each other are two, a first deputy is a deputy, and an office sits where it is', () => {
  const { groups } = read(
    '二、组织机构',
    '成立整治工作领导小组,镇党委书记任组长,镇长任第一副组长,司法所主要负责同志为成员。',
    '下设办公室在宣传办,宣传委员兼办公室主任。',
  )
  expect(groups).toMatchObject([
    { leaders: ['镇党委书记'], deputies: ['镇长'], members: ['司法所主要负责同志'] },
    { kind: 'office', leaders: ['宣传委员'], location: '宣传办' },
  ])
})

test('GROUP-1 a bare line with its leader on the line below names a body', () => {
  const { groups } = read(
    '二、督导分组',
    '第一督导组',
    '组长:陈远航',
    '成员:城管科、平安办',
    '第二督导组',
    '组长:李素琴',
  )
  expect(groups.map(({ name, leaders }) => [name, leaders])).toEqual([
    ['第一督导组', ['陈远航']],
    ['第二督导组', ['李素琴']],
  ])
})

test('GROUP-2 a committee has a director of its own, and its office another', () => {
  const { groups } = read(
    '二、组织领导',
    '成立招生工作委员会,院长任主任,分管副院长任副主任,各系部主任为委员;委员会下设办公室,由学生处处长任办公室主任。',
  )
  expect(groups.map(({ kind, leaders, deputies, members }) => [kind, leaders, deputies, members])).toEqual([
    ['leading', ['院长'], ['分管副院长'], ['各系部主任']],
    ['office', ['学生处处长'], [], []],
  ])
})

test('GROUP-1 bodies that a division of labour charges are its groups', () => {
  const { groups, tasks } = read(
    '五、工作人员及分工',
    '1.后勤组:负责物资采购;',
    '2.接待组:负责来宾签到;',
    '3.宣传组:负责拍摄。',
  )
  expect(groups.map(g => g.name)).toEqual(['后勤组', '接待组', '宣传组'])
  expect(tasks.map(t => t.responsible)).toEqual([['后勤组'], ['接待组'], ['宣传组']])
})

test('GROUP-5 several groups named in a row are a group each', () => {
  const { groups } = read(
    '二、组织机构',
    '成立领导小组,由副县长韩立新担任组长。领导小组下设综合协调、食材采购、督查评议三个工作组。',
  )
  expect(groups.map(({ kind, name }) => [kind, name])).toEqual([
    ['leading', '领导小组'],
    ['working', '综合协调组'],
    ['working', '食材采购组'],
    ['working', '督查评议组'],
  ])
})

test('GROUP-5 conveners, two heads, and who a committee includes are its people', () => {
  const [first, second] = read(
    '一、工作专班',
    '成立食堂提升工作专班,副县长韩立新担任召集人,教育局局长罗平任副召集人。',
    '二、膳食委员会',
    '学校成立膳食委员会,主任由校长纪桐担任,委员包括总务主任、家长代表。',
  ).groups
  expect([first?.leaders, first?.deputies]).toEqual([['副县长韩立新'], ['教育局局长罗平']])
  expect(second?.members).toEqual(['总务主任', '家长代表'])
  const [both] = read('成立提升行动总指挥部,由县委书记、县长任双总指挥。').groups
  expect(both?.leaders).toEqual(['县委书记', '县长'])
})

test('GROUP-2 an office and a headquarters sit where a sentence says, over a comma too', () => {
  const { groups } = read(
    '一、组织领导',
    '成立食堂提升领导小组,由副县长韩立新任组长。领导小组下设办公室,设在县教育局,由罗平兼任办公室主任。',
  )
  expect(groups.map(({ location }) => location)).toEqual([null, '县教育局'])
  expect(read('成立食堂提升指挥部,县长韩立新任指挥长。指挥部设在县教育局,电话有人接听。').groups[0]?.location).toBe(
    '县教育局',
  )
})

test('GROUP-4 who leads one of several campaigns heads no body', () => {
  const { groups } = read(
    '一、采购行动',
    '指挥长:副县长韩立新',
    '牵头单位:县教育局',
    '二、改造行动',
    '指挥长:副县长罗平',
    '牵头单位:县住建局',
  )
  expect(groups).toEqual([])
})

test('GROUP-6 a table of posts names the people of a body', () => {
  const rows = [
    '职务\t姓名\t单位及职务',
    '组长\t韩立新\t副县长',
    '副组长\t罗平\t县教育局局长',
    '成员\t周岚、许远\t县教育局副局长',
  ]
  const [named] = read('一、组织领导', '成立食堂提升领导小组,名单如下:', ...rows).groups
  expect([named?.name, named?.leaders, named?.deputies, named?.members]).toEqual([
    '食堂提升领导小组',
    ['韩立新'],
    ['罗平'],
    ['周岚', '许远'],
  ])
  expect(read('一、组织机构', ...rows).groups.map(({ name, leaders }) => [name, leaders])).toEqual([
    ['领导小组', ['韩立新']],
  ])
})
