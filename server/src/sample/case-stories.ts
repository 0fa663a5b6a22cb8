/** How far a sample case has come. */
export type Fate =
  | 'found'
  | 'assigned'
  | 'late'
  | 'accepted'
  | 'in-hand'
  | 'asked'
  | 'refused'
  | 'submitted'
  | 'returned'
  | 'rechecked'
  | 'closed'
  | 'closed-after-return'
  | 'dismissed'

export type CaseStory = { readonly code: string; readonly title: string; readonly text: string; readonly done: string }

const story = (code: string, title: string, text: string, done: string): CaseStory => ({ code, title, text, done })

/** What is wrong, in invented places: the category says until when and what closes it. */
export const caseStories: readonly CaseStory[] = [
  story(
    'E01',
    '楼道转角堆放纸箱和旧家具',
    '三楼转角占去一半通道，轮椅过不去。',
    '已和住户一起清走，通道量过，净宽一米二。',
  ),
  story('E04', '电动车从窗口拉线充电', '两根插线板从二楼窗口垂到车棚。', '插线板已收，车主改到集中充电点。'),
  story('C02', '垃圾桶满冒，桶盖缺失', '早晨七点桶已冒尖，周边有散落。', '清运改为早晚各一次，换了两个桶盖。'),
  story('F03', '公示栏内容停在去年', '物业收支公示仍是去年第四季度。', '已换成本季度，注明更新日期。'),
  story('B03', '单元门前非机动车乱停', '门口停了十几辆，消防通道只剩一人宽。', '划线归位，物业每天巡两次。'),
  story('C01', '背街有成片生活垃圾', '墙角堆了约两立方米，有异味。', '已清走并冲洗地面，装了提示牌。'),
  story('A02', '楼栋之间两盏路灯不亮', '晚上七点后一段路全黑。', '更换灯头，连看三晚都亮。'),
  story('J01', '消防通道被私家车堵住', '南门通道停了四辆车。', '联系车主移走，补画了黄线。'),
  story('E02', '楼道墙面小广告密集', '一至三层墙面和电表箱上都有。', '铲除后统一刷白。'),
  story('H01', '农贸市场门口占道摆摊', '下午四点后摊位占去人行道。', '引导进场，门口设了隔离。'),
  story('C05', '围墙根有卫生死角', '枯叶和砖块积了一段时间。', '清理完毕，写明了保洁责任人。'),
  story('D03', '绿化带缺株、黄土裸露', '约十五平方米没有覆盖。', '补栽麦冬，已浇透。'),
  story('K01', '服务窗口无人在岗', '上午十点窗口空着，群众等了二十分钟。', '调整排班，窗口不离人。'),
  story('A04', '公厕水龙头损坏、有异味', '两个龙头关不紧，地面湿滑。', '换了龙头，通风打开。'),
  story('B01', '小区主路有坑洼', '三处坑洼，雨后积水。', '已补平，接缝压实。'),
  story('J02', '楼道灭火器过期', '二至五层八具灭火器压力不足。', '全部更换，检查卡已填。'),
  story('G02', '工地车辆带泥上路', '出口到路口约两百米有泥。', '冲洗设备恢复，路面洗净。'),
  story('K04', '值班巡查记录缺两周', '十月下旬没有记录。', '补齐能核实的部分，其余写明原因。'),
]

const hurried = new Set(['E04', 'C02', 'B03', 'C01', 'J01', 'H01', 'G02'])

/** Those whose limit is counted in working days. */
export const unhurriedStories = caseStories.filter(({ code }) => !hurried.has(code))

/** In the order in which cases are met: the last ones found have come the least far. */
export const caseFates: readonly Fate[] = [
  ...Array.from({ length: 26 }, (): Fate => 'closed'),
  ...Array.from({ length: 6 }, (): Fate => 'closed-after-return'),
  ...(['dismissed', 'closed', 'rechecked', 'late', 'late', 'asked', 'closed', 'late', 'returned'] as const),
  ...(['submitted', 'late', 'closed', 'in-hand', 'submitted', 'rechecked', 'in-hand', 'closed', 'refused'] as const),
  ...(['submitted', 'in-hand', 'accepted', 'rechecked', 'asked', 'accepted', 'submitted', 'in-hand'] as const),
  ...(['assigned', 'accepted', 'submitted', 'assigned', 'found', 'accepted', 'assigned', 'found', 'assigned'] as const),
  ...(['found', 'assigned', 'submitted', 'accepted', 'found', 'assigned', 'found'] as const),
]

export const failedRechecks = [
  '现场仍有一处没有清完，请再看北侧。',
  '照片与现场不符，请重新整改并补拍。',
  '标识还没有补上。',
]
export const extensionReasons = ['需要协调产权单位，已约本周面谈。', '配件到货要等三天。']
