import { clued } from '../../scan/clues.ts'
import { bodyOf, hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

const wished = clued(
  /((?:知晓|满意|覆盖|参与|普及|达标|合格|入住|处置|办结|整改|回收|分类|投放|亮灯|完好|支持|安全感|幸福|认可|发案|事故)[率度]?[率度])(?:和[\u4e00-\u9fff]{2,6}[率度])?(?:有|得到|要有?|进一步|实现|力争)?(?:一个)?(?:明显|显著|大幅|进一步|不断|持续|较大|稳步|逐步)(?:度|幅度)?(?:地|的)?(?:提高|提升|上升|下降|降低|改善|增强|减少)/g,
)

const number = '[^。;\\n]{0,20}?(?:\\d|百分之|[一二三四五六七八九十]成)'

/** A rate that is to rise has a mark to reach. */
export const everyRateHasAMark: Rule = plan => {
  const body = bodyOf(plan)
  return hitsOf(plan, wished).flatMap(({ match, start, end }) => {
    const rate = match[1] ?? ''
    if (new RegExp(`${rate}${number}`).test(body) || new RegExp(`\\d%(?:以上)?的?[^。;\\n]{0,8}${rate}`).test(body))
      return []
    const span = { start, end }
    return [{ code: 'target-unmeasurable', params: { target: quote(plan, span) }, span }]
  })
}
