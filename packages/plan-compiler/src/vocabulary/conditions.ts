import type { Span } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { clued, holds } from '../scan/clues.ts'

/** Beginnings of a sentence that asks for work, not for a state. */
const acts = clued(
  /^(?:保持|营造|培育|打造|树立|倡导|普及|丰富|创造|注重|拓宽|总结|拓展|巩固|完成|确保|维护|优化|净化|美化|严格|宣传|举办|培养|弘扬|传承|发展|改善|改进|解决|整治|清理|清除|增强|激发|鼓励|支持|关爱|关注|帮助|经常|定期|要|应|须|必须|加强|开展|组织|建立|推进|大力|积极|深入|成立|做好|制定|完善|健全|强化|提高|提升|加大|落实|广泛|全面|认真|切实|充分|进一步|结合|坚持|推动|利用|引导|发动|召开|进行|继续|围绕|通过|以|为|对|由|各|实施|按照|根据|从|在(?:全|辖)|把|将|针对|抓好|搞好|印发|张贴|聘请|动员|严厉|关心|努力|不断|着力|重点|集中|督促|指导|配合|协助|参与|争取|租赁|设[臵置]|随着|如|聚焦)/,
)

const states = clued(
  /无(?!论|疫|偿|障|物业|线|锡|人机)|(?:^|[,、;“])(?:没有|不乱|有(?!效|关|利|助|力|序地|计划地|针对|条件|步骤))|整洁|清洁|完好|健全|到位|齐全|齐备|良好|规范|完善|畅通|达标|平整|合理|明确|清楚|丰富|和睦|及时|稳定|优美|有序|浓厚|深入持久|有保障|满足|整齐|明显|正常|完整|清晰|安全|舒适|充足|掌握|率(?:达|在|高|不低|为|≥)|美观|得力|符合|统一|全覆盖|得当|高$|居民安居|积极支持|设有|建有|配有|标有|公示|没有|不得|禁止|杜绝|反对|尊老爱幼/,
)

const asks = clued(/(?:要|应当|必须|负责)(?!求|素|点|道)/)
const asksAfter = clued(/^[^。;]{0,40},[^,。;]{0,10}(?:要|应)(?!求|急|用|保|有)/)

const pauses = characters(',;。:')
const reach = 60

/** Whether the words between two offsets describe how something is to be, not what is to be done. */
export const isCondition = (text: string, { start, end }: Span): boolean => {
  if (holds(acts, text, start, end)) return false
  let first = start
  while (first < end && pauses[text.charCodeAt(first)] === 0) first++
  return (
    !holds(asks, text, start, first) &&
    !holds(asksAfter, text, start, end) &&
    (holds(states, text, start, first) || holds(states, text, start, Math.min(end, start + reach)))
  )
}

/** Share of the given words that describe states. */
export const conditionShare = (items: readonly string[]): number =>
  items.length === 0
    ? 0
    : items.filter(words => isCondition(words, { start: 0, end: words.length })).length / items.length

/** Whether at least such a share of some stretches of a text describes states. */
export const conditionsShare = (text: string, items: readonly Span[], least: number): boolean => {
  let most = items.length
  for (const item of items) if (!isCondition(text, item) && --most / items.length < least) return false
  return most > 0
}
