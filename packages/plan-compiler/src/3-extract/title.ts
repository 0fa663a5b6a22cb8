import type { Line } from '../2-outline/lines.ts'
import { isTitle } from '../2-outline/split-plans.ts'
import { readDate } from '../vocabulary/dates.ts'
import { readWholly } from '../vocabulary/party.ts'
import { type Passage, wordsOf } from './passage.ts'

const anthology = /范文|\(\d+篇\)|篇[一二三四五六七八九十\d]|大全|模板/
const kind = '(?:方案|计划|规划|实施意见|意见|办法|细则|安排|要点)'
const announcedTitle = new RegExp(
  `(?:特|现|兹)?(?:就[^,。]{0,40})?(?:制定|制订|拟定|拟订|编制|提出)(?:了|出)?(?:以下|如下|本|该|具体)?(?<title>[^,。;:《》]{0,60}?${kind})(?=如下|[:。,;]|$)`,
)
const tooPlain = /^(?:实施|工作|具体|行动|活动|本|以下|如下|此|该|具体实施)*(?:方案|计划|规划|意见|办法|安排)$/

const firstLines = 8

const spokenTitle = (passage: Passage): string | null => {
  for (const line of passage.root.own) {
    const m = announcedTitle.exec(passage.text.slice(Math.max(line.start, line.end - 160), line.end))
    const title = m?.groups?.['title']?.replace(/^(?:以下|如下|本)/, '')
    if (title !== undefined && title.length > 4 && !tooPlain.test(title)) return title
  }
  return null
}

const issuing = /(?:印发|转发|下发)《?([^《》]{4,60}?)》?的通知$/

/** `关于印发…方案的通知` with the plan below: the plan has a title of its own. */
const issued = ({ text, lines }: Passage, title: string): string => {
  const inner = issuing.exec(title)?.[1]
  return inner !== undefined && lines.some(line => text.slice(line.start, line.end).trim() === inner) ? inner : title
}

/** The plan's own title: the line it opens with, or the one its introduction gives it. Titles of anthologies are not plans'. */
export const titleOf = (passage: Passage, boundary: Line | null): string | null => {
  const own = passage.root.own
    .slice(0, firstLines)
    .find(line => isTitle(passage.text, line) && !anthology.test(wordsOf(passage.text, line)))
  if (own) return issued(passage, wordsOf(passage.text, own))
  const spoken = spokenTitle(passage)
  if (spoken !== null || boundary === null) return spoken
  const rest = wordsOf(passage.text, boundary).replace(
    /^.{0,50}?(?:篇|方案|范文)\s?[一二三四五六七八九十\d]{1,3}[\])】]?[:。.、\s]*/,
    '',
  )
  return rest.length >= 5 && /(?:方案|计划|规划|意见|办法)$/.test(rest) ? rest : null
}

const longestDate = 20

/** Who issued it: a name alone on a line, a date on the next; at the end, or where the notice ends that a plan is attached to. */
export const issuerOf = ({ text, lines }: Passage): string | null => {
  const dated = lines.flatMap(({ start, end }, i) => {
    const date = end - start <= longestDate ? readDate(text, start) : null
    return date !== null && end - date.end <= 2 && i > 0 ? [i] : []
  })
  const last = dated.findLast(i => i >= lines.length - 4)
  for (const i of last === undefined ? dated : [last]) {
    const line = lines[i - 1]
    if (!line || line.end - line.start > 30 || line.marker || line.kind !== 'text') continue
    if (readWholly(text, line.start, line.end)) return wordsOf(text, line)
  }
  return null
}
