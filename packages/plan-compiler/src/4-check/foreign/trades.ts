import { clued } from '../../scan/clues.ts'
import { bodyOf, hitsOf } from '../places.ts'
import type { ForeignLook } from './own.ts'

/** Trades run from above, which no town or community has as its own. */
const trades =
  '海事|税务|国税|地税|检察|法院|审判|海关|烟草|电力|供电|气象|地震|铁路|民航|邮政|银行|信贷|石油|煤矿|水文|航道|港航|监狱|保险|电信|地勘|证券|公路|交警|警营|消防救援'
const claimed = clued(
  new RegExp(
    `(${trades})(?:事业|文化(?!节|周|馆|中心|公园|广场|长廊|墙)|系统|行业精神|队伍|形象|精神|人的|干部职工|铁军)[^,。;\\n]{0,8}`,
    'g',
  ),
)
const most = 3

/** Another trade's pride in the plan of a place. */
export const alienTrades: ForeignLook = (plan, own) => {
  if (own.institution) return []
  const body = bodyOf(plan)
  const title = plan.reading.title ?? ''
  return hitsOf(plan, claimed).flatMap(({ match, start, end }) => {
    const trade = match[1] ?? ''
    const mentions = body.split(trade).length - 1
    return mentions > most || title.includes(trade) ? [] : [{ start, end }]
  })
}
