import { clausesOf } from '../2-outline/sentences.ts'
import type { Consequence, Span } from '../plan.ts'
import { anyOf, type Clued, clued, holds, matchIn, mayHoldAny } from '../scan/clues.ts'
import { type Passage, trimmed, wordsOf } from './passage.ts'

const reward = clued(
  /(?:予以|给予|进行|实行|按[^,。;]{0,8}|兑现|作为[^,。;]{0,20})[^,。;]{0,12}(?:表彰|表扬|奖励|奖补|嘉奖|奖赏|补助|鼓励|褒扬|激励|重奖)|(?:通报表扬|以奖代补|奖优罚劣|评先评优|评优评先|褒扬力度|优先(?:推荐|考虑|安排|提拔|评)|(?:颁发|发放)[^,。;]{0,8}(?:奖金|奖状|证书|奖[牌品项杯])|授予[^,。;]{0,24}(?:称号|荣誉|奖|[锦红流]?旗)|评[优先](?:评[优先])?中?优先|奖(?:励|补)(?!资金|经费)[^,。;]{0,10}元|优先享受|给予[^,。;]{0,10}元[^,。;]{0,6}(?:奖励|奖补))/,
)
const penalty = clued(
  /通报批评|(?:进行|予以|严肃|给予|启动|从严|依法|依规|依纪|将|倒查|严格)[^,。;]{0,12}(?:问责|追责)|追究[^,。;]{0,20}责任|实行责任追究|一票否决|取消[^,。;]{0,20}(?:资格|荣誉|称号|评先|命名)|扣(?:除|发|减)?[^,。;]{0,10}(?:绩效|奖金|工资|经费|补助|\d元)|(?:拨付|核拨)[^,。;]{0,8}中扣|撤销[^,。;]{0,10}(?:称号|命名|荣誉)|收回[^,。;]{0,6}[牌旗]|摘(?:掉|除|取)[^,。;]{0,8}[星牌旗]|罚款|处罚|曝光|约谈|严肃处理|严肃查处|处分|摘牌|黑名单|诫勉|辞退|解聘|惩处|批评教育|下达[^,。;]{0,8}整改|责令[^,。;]{0,6}整改|(?:书面|深刻|公开)检讨|作出?检讨|末位|黄牌|红牌|信用档案|不得(?:评|参评|参选|参加[^,。;]{0,14}评|(?:重新)?申报)|待岗|停职|调离|移交[^,。;]{0,14}(?:查处|处理|处罚)|依法(?:予以)?(?:查处|取缔)|不予(?:评|验收|兑现|奖)/,
)

const either = anyOf(reward, penalty)

const opensCase = clued(/^(?:[一二三四五六七八九十]是)?(?:对(?!照|标|口|外|接)|凡|如|若|因|未|连续)[^,。;]{2,}/)

/** A sentence cut where it turns to another kind of deed: at 对…的, 凡…, 如…, and between a reward and a penalty. */
const casesOf = (text: string, start: number, end: number): readonly Span[] => {
  const cases: { start: number; end: number }[] = []
  let settled = false
  for (const [from, to] of clausesOf(text, start, end)) {
    const open = cases.at(-1)
    const settling = settles(text, from, to)
    const turns = settled && settling && kindOf(text, from, to) !== kindOf(text, open?.start ?? from, open?.end ?? from)
    if (!open || holds(opensCase, text, from, to) || turns || (settled && !settling)) {
      cases.push({ start: from, end: to })
      settled = settling
    } else {
      open.end = to
      settled ||= settling
    }
  }
  return cases
}

const settles = (text: string, start: number, end: number): boolean =>
  holds(reward, text, start, end) || holds(penalty, text, start, end)

/** Which comes last decides: `对扣分较少的给予奖补` rewards. */
const kindOf = (text: string, start: number, end: number): Consequence['kind'] | null => {
  const [bad, good] = [endOf(penalty, text, start, end), endOf(reward, text, start, end)]
  return bad < 0 && good < 0 ? null : bad > good ? 'penalty' : 'reward'
}

const endOf = (pattern: Clued, text: string, start: number, end: number): number => {
  const m = matchIn(pattern, text, start, end)
  return m ? m.index + m[0].length : -1
}

const notConsequence = clued(/(?:依法|执法|违法|行政)处罚(?:力度|案件)|优秀志愿者|志愿服务组织/)

/** `受到处分未满两年的;`: an item of a list of cases tells what is dealt with, not how. */
const isCaseAlone = clued(/的$/)

/** What follows from doing well or badly. */
export const readConsequences = ({ text, sentences }: Passage): readonly Consequence[] => {
  const found: Consequence[] = []
  for (const { start, end } of sentences) {
    if (!mayHoldAny(either, text, start, end) || !settles(text, start, end)) continue
    for (const { start: from, end: to } of casesOf(text, start, end)) {
      const span = trimmed(text, from, to)
      if (holds(notConsequence, text, span.start, span.end) || holds(isCaseAlone, text, span.start, span.end)) continue
      const kind = kindOf(text, span.start, span.end)
      if (kind) found.push({ kind, text: wordsOf(text, span), span })
    }
  }
  return found
}
