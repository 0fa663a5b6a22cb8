import { clued } from '../../scan/clues.ts'
import { clauseAround, hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

const people =
  '个人|干部|网格员|网格长|社工|社区工作者|工作人员|志愿者|党员|职工|教师|医生|队员|保洁员|巡查员|信息员|居民|村民|住户|家长|学生'
// 国办函〔2026〕12号: no points and no rankings of people by activity.
const ranked = clued(
  new RegExp(
    `(?:${people})(?:的)?[^,。;\\n]{0,16}(?:积分排名|积分排行|排名|排行榜?|末位淘汰|红黑榜|排位|排序通报|打分排队)|(?:个人|人员)(?:积分|得分)(?:排名|排行|通报|公示|榜)|(?:排名|排行|红黑榜)[^,。;\\n]{0,6}(?:到人|到个人)`,
    'g',
  ),
)
const forbidden = /不得|禁止|严禁|不搞|不对|取消|杜绝|不以|避免|防止|不再/
const ofUnits = /所在(?:单位|社区|村)|(?:社区|单位|街道|镇|村|部门)(?:之间|的排名|排名)/

/** Nobody is ranked. */
export const nobodyIsRanked: Rule = plan =>
  hitsOf(plan, ranked).flatMap(hit => {
    const span = { start: hit.start, end: hit.end }
    const clause = clauseAround(plan, span)
    if (forbidden.test(plan.text.slice(clause.start, hit.end)) || ofUnits.test(hit.match[0])) return []
    return [{ code: 'burden-people-ranking', params: { words: quote(plan, span) }, span }]
  })
