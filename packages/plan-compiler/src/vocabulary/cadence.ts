import type { Every, Per } from '../plan.ts'
import { hanValue } from './numerals.ts'

/** A frequency and where it is said. */
export type ReadCadence = Every & { readonly start: number; readonly end: number }

const periods: Readonly<Record<string, Per>> = {
  天: 'day',
  日: 'day',
  晚: 'day',
  早: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  月份: 'month',
  个月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  学期: 'term',
  年: 'year',
  年度: 'year',
  学年: 'year',
  逢: 'season',
  节假日: 'season',
}

const n = '[\\d一二两三四五六七八九十]{1,3}'
const unit = '(?:星期|礼拜|月份|个月|季度|学期|学年|半年|年度|[天日晚周月季年])'
const moment =
  '(?:(?:末|底|初|中旬|上旬|下旬|[一二三四五六日天](?![次个项家名])|\\d{1,2}[日号])?(?:的?第[一二三四]个?(?:工作日|周[一二三四五六日]|星期[一二三四五六日天]))?(?:上午|下午|中午|晚上|早上)?(?:\\d{1,2}[:点时](?:\\d{2}分?)?)?(?:之前|以前|前|末)?(?:\\d{1,2}[天日]内?)?)?'
const patterns: readonly { readonly shape: RegExp; readonly per: (m: RegExpMatchArray) => Per | null }[] = [
  {
    shape: new RegExp(`(?:每|下一)(?:个|一)?(?<n>[两二三四五六]|\\d)?(?:个)?(?<unit>${unit})(?<at>${moment})`, 'g'),
    per: m => periodOf(m.groups?.['unit']),
  },
  { shape: /每逢(?<at>[一-龥]{2,8}?)(?=[,，;；。、组举开进要对]|$)/g, per: () => 'season' },
  {
    shape:
      /(?<![\d第年月前后近最唯])(?:一|每)(?<unit>[天日周月季年])(?:度)?(?<times>[一二两三四五]|\d)(?=[\u4e00-\u9fa5])(?![个月年周日天项级])/g,
    per: m => periodOf(m.groups?.['unit']),
  },
  { shape: /日产日清|日清日结|日产日运|日事日毕|日巡查|日报告?制度|日报告|日巡|日检查/g, per: () => 'day' },
  { shape: /周通报|周调度|周检查|周报制|周例会|周排名|周抽查/g, per: () => 'week' },
  { shape: /月通报|月考评|月考核|月检查|月评比|月调度|月例会|月报制|月评/g, per: () => 'month' },
  { shape: /季考核|季度?评比|季度?讲评|季度?评估|季度?通报|季度?考评/g, per: () => 'quarter' },
  {
    shape: /(?:按|逐|分)(?<unit>日|天|周|月|季度|季|年度|年|学期)(?=[对进开组向上报考评通检召汇统调,，;；。])/g,
    per: m => periodOf(m.groups?.['unit']),
  },
  { shape: /24小时(?:不间断)?|二十四小时|全天候?(?=[保值巡服看守清负])|昼夜|全天保洁/g, per: () => 'continuous' },
]

const periodOf = (written: string | undefined): Per | null =>
  written === undefined ? null : (periods[written] ?? null)

const number = (s: string | undefined): number | null =>
  s === undefined ? null : /^\d+$/.test(s) ? Number(s) : hanValue(s)

const timesAfter = new RegExp(
  `^[^,，;；。!！]{0,24}?(?<least>至少|不少于|不低于|不得少于|原则上)?[^,，;；。!！\\d一二两三四五六七八九十]{0,16}(?<n>${n})(?:到${n})?(?:次|遍|场|期|回|轮|趟|堂|节|篇)`,
)

/** How often within the period, where the words up to the next pause say it. */
export const timesWithin = (text: string, at: number): number | null => {
  const found = timesAfter.exec(text.slice(at, at + 60))
  return found ? number(found.groups?.['n']) : null
}

/** Two periods of three months are half a year, and so on; `每两周` stays a week. */
const perOf = (per: Per, few: number | null): Per =>
  per === 'month' && few === 3 ? 'quarter' : per === 'month' && few === 6 ? 'half-year' : per

const within = (part: string, pattern: (typeof patterns)[number], offset: number): ReadCadence[] => {
  const found: ReadCadence[] = []
  for (const m of part.matchAll(pattern.shape)) {
    const per = pattern.per(m)
    const stop = m.index + m[0].length
    if (per === null) continue
    const times = number(m.groups?.['times']) ?? timesWithin(part, stop)
    const at = m.groups?.['at'] ? m[0] : null
    found.push({ per: perOf(per, number(m.groups?.['n'])), times, at, start: offset + m.index, end: offset + stop })
  }
  return found
}

const mayHold = /[每一下按逐分日周月季昼夜全]|24小时|二十四小时/

/** Every stated frequency between two offsets, left to right, none inside another. */
export const cadencesIn = (text: string, start: number, end: number): readonly ReadCadence[] => {
  const part = text.slice(start, end)
  if (!mayHold.test(part)) return []
  const all = patterns
    .flatMap(pattern => within(part, pattern, start))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let reached = start
  return all.filter(c => {
    if (c.start < reached) return false
    reached = c.end
    return true
  })
}
