import { clued } from '../../scan/clues.ts'
import { bodyOf, hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

/** A leading body that acts. One of a higher level, named as such, is somebody else's. */
const acting = clued(
  /(?<=(?:^|[,。;:、\n)]|由|经|向|报|在|对|县|市|区|镇|街道|社区))(?:创建|整治|工作|活动|专项行动|创城|创文|创卫|本次|该)?(?:工作)?(?:领导小组|指挥部|领导组|领导机构)(?:办公室)?(?=[^,。;、\n]{0,4}(?:负责|要|将|统一|组织|定期|研究|审定|审核|备案|汇总|统筹|召开|对|根据|派))/g,
)
const setUp = /成立|设立|组建|建立|组长|总指挥|指挥长|调整(?:充实)?|设(?:在|立)|已有|原有|沿用|上级|省|中央/

/** A body that gives orders is one that the plan sets up. */
export const theBodyInChargeIsSetUp: Rule = plan => {
  if (plan.reading.groups.some(group => group.kind === 'leading')) return []
  const [first, ...rest] = hitsOf(plan, acting)
  if (!first || setUp.test(bodyOf(plan))) return []
  const span = { start: first.start, end: first.end }
  const related = rest.map(({ start, end }) => ({ start, end }))
  return [{ code: 'no-leading-body', params: { mention: quote(plan, span) }, span, related }]
}
