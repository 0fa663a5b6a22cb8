import { clued, endAt, fits, holds } from '../../scan/clues.ts'
import { type Amount, amountsOf, inScaleOf, writtenUnit } from '../amounts.ts'
import { within } from '../in-order.ts'
import { lineIndexAt } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const totalBefore = clued(
  /(?:合计|总计|共计|总共|总额|总量|总经费|总投资|总预算|总资金|预算总|(?:经费|资金|费用|预算|投资)(?:共|总)?(?:计|需|为)?|两项|三项|各项|以上|共有?|共需)[^,。;:、\n\d]{0,10}:?$/,
)
const parts = clued(/^:|^[^。\n\d]{0,14}?(?:其中|包括|包含|分别(?:为|是)|具体(?:为|是)|构成|含)/)
const perHead = clued(
  /(?:每|人均|户均|单价|标准|平均|不少于|不低于|不超过|最高|最低|至少|以内|达到?)[^,。;、\n]{0,12}$/,
)
const remainder = clued(/其余|余下|剩余|等[,。;、]|不等|另有?/)

/** People are counted by more than one measure: members of a party and women may be the same. */
const ofPeople = /[人名户]/

const before = ({ text }: CheckedPlan, at: Amount): string => text.slice(Math.max(0, at.start - reach), at.start)

const reach = 18

const isTotal = ({ text }: CheckedPlan, at: Amount): boolean =>
  holds(totalBefore, text, Math.max(0, at.start - reach), at.start)

const isPerHead = ({ text }: CheckedPlan, at: Amount): boolean =>
  holds(perHead, text, Math.max(0, at.start - reach), at.start)

/** Items of one total told in a run: like units, a few words between them, no full stop. */
const runFrom = (
  plan: CheckedPlan,
  amounts: readonly Amount[],
  from: number,
  unit: string,
  most: number,
): readonly Amount[] => {
  const run: Amount[] = []
  let reached = amounts[from]?.start ?? 0
  for (let i = from; i < amounts.length; i++) {
    const next = amounts[i]
    if (!next || next.start - reached > most || /[。\n]/.test(plan.text.slice(reached, next.start))) break
    reached = next.end
    if (next.unit === unit && !isPerHead(plan, next)) run.push(next)
  }
  return run
}

const sumOf = (items: readonly Amount[]): number => items.reduce((sum, item) => sum + item.value, 0)

/** A part left unsaid is larger than a slip of the pen. */
const slip = (total: Amount, items: readonly Amount[]): boolean => {
  const off = total.value - sumOf(items)
  if (Math.abs(off) < 0.005) return false
  const least = Math.min(...items.map(item => item.value))
  return off < 0 ? -off <= total.value * 0.5 : off < least || off <= total.value * 0.1
}

/** Which of them is wrong, the total or an item, nobody can say but the office: there is no remedy. */
const found = (total: Amount, items: readonly Amount[]): Finding => {
  const sum = sumOf(items)
  const params = {
    said: inScaleOf(total, total.value),
    sum: inScaleOf(total, sum),
    unit: writtenUnit(total),
    items: items.length,
  }
  return {
    code: 'sum-mismatch',
    params,
    span: { start: total.start, end: total.end },
    related: items.map(({ start, end }) => ({ start, end })),
  }
}

/** `共60万元,其中…` in one sentence. */
const toldAfter = (plan: CheckedPlan, amounts: readonly Amount[], at: number): readonly Amount[] | null => {
  const total = amounts[at]
  if (!total || !holds(parts, plan.text, total.end, Math.min(total.end + 40, plan.text.length))) return null
  const items = runFrom(plan, amounts, at + 1, total.unit, 30)
  const last = items[items.length - 1]
  if (
    items.length < (ofPeople.test(total.unit) ? 3 : 2) ||
    !last ||
    fits(remainder, plan.text.slice(total.end, last.end + 6))
  )
    return null
  return items
}

/** `A 10万元,B 30万元,合计50万元` in one sentence. */
const toldBefore = (plan: CheckedPlan, amounts: readonly Amount[], at: number): readonly Amount[] | null => {
  const total = amounts[at]
  if (!total || !/(?:合计|总计|共计|两项|三项|以上)[^,。;:、\n\d]{0,10}$/.test(before(plan, total))) return null
  const items: Amount[] = []
  for (let i = at - 1; i >= 0; i--) {
    const item = amounts[i]
    const next = items[0] ?? total
    if (!item || item.unit !== total.unit || next.start - item.end > 40) break
    if (/[。\n]/.test(plan.text.slice(item.end, next.start)) || isPerHead(plan, item)) break
    items.unshift(item)
  }
  return items.length >= 2 ? items : null
}

/** One amount of money to a line, with the total in the line above or below. */
const toldInLines = (plan: CheckedPlan, amounts: readonly Amount[], at: number): readonly (readonly Amount[])[] => {
  const total = amounts[at]
  const row = total ? lineIndexAt(plan, total.start) : -1
  if (!total || row < 0 || total.unit !== '元') return []
  const ofLine = (i: number): Amount | null => {
    const line = plan.lines[i]
    if (!line) return null
    const money = within(amounts, a => a, line.start, line.end).filter(a => a.unit === '元')
    const [only] = money
    return money.length === 1 && only && !isTotal(plan, only) ? only : null
  }
  const walk = (step: 1 | -1): readonly Amount[] => {
    const items: Amount[] = []
    for (let i = row + step; ; i += step) {
      const item = ofLine(i)
      if (!item) return items
      items.push(item)
    }
  }
  return [walk(1), walk(-1)].filter(items => items.length >= 2)
}

const none: readonly Finding[] = []
const partly = clued(/[\u4e00-\u9fff]{0,6}[,(]其中/y)

/** `示范小区100个,其中…`: a number with its parts, which nobody calls a total. */
const toldByTheWay = (plan: CheckedPlan, amounts: readonly Amount[], at: number): readonly Finding[] => {
  const total = amounts[at]
  if (!total || endAt(partly, plan.text, total.end) < 0) return none
  const items = toldAfter(plan, amounts, at)
  if (!items) return []
  const off = sumOf(items) - total.value
  // Two parts need not be all of them, but are never more than the whole.
  if (items.length < 3 && (off < 0 || ofPeople.test(total.unit))) return []
  return Math.abs(off) >= 0.005 && Math.abs(off) <= total.value * 0.1 ? [found(total, items)] : []
}

const whereTotal = (plan: CheckedPlan, amounts: readonly Amount[], at: number): readonly Finding[] => {
  const total = amounts[at] as Amount // within the amounts
  const told = toldAfter(plan, amounts, at) ?? toldBefore(plan, amounts, at)
  const ways = told ? [told] : toldInLines(plan, amounts, at)
  if (ways.length === 0 || ways.some(items => Math.abs(total.value - sumOf(items)) < 0.005)) return []
  const items = ways.find(way => slip(total, way))
  return items ? [found(total, items)] : []
}

/** Totals are the sum of their items. */
export const totalsAreTheSumOfTheirItems: Rule = plan => {
  const amounts = amountsOf(plan)
  const wrong: Finding[] = []
  for (const [i, amount] of amounts.entries()) {
    const look = isTotal(plan, amount) ? whereTotal : toldByTheWay
    for (const finding of look(plan, amounts, i)) wrong.push(finding)
  }
  return wrong
}
