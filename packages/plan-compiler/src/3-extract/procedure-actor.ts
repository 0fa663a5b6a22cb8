import { clued, endAt, holds, matchIn } from '../scan/clues.ts'
import { readNamed, readSubject } from '../vocabulary/party.ts'
import { headBefore } from '../vocabulary/party-heads.ts'
import { beginsWithAct, predicateAt } from '../vocabulary/predicates.ts'
import { openingOf } from './doers.ts'
import type { Passage } from './passage.ts'

const byWord = clued(/(?<![理自经缘因])由(?!于|此)/)
const acts = clued(/发文|统一|负责|联合|共同|最终|最后/y)
const toward = clued(
  /(?<![汇通])(?:上?报|提交|提请|经|送)([\u4e00-\u9fff()]{2,16}?)(?:研究|集体)?(?=审定|审核|审批|初审|评审|批准|验收|考核|考评|认定)/,
)
/** `组织各村根据标准…申报`: they are to do it. */
const madeToAct = /^(?:组织|督促|指导|引导|动员)$/
const reporting = clued(/^(?:再|统一|逐级|按时|及时|并|后|择优)*(?:上?报|提交|提请|送)/)

const nameShape =
  /^(?![向在对将把于从不被经按通采需可须应要并再以由为给同择])(?!.*[向把将按])[\u4e00-\u9fff()“”、]{2,14}$/

/** `校务会审定`: a clause that is a name and a step has said who takes it, whatever the name ends with. */
const beforeStep = (text: string, start: number, step: number): string | null => {
  const name = text
    .slice(start, step)
    .replace(/^(?:再|最后|然后)|(?:民主|统一|集中|认真|组织|进行|自己|自愿|自主)$/g, '')
  if (!nameShape.test(name)) return null
  const end = step - (text.slice(start, step).length - text.slice(start, step).lastIndexOf(name) - name.length)
  return headBefore(text, start, end) !== null || /[会户组]$/.test(name) ? name : null
}

/**
 * Who takes the step that stands at `step` in a clause: whom it begins with, whom 由 names, or whom the work is handed
 * to (`报县文明办审定`).
 */
export const actorOf = (passage: Passage, from: number, end: number, step: number | null): string | null => {
  const { text } = passage
  const start = Math.min(openingOf(passage, from, end), step ?? end)
  const handed = matchIn(toward, text, start, end)
  if (handed && step !== null && step >= start + handed.index + handed[0].length)
    return (handed[1] ?? '').replace(/^[经请送]/, '')
  const subject = readSubject(text, start, end)
  if (subject) return subject.names.join('、')
  // Who takes a step may be a place as well (`街道完成初审`): here it is one who acts.
  const place = beginsWithAct(text, start) ? null : readNamed(text, start, end, at => predicateAt(text, at) !== null)
  if (place) return place.names.join('、')
  const made = madeToAct.exec(text.slice(start, start + 2))
  const doing = made ? readNamed(text, start + 2, end, at => predicateAt(text, at) !== null) : null
  if (doing) return doing.names.join('、')
  const by = matchIn(byWord, text, start, end)?.index ?? -1
  if (by >= 0) {
    const first = start + by + 1
    const ends = (at: number) => at === step || predicateAt(text, at) !== null || endAt(acts, text, at) > at
    const named = readNamed(text, first, end, ends)
    if (named) return named.names.join('、')
    return step === null ? null : beforeStep(text, first, step)
  }
  return step === null || holds(reporting, text, start, end) ? null : beforeStep(text, start, step)
}
