import { clued } from '../../scan/clues.ts'
import { hitsOf, lineAt, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

const vague = clued(
  /(?:责任单位|责任部门|牵头单位|牵头部门|配合单位|责任人|责任主体|落实单位|承办单位)\s?[:为是]\s?(?:各|全体)?(?:有关|相关|职能|责任|其他)+(?:职能)?(?:部门|单位|科室|人员|方面|股室|企业)/g,
)

/** Whoever is responsible has a name. */
export const whoeverIsResponsibleHasAName: Rule = plan =>
  hitsOf(plan, vague).flatMap(({ start, end, match }) => {
    const at = start + (match[0].search(/[:为是]\s?(?=各|全体|有关|相关|职能|责任|其他)/) + 1)
    const span = { start: at, end }
    const after = plan.text.slice(end, Math.min(end + 1, lineAt(plan, end)?.end ?? end))
    // Beside units with names, 相关单位 is a mere addition.
    return after === '、' || after === '('
      ? []
      : [{ code: 'vague-party', params: { party: quote(plan, span) }, span, severity: 'warning' }]
  })
