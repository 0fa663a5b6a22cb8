import { expect, it } from 'vitest'
import { compile } from '../compile.ts'

const opening = '临溪镇2026年工作方案\n为做好全镇各项工作,结合我镇实际,制定本方案。\n'

/** Ways of going wrong besides those of the samples; each gives its own code and no other. */
const ways: readonly (readonly [string, string])[] = [
  [
    'phases-overlap',
    '一、实施步骤\n1、宣传发动阶段。时间:3月1日—3月20日。召开会议。\n2、集中整治阶段。时间:3月15日—6月30日。清理垃圾。',
  ],
  ['phases-overlap', '一、实施步骤\n第一阶段(3月至5月)宣传。\n第二阶段(5月至8月)整治。'],
  ['phases-out-of-order', '一、实施步骤\n第一阶段(2026年5月1日至5月20日)宣传。\n第二阶段(2026年4月1日至4月20日)整治。'],
  ['phase-gap', '一、实施步骤\n第一阶段:3月1日至3月31日,宣传。\n第二阶段:5月1日至6月30日,整治。'],
  ['duration-mismatch', '一、时间\n从4月1日起至6月15日止,利用三个月的时间集中整治。'],
  ['duration-mismatch', '一、时间\n整治行动为期60天(5月1日至7月31日)。'],
  [
    'date-outside-plan',
    '一、时间安排\n活动时间:2026年3月1日至2026年5月31日。\n二、实施步骤\n(一)动员阶段(3月1日至3月15日)。\n(二)实施阶段(3月16日至6月20日)。',
  ],
  [
    'date-outside-plan',
    '一、步骤\n(一)动员阶段(3月1日至3月31日)。各村于4月20日前召开村民大会。\n(二)实施阶段(4月1日至6月30日)。各村清理垃圾。',
  ],
  ['sum-mismatch', '一、经费\n| 项目 | 金额 |\n宣传费:3万元\n设备费:5万元\n奖励费:4万元\n合计:13万元'],
  ['sum-mismatch', '一、经费\n总投资1200万元,其中:道路800万元,绿化300万元,照明150万元。'],
  ['sum-mismatch', '一、范围\n共涉及26个村,其中平原村12个,山区村9个,库区村6个。'],
  ['capital-amount-mismatch', '一、经费\n补助资金伍拾万元整(¥550000元)。'],
  ['count-mismatch', '一、目标\n打造“四个一”,即一支队伍、一个阵地、一套制度。'],
  ['count-mismatch', '一、任务\n主要任务分为三个方面:\n(一)清洁。\n(二)绿化。\n(三)亮化。\n(四)美化。'],
  ['count-mismatch', '一、原则\n坚持以下五条原则:\n1.依法。\n2.公开。\n3.自愿。\n4.便民。'],
  ['conflicting-targets', '一、目标\n路灯亮灯率达到98%以上。\n二、标准\n确保路灯亮灯率达到95%。'],
  ['conflicting-targets', '一、申报\n每个村推荐2户最美家庭。\n二、名额\n每村推荐最美家庭不少于2户。'],
  ['conflicting-cadence', '一、检查\n镇城管办每周检查沿街商铺卫生。\n二、考核\n镇城管办每月检查沿街商铺卫生。'],
  [
    'name-varies',
    '一、机构\n成立人居环境整治领导小组,由镇长任组长,各村书记为成员。\n二、职责\n人居环境整治工作领导组负责统筹。',
  ],
  ['name-varies', '一、人员\n配备生态护林管护员12名。\n二、职责\n生态护河管护员每日巡查。'],
  ['name-varies', '一、目标\n深入开展创卫工作,创卫办负责创卫资料。\n二、要求\n全力做好创城宣传。'],
  ['name-varies', '一、标准\n执行《村庄清洁行动考核评价办法》。\n二、考核\n按照《村庄清洁行动评价考核办法》打分。'],
  ['foreign-passage', '一、领导\n我局成立创建小组,局领导班子定期研究。'],
  ['numbering-gap', '一、任务\n1、甲事。\n2、乙事。\n二、要求\n1、丙事。\n3、丁事。\n4、戊事。'],
  ['numbering-gap', '一、任务\n修路。\n二、目标\n种树。\n四、要求\n加强领导。'],
  ['numbering-repeat', '一、任务\n修路。\n二、目标\n种树。\n二、要求\n加强领导。'],
  [
    'section-empty',
    '一、指导思想\n坚持以人民为中心,统筹推进各项工作。\n二、工作目标\n三、工作措施\n各村组织人员清理垃圾,修整道路。\n四、保障措施\n镇财政安排经费,保障工作开展。',
  ],
  ['section-empty', '一、任务\n各村清理垃圾。\n二、经费预算\n(略)'],
  ['placeholder-left', '一、经费\n安排经费____万元。'],
  ['placeholder-left', '一、联系\n联系人:某某,电话:×××。'],
  ['heading-cut', '一、任务\n(一)加强。\n各村加强管理。\n(二)完善制度。\n各村完善制度。'],
  ['no-leading-body', '一、要求\n各村每月将情况报领导小组审定,领导小组统一组织检查。'],
  ['body-without-leader', '一、机构\n成立整治工作领导小组,成员由派出所、城管办、司法所组成。'],
  [
    'party-unknown',
    '一、机构\n下设三个组:\n(一)宣传组,负责宣传。\n(二)保障组,负责后勤。\n(三)整治组,负责清理。\n二、分工\n由督查考核组每周检查进度。',
  ],
  ['vague-party', '一、任务\n1.拆除违建。责任单位:各有关部门\n2.清理垃圾。责任单位:城管办'],
  [
    'step-missing',
    '一、办法\n采取自愿申报、资格审核、实地考察、结果公示、授牌的程序。\n1、自愿申报。村民向村委会申报。\n2、资格审核。村委会审核。\n3、实地考察。镇组织考察。\n4、授牌。镇政府授牌。',
  ],
  ['burden-cadence', '一、要求\n各村实行日报告制度,每日17时前上报当天清理数量。'],
  ['burden-sign-in', '一、要求\n网格员每天到岗签到,通过手机定位打卡。'],
  ['burden-people-ranking', '一、要求\n每月公布村干部积分排名。'],
  ['burden-photo-trace', '一、要求\n每次入户须拍照留痕,照片上传系统备查。'],
  ['text-damaged', '一、要求\n各村要加强领\uFFFD,落实责任。'],
  ['impossible-date', '一、要求\n各村于四月三十一日前完成。'],
  ['date-garbled', '一、要求\n各村于202年6月底前完成。'],
  ['date-garbled', '一、要求\n各村于6月日前完成。'],
  [
    'deadline-before-start',
    '一、步骤\n(一)动员部署阶段(4月1日至4月15日)。\n(二)集中整治阶段(4月16日至6月30日)。4月10日前完成全部清理。',
  ],
  ['target-unmeasurable', '一、目标\n群众满意度显著提升,安全感明显增强。'],
  ['year-missing', '二〇xx年工作\n各村于20××年6月底前完成。'],
]

it.each(ways)('%s: %s', (code, passage) => {
  const year = code === 'year-missing' ? {} : { year: 2026 }
  const found = compile(opening + passage, { name: 'plan.md', ...year }).plans.flatMap(plan => plan.diagnostics)
  expect([...new Set(found.map(diagnostic => diagnostic.code))]).toEqual([code])
})
