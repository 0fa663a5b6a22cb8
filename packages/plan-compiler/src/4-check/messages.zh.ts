import type { Per } from '../plan.ts'
import type { MessageCatalogue } from './message-catalogue.ts'

const rhythm: Readonly<Record<Per, string>> = {
  day: '每日',
  week: '每周',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  season: '逢节',
  term: '每学期',
  year: '每年',
  continuous: '全天',
}

const weekdays = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日']

const burdenRules = '《整治形式主义为基层减负若干规定》（2024年）'
const appRules = '《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）'

export const zh: MessageCatalogue = {
  'phases-overlap': ({ first, second, days }) => ({
    what: `“${first}”与“${second}”的时间重叠了${days}天。`,
    why: '两个阶段同时进行，哪一天该做哪件事、由谁验收都说不清。',
    fix: '核对两处起止日期，让后一阶段从前一阶段结束的次日开始；确需并行的，请写明。',
  }),
  'phases-out-of-order': ({ phase, start, other }) => ({
    what: /^\d\d-\d\d$/.test(other)
      ? `“${phase}”的结束日期早于开始日期。`
      : `“${phase}”从${start}开始，却排在${other}之后。`,
    why: '时间倒着走，任务一下达就已经逾期。',
    fix: '改正写错的日期，或者调整阶段的先后顺序。',
  }),
  'phase-gap': ({ first, second, days }) => ({
    what: `“${first}”结束到“${second}”开始之间空了${days}天。`,
    why: '空出来的日子不属于任何阶段，工作会停下来，也没有人负责。',
    fix: '把后一阶段提前，或者把前一阶段延后，使两段首尾相接。',
  }),
  'duration-mismatch': ({ said, window, days }) => ({
    what: `写的是“${said}”，而“${window}”实际是${days}天。`,
    why: '各单位会按不同的长度安排工作，结束时间对不上。',
    fix: '以起止日期为准改正时长，或者以时长为准改正日期。',
  }),
  'date-outside-plan': ({ date, window }) => ({
    what: `“${date}”落在所定时间“${window}”之外。`,
    why: '那时这一段工作还没开始或者已经结束，安排落不了地。',
    fix: '改正这个日期，或者放宽所定的起止时间。',
  }),
  'impossible-date': ({ date, last }) => ({
    what: last > 0 ? `没有“${date}”这一天，当月最后一天是${last}日。` : `没有“${date}”这一天。`,
    why: '日历上不存在的日子无法作为期限。',
    fix: '改为日历上有的日期。',
  }),
  'date-garbled': ({ written }) => ({
    what: `“${written}”不是完整的日期，掉了字。`,
    why: '看不出是哪一天，期限无从计算。',
    fix: '把缺的年、月或日补上。',
  }),
  'year-missing': ({ written }) => ({
    what: `“${written}”没有写明是哪一年。`,
    why: '年份不定，期限和年度目标都无法计算。',
    fix: '写上年份，或者一次指明全文按哪一年。',
  }),
  'deadline-before-start': ({ deadline, event, start }) => ({
    what: `期限“${deadline}”早于“${event}”（${start}）。`,
    why: '工作还没有开始就已经到期，谁也完成不了。',
    fix: '把期限推后，或者把开始的时间提前。',
  }),
  'sum-mismatch': ({ said, sum, unit, items }) => ({
    what: `总数写的是${said}${unit}，${items}项相加却是${sum}${unit}。`,
    why: '总数与分项不符，拨付、考核都没有依据。',
    fix: `核对各项；如果分项无误，总数应为${sum}${unit}。`,
  }),
  'capital-amount-mismatch': ({ figure, capital }) => ({
    what: `小写“${figure}”与大写“${capital}”不是同一个数。`,
    why: '大小写不一致的金额不能作为拨付依据。',
    fix: '核对金额，使大小写一致。',
  }),
  'count-mismatch': ({ said, counted }) => ({
    what: `写的是“${said}”，实际列出${counted}项。`,
    why: '多出或少掉的一项，没有人知道该不该做。',
    fix: '补上缺的，删去多的，或者改正数目。',
  }),
  'conflicting-targets': ({ subject, first, second }) => ({
    what: `“${subject}”前后两个目标不一致：一处是${first}，另一处是${second}。`,
    why: '同一指标有两个标准，是否达标无法判定。',
    fix: '只保留一个数值；如果对象或时限不同，请在文中写清楚。',
  }),
  'conflicting-cadence': ({ work, first, second }) => ({
    what: `同一项工作“${work}”，一处要求${rhythm[first]}，另一处要求${rhythm[second]}。`,
    why: '执行的人不知道按哪个频次做，考核也没有依据。',
    fix: '统一为一个频次；如果由不同层级分别开展，请写明各由谁负责。',
  }),
  'name-varies': ({ name, other }) => ({
    what: `“${other}”在别处写作“${name}”，似指同一对象。`,
    why: '一个名称两种写法，责任和考核会落到两处，或者落空。',
    fix: `核对后统一写法；如果确是两个对象，请各自交代清楚。`,
  }),
  'foreign-passage': ({ words, own }) => ({
    what: `“${words}”与本方案（${own}）不相称，像是从别的方案里带过来的。`,
    why: '照抄的段落会把别的单位的职责和目标写进来，本单位无法执行。',
    fix: '删去，或者改写成本单位自己的内容。',
  }),
  'numbering-gap': ({ before, after, missing }) => ({
    what: `序号从“${before}”跳到“${after}”，缺“${missing}”。`,
    why: '可能漏了一条，也可能引用时对不上。',
    fix: '补上缺的内容，或者重新编号。',
  }),
  'numbering-repeat': ({ marker }) => ({
    what: `序号“${marker}”用了两次。`,
    why: '按序号交办、引用时会指向两处。',
    fix: '把后一个及其后的序号顺延。',
  }),
  'numbering-style': ({ marker, proper }) => ({
    what: `序号“${marker}”的写法不规范或与同级不一致。`,
    why: '序号与正文粘连或者样式不一，层次看不清。',
    fix: `写作“${proper}”。`,
  }),
  'section-empty': ({ heading }) => ({
    what: `“${heading}”只有标题，没有内容。`,
    why: '这一部分要做什么没有写，无法执行。',
    fix: '补上内容，或者删去这个标题。',
  }),
  'placeholder-left': ({ placeholder, count }) => ({
    what: count > 1 ? `留着没有填写的“${placeholder}”等${count}处。` : `留着没有填写的“${placeholder}”。`,
    why: '单位、人员或数字空着，任务就没有着落。',
    fix: '填上实际内容。',
  }),
  'heading-cut': ({ heading }) => ({
    what: `标题“${heading}”没有写完。`,
    why: '后半截丢了，看不出这一部分管什么。',
    fix: '把标题补全。',
  }),
  'no-leading-body': ({ mention }) => ({
    what: `文中由“${mention}”办事，但没有写明它由谁组成。`,
    why: '没有牵头的人，遇事无人拍板，任务无人总管。',
    fix: '写明领导小组的组长、副组长、成员和办公室；如果沿用已有的机构，请注明成立文件。',
  }),
  'body-without-leader': ({ name }) => ({
    what: `“${name}”列了成员，没有写负责人。`,
    why: '没有第一责任人，任务和问题交不到人。',
    fix: '写明组长（总指挥、负责人）是谁。',
  }),
  'office-without-head': ({ name }) => ({
    what: `“${name}”没有写主任，也没有写设在哪里。`,
    why: '日常工作和材料不知道该找谁。',
    fix: '写明办公室设在哪个单位、由谁兼任主任。',
  }),
  'party-unknown': ({ party }) => ({
    what: `任务交给了“${party}”，但方案没有设立它。`,
    why: '交给不存在的机构，等于没有交办。',
    fix: '在组织机构里写上它，或者改由已有的机构承担。',
  }),
  'task-without-owner': ({ task }) => ({
    what: `“${task}”没有写责任单位，而同一清单的其他各项都写了。`,
    why: '没有责任单位的任务无人去做，也无法督办。',
    fix: '写明由谁负责。',
  }),
  'task-without-deadline': ({ task }) => ({
    what: `“${task}”没有写完成时限，而同一清单的其他各项都写了。`,
    why: '没有期限的任务看不出是否逾期。',
    fix: '写明完成时间。',
  }),
  'vague-party': ({ party }) => ({
    what: `责任单位写的是“${party}”，没有点名。`,
    why: '泛指的单位收不到任务，人人有责就是无人负责。',
    fix: '写出具体单位的名称。',
  }),
  'target-unmeasurable': ({ target }) => ({
    what: `目标“${target}”没有数值，全文也没有这一项的指标。`,
    why: '到期时无法判断是否做到。',
    fix: '写明现在是多少、要达到多少、以什么数据为准。',
  }),
  'step-missing': ({ step }) => ({
    what: `程序里有“${step}”这一步，后文没有说怎么做。`,
    why: '缺一步，申报单位和评审单位都走不下去。',
    fix: '写明这一步由谁、在什么时候、按什么条件办理，或者从程序中删去。',
  }),
  'burden-cadence': ({ words }) => ({
    what: `“${words}”要求按日报送材料。`,
    why: `${burdenRules}不允许频繁要求基层填表格、报材料，同一材料只报一次；每天报一次，基层就忙于报表而不是做事。`,
    fix: '改为按需或按月报送，或者由系统从工作记录里直接生成。',
  }),
  'burden-sign-in': ({ words }) => ({
    what: `“${words}”要求打卡、签到。`,
    why: `${burdenRules}和${appRules}规定，除安保、应急等特殊场景外，不得设置打卡签到、统计在线时长等强制功能。`,
    fix: '删去；以事情办没办成为准。',
  }),
  'burden-people-ranking': ({ words }) => ({
    what: `“${words}”对个人积分、排名。`,
    why: `${burdenRules}和${appRules}规定，除安保、应急等特殊场景外，不得设置积分排名等强制功能；要评的是单位的成效，不是人的次数。`,
    fix: '改为对单位按成效评价，或者删去。',
  }),
  'burden-photo-trace': ({ words }) => ({
    what: `“${words}”以照片、截图等留痕证明工作。`,
    why: `${burdenRules}规定，拍照留痕不是评判工作优劣的标准；${appRules}规定，非必要不得强制要求上传工作照片、视频和轨迹。`,
    fix: '改为看实际效果，照片只在反映问题确有需要时使用。',
  }),
  'weekday-mismatch': ({ date, year, weekday }) => ({
    what: `“${date}”写错了，${year}年的这一天是${weekdays[weekday - 1]}。`,
    why: '按日期去的人和按星期去的人不会在同一天到。',
    fix: '核对日期；日期无误的，改正星期。',
  }),
  'share-above-whole': ({ words }) => ({
    what: `“${words}”超过了百分之百。`,
    why: '这一类比率是全体中的一部分，最多百分之百；写错的数无法考核。',
    fix: '核对原数，多半是多写了一位或者漏了小数点。',
  }),
  'shares-mismatch': ({ sum, items }) => ({
    what: `这里的${items}项比例相加是${sum}%，不是100%。`,
    why: '多出或缺少的部分算在谁头上说不清，得分和分摊都算不出来。',
    fix: '核对各项比例，使其合计为100%。',
  }),
  'attachment-missing': ({ attachment }) => ({
    what: `正文提到“${attachment}”，文末却没有它。`,
    why: '照着附件填报、执行的单位找不到依据。',
    fix: '补上附件，或者改正编号；不再需要的，删去正文里的说法。',
  }),
  'phone-garbled': ({ number, digits }) => ({
    what: `电话“${number}”有${digits}位数字，拨不通。`,
    why: '群众和各单位有事打不进来。',
    fix: '核对号码：手机11位；座机7至8位，前面可加区号。',
  }),
  'lead-conflicting': ({ work, first, second }) => ({
    what: `“${work}”一处由“${first}”牵头，另一处由“${second}”牵头。`,
    why: '两家都可以说是对方的事，任务会落空，也可能重复做。',
    fix: '只留一家牵头，另一家改为配合；如果范围不同，请写清楚。',
  }),
  'text-damaged': ({ mark, count }) => ({
    what: count > 1 ? `这里有${count}处文字损坏（“${mark}”等）。` : `这里文字损坏（“${mark}”）。`,
    why: '丢失的字可能改变意思，这一处没有再作其他检查。',
    fix: '对照原件补上；多半是编码转换造成的，换一种方式导出再试。',
  }),
}
