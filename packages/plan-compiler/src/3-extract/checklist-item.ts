import type { ChecklistItem, Grades, Span } from '../plan.ts'
import { clued, matchesIn } from '../scan/clues.ts'
import { type Passage, trimmed, wordsOf } from './passage.ts'

const conforms = /([^,;。]{1,40}(?:,[^;。,]{1,30})?)(?:记?为|即为|视为|记作)[“]?(?<!基本)符合/
const mostly = /([^,;。]{1,40}(?:或[^,;。]{1,30})?)(?:记?为|即为|视为|记作)[“]?基本符合/
const fails = /([^,;。]{1,40})(?:记?为|即为|视为|记作|也)[“]?不符合/

const spoken = clued(
  /(?:有|提供|提交|建立|具备|附)(?:了|相关|相应的?|完整的?|详细的?|健全的?)?([^,;。:有、]{0,18}?(?:名册|记录|资料|文件|台账|档案|材料|总结|汇总表|计划|照片|图片|手册|清单|协议|合同|证书|登记表|责任书))/g,
)
const more = /[、和及]([^,;。:有、和及]{1,16}?(?:名册|记录|资料|文件|台账|档案|材料|总结|汇总表|制度|计划|照片|图片))/y

/** Grading rules told in words: `3处为符合,1-2处为基本符合`. */
export const gradesOf = (words: string): Grades | null => {
  if (!words.includes('符合')) return null
  const [good, half, bad] = [conforms.exec(words)?.[1], mostly.exec(words)?.[1], fails.exec(words)?.[1]]
  if (good === undefined && half === undefined && bad === undefined) return null
  return {
    ...(good === undefined ? {} : { conforms: good.trim() }),
    ...(half === undefined ? {} : { mostly: half.trim() }),
    ...(bad === undefined ? {} : { fails: bad.trim() }),
  }
}

const noPapers: readonly string[] = []

/** The papers that an item asks to be shown. */
const evidenceOf = (text: string, { start, end }: Span, words: string): readonly string[] => {
  const spokenOf = matchesIn(spoken, text, start, end)
  if (spokenOf.length === 0) return noPapers
  const found = new Set<string>()
  for (const m of spokenOf) {
    found.add((m[1] ?? '').trim())
    let at = m.index + m[0].length
    for (let i = 0; i < 6; i++) {
      more.lastIndex = at
      const next = more.exec(words)
      if (!next) break
      found.add((next[1] ?? '').trim())
      at = more.lastIndex
    }
  }
  return [...found].filter(e => e !== '')
}

/** One condition of a checklist, with how it is graded and what it asks to see. */
export const checklistItem = (passage: Passage, place: Span): ChecklistItem => {
  const span = trimmed(passage.text, place.start, place.end)
  const words = wordsOf(passage.text, span)
  return { text: words, grades: gradesOf(words), evidence: evidenceOf(passage.text, span, words), span }
}
