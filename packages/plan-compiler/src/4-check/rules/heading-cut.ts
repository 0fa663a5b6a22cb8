import type { MarkerFamily } from '../../2-outline/markers.ts'
import { clued, holds, matchIn } from '../../scan/clues.ts'
import { brief } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'

const families: readonly MarkerFamily[] = ['han', 'hanParen', 'arab', 'arabParen']

const adverbs = '进一步|切实|全面|积极|认真|扎实|不断|深入|大力|广泛|严格|要|着力'
const wanting = '做好|抓好|搞好|加强|强化|加大|健全|提高|提升|营造|完善|建立|坚持|突出|明确|关于'
const alone = '落实|开展|推进|组织|制定|实施|深化|规范|优化'
const nothingButVerbs = clued(
  new RegExp(`^(?:(?:${adverbs}){0,2}(?:${wanting})|(?:${adverbs}){1,2}(?:${alone}))(?:[。.:]|$)`),
)
/** A word that wants another after it. Words that merely end alike (目的, 参与, 普及) do not. */
const hanging = clued(
  /(?:(?<![目标])的|(?<![祥温平谐饱总调缓共])和|(?<![参给赠授])与|(?<![普以涉危遍])及|、|以及|各项|进一步|切实)[。.]?$/,
)
const longest = 24

/** Every heading is whole. */
export const everyHeadingIsWhole: Rule = plan => {
  const { text } = plan
  const cut: Finding[] = []
  for (const { marker, body, end } of plan.lines) {
    if (marker === null || !families.includes(marker.family)) continue
    const verb = matchIn(nothingButVerbs, text, body, end)
    if (!verb && (end - body > longest || !holds(hanging, text, body, end))) continue
    const span = { start: body, end: verb ? body + verb[0].length : end }
    cut.push({ code: 'heading-cut', params: { heading: brief(plan, span) }, span })
  }
  return cut
}
