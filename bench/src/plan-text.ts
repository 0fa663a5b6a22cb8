import { seededChance } from '@luoshi/rules/seeded-chance'

/** A collection of invented work plans of at least so many bytes in UTF-8, the same for the same size. */
export const planText = (bytes: number): string => {
  const plans: string[] = []
  let written = 0
  for (let number = 1; written < bytes; number += 1) {
    const plan = onePlan(number)
    plans.push(plan)
    written += Buffer.byteLength(plan) + 2
  }
  return plans.join('\n\n')
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const places = ['滨河社区', '柳堤街道', '云溪县', '石桥镇', '青石社区', '东门街道']
const subjects = ['环境卫生整治', '楼道清理', '文明社区创建', '平安街道建设', '集贸市场提升', '电动车充电安全']
const things = [
  '楼道杂物',
  '背街小巷',
  '沿街门店',
  '消防通道',
  '垃圾分类亭',
  '老旧小区管网',
  '便民服务窗口',
  '公共厕所',
]
const verbs = ['清理', '整治', '排查', '修缮', '巡查', '公示', '登记', '督促整改']
const owners = [
  '县住建局',
  '街道办事处',
  '各社区',
  '物业服务企业',
  '县城管局',
  '社区网格员',
  '县市场监管局',
  '各有关部门',
]
const rhythms = ['每日', '每周', '每月', '每季度', '每周五中午12:00前', '每月25日前']
const goals = [
  '覆盖率达到95%以上',
  '满意度达85%以上',
  '新增停车位不少于120个',
  '整改完成率达100%',
  '新建充电点不少于3处',
]

const onePlan = (seed: number): string => {
  const lot = seededChance(seed)
  const [place, subject] = [lot.pick(places), lot.pick(subjects)]
  const item = (index: number): string =>
    `(${numerals[index % 10]})${lot.pick(verbs)}${lot.pick(things)}。由${lot.pick(owners)}牵头,${lot.pick(owners)}配合,${lot.pick(verbs)}` +
    `${lot.pick(things)},并于${lot.below(9) + 1}月${lot.below(27) + 1}日前完成。${lot.pick(rhythms)}对${lot.pick(things)}开展一次${lot.pick(verbs)},${lot.pick(goals)}。`
  const phase = (index: number, month: number): string =>
    `(${numerals[index]})${['动员部署', '集中整治', '总结提升'][index]}阶段(${month}月1日至${month + 1}月20日)。召开动员会,${lot.pick(verbs)}${lot.pick(things)},做到不留死角。`
  return [
    `${place}${subject}工作方案`,
    `为进一步改善${place}的居住环境,结合实际,制定本方案。`,
    '一、工作目标',
    `通过${subject},实现${lot.pick(things)}${lot.pick(goals)},${lot.pick(goals)}。`,
    '二、组织领导',
    `成立${subject}工作领导小组。组长:周建明;副组长:陈立华、吴晓梅;成员:${owners.slice(0, 4).join('、')}负责人。领导小组下设办公室,办公室设在${lot.pick(owners)}。`,
    '三、工作任务',
    ...Array.from({ length: 6 + lot.below(8) }, (_, index) => item(index)),
    '四、实施步骤',
    phase(0, 3),
    phase(1, 5),
    phase(2, 8),
    '五、保障措施',
    `1.经费保障。安排专项经费${lot.below(90) + 10}万元,其中宣传${lot.below(9) + 1}万元。`,
    `2.督查通报。${lot.pick(rhythms)}通报一次进展,对落实不力的单位予以通报批评,对成绩突出的给予表彰。`,
  ].join('\n')
}
