import { clued } from '../../scan/clues.ts'
import { clauseAround, hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

// 整治形式主义为基层减负若干规定: papers and figures are not asked for again and again.
const daily = clued(
  /(?:每天|每日|逐日|按日|当天|一日一|一天一|每个工作日)[^,。;\n]{0,14}(?:上报|报送|填报|报告(?!制度不)|汇报|报表|台账报|零报告|一报)|日报(?:告|表|送)?制度?|(?:实行|执行|坚持|落实|建立)[^,。;\n]{0,8}日报|零报告制度|一日一(?:报|汇总|通报)/g,
)
const emergency = /突发|险情|事故|汛|灾|疫情|应急|24小时内|投诉|火情/

/** Nobody is asked for papers every day. */
export const nobodyReportsDaily: Rule = plan =>
  hitsOf(plan, daily).flatMap(hit => {
    const span = { start: hit.start, end: hit.end }
    const clause = clauseAround(plan, span)
    if (emergency.test(plan.text.slice(clause.start, clause.end))) return []
    return [{ code: 'burden-cadence', params: { words: quote(plan, span) }, span }]
  })
