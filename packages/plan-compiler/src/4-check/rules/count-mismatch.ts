import type { Line } from '../../2-outline/lines.ts'
import type { Span } from '../../plan.ts'
import { clued } from '../../scan/clues.ts'
import { hanValue } from '../../vocabulary/numerals.ts'
import { within } from '../in-order.ts'
import type { ItemList } from '../item-lists.ts'
import { hitsOf, lineIndexAt, quote } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const numeral = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const numberOf = (s: string): number => (/\d/.test(s) ? Number(s) : (hanValue(s) ?? 0))

const found = (plan: CheckedPlan, said: Span, counted: number, related: readonly Span[]): Finding => ({
  code: 'count-mismatch',
  params: { said: quote(plan, said), counted },
  span: said,
  related,
})

const motto = clued(
  new RegExp(
    `[“《]?${numeral}(?:个|项|条)?(无|不|有|好|包|一|化|清|到位|统一|必须|严禁|提高|加强|保障|见|公开|覆盖|达标)[\\u4e00-\\u9fff]?[”》]?(?:的?(?:要求|标准|目标|机制|原则|活动|工作))?[,]?(?:即|是指|指的是|指|包括|就是|:|[(])[:“]?([^。;\\n]{4,200})`,
    'g',
  ),
)

/** `“六无”,即…`: the items that carry the word, where all do. */
const mottos = (plan: CheckedPlan): readonly Finding[] =>
  hitsOf(plan, motto).flatMap(({ match, start }) => {
    const [, count = '', word = '', list = ''] = match
    const items = list
      .replace(/[)”].*$/, '')
      .split(/[、,]/)
      .filter(item => item !== '')
    if (!items.every(item => item.includes(word)) || items.length < 2) return []
    const counted = items.length
    if (counted === numberOf(count)) return []
    const from = start + match[0].indexOf(count)
    return [found(plan, { start: from, end: from + count.length + word.length }, counted, [])]
  })

const nouns =
  '(?:方面|部分|阶段|步骤|环节|专项行动|专项整治|专项|行动|任务|工程|措施|内容|工作|目标|重点|问题|项目|要求|机制|活动|制度|标准|条件|原则|工作组|专项组|职能组|工作小组|联络小组|小组)'
const units = '(?:个|项|大|条|点|类|件|步|部分|方面)'
const announcing = new RegExp(
  `(?:^|开展|实施|落实|做到|做好|抓好|推进|组织|围绕|坚持)[“]?${numeral}(?:个|项)一[”]?(?:系列|主题)?(?:活动|工程|行动|机制|制度|要求|工作)?[:。]?$|(?:(?:以下|下列|如下)${numeral}${units}[\\u4e00-\\u9fff“”]{0,16}|(?:分为?|分成|共|下设|设立|抓好|做好|搞好|开展|实施|推进|落实|围绕|完成|突出|^)${numeral}${units}(?:主要|重点|具体|专项|基本|民生)?${nouns}(?:进行|实施|推进|展开|开展)?)[:。]?$`,
)
const unit = new RegExp(`${numeral}${units}`)
const everyUnit = new RegExp(unit, 'g')

/** A line that promises so many items, right above a list. */
const promise = (
  { text }: CheckedPlan,
  line: Line,
): (Span & { readonly count: number; readonly sure: boolean }) | null => {
  const words = text.slice(Math.max(line.body, line.end - 60), line.end)
  const said = announcing.exec(words)
  const number = said ? unit.exec(said[0]) : null
  if (!said || !number) return null
  const sure = /^(?:以下|下列|如下)/.test(said[0])
  // Of several promises in one breath nobody can say which the list keeps.
  if (!sure && (words.match(everyUnit)?.length ?? 0) > 1) return null
  const start = line.end - words.length + said.index + number.index
  return {
    start,
    end: start + number[0].length,
    count: numberOf(number[1] ?? ''),
    sure,
  }
}

const listed = (plan: CheckedPlan, { lead, items }: ItemList): readonly Finding[] => {
  if (!lead || items.length < 2 || items[0]?.number !== 1) return []
  const said = promise(plan, lead)
  if (!said || said.count < 2 || said.count === items.length) return []
  // A list that goes on under other headings is not the one that was promised.
  if (items.length > said.count * 2 && !said.sure) return []
  return [
    found(
      plan,
      said,
      items.length,
      items.map(({ line }) => ({ start: line.start, end: line.body })),
    ),
  ]
}

const stages = clued(new RegExp(`(?:分为?|分成|划分为|共分为?)${numeral}个?(?:阶段|步骤|步)`, 'g'))
const stage = clued(
  /第([一二三四五六七八九十]{1,2})(?:个?阶段|步[,、:(])|(?:^|\n|[:。;])([一二三四五六七八九十]{1,2})阶段/g,
)

/** `分三个阶段` and the stages that follow by number. */
const staged = (plan: CheckedPlan): readonly Finding[] => {
  const said = hitsOf(plan, stages)
  const numbered = said.length === 0 ? [] : hitsOf(plan, stage)
  return said.flatMap(({ match, start, end }, i, all) => {
    const next = all[i + 1]?.start ?? plan.reading.span.end
    const after = within(numbered, hit => hit, end, next)
    const values = new Set(after.map(hit => numberOf(hit.match[1] ?? hit.match[2] ?? '')))
    const counted = Math.max(0, ...values)
    const count = numberOf(match[1] ?? '')
    if (counted < 2 || values.size !== counted || counted === count) return []
    return [
      found(
        plan,
        { start, end },
        counted,
        after.map(hit => ({ start: hit.start, end: hit.end })),
      ),
    ]
  })
}

/** As many are listed as are promised. */
export const asManyAreListedAsArePromised: Rule = plan => {
  const lists = plan.lists.flatMap(list => listed(plan, list))
  const told = new Set(lists.map(({ span }) => lineIndexAt(plan, span.start)))
  const stagesFound = staged(plan).filter(({ span }) => !told.has(lineIndexAt(plan, span.start)))
  return [...mottos(plan), ...lists, ...stagesFound]
}
