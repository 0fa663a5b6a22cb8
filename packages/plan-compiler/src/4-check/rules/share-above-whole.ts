import { clued } from '../../scan/clues.ts'
import { hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

/** Rates that are a part of a whole; growth, use and debt may well be more. */
const parts =
  '覆盖|知晓|满意|合格|达标|参与|普及|处置|处理|办结|整改|清运|清理|清除|完好|优良|入户|建档|签约|回复|答复|安装|配备|建成|受理|化解|调解|分类|准确|培训|持证|到位|落实|公开|收集|绿化|硬化|亮化|投放|接种|检测|检查|排查|支持|认可|信任'
const share = clued(
  new RegExp(
    `(?:(?:${parts})率|满意度|占比|知晓度)(?:要|应|须|均|都|分别|全部|必须){0,2}(?:达到?|不低于|不少于|为|保持在?|提高到|提升到|控制在|占)?(?<!\\d)(\\d{3,4}(?:\\.\\d{1,2})?)%`,
    'g',
  ),
)

/** No part is more than its whole. */
export const noShareIsMoreThanTheWhole: Rule = plan =>
  hitsOf(plan, share).flatMap(({ match, start, end }) => {
    if (Number(match[1]) <= 100) return []
    const span = { start, end }
    return [{ code: 'share-above-whole', params: { words: quote(plan, span) }, span }]
  })
