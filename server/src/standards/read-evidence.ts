import type { Criterion } from '@luoshi/contract/standards'
import { codeOf } from '../imports/headings.ts'
import { evidenceKindWords } from './table-headings.ts'

type Evidence = Criterion['evidence']

/** Reads “成立文件（文件）；志愿者名册（名册，12个月）”; null where a part cannot be understood. A name alone is told by its own words. */
export const readEvidence = (text: string): Evidence | null => {
  const read: Evidence = []
  for (const part of text.split(/[；;\n]/)) {
    const words = part.trim()
    if (words === '') continue
    const [, name = '', inside] = /^(.*?)\s*(?:[（(]([^（）()]*)[）)])?$/.exec(words) ?? []
    if (name.trim() === '' || name.length > 120) return null
    const marks = (inside ?? '').split(/[，,、]/).filter(mark => mark.trim() !== '')
    let kind = evidenceKindOf(name)
    let months: number | null = null
    for (const mark of marks) {
      const span = /^(\d{1,3})\s*(个月|月|年)$/.exec(mark.trim())
      const told = codeOf(evidenceKindWords, mark.trim())
      if (span !== null) months = Number(span[1]) * (span[2] === '年' ? 12 : 1)
      else if (told !== null) kind = told
      else return null
    }
    if (months !== null && (months < 1 || months > 120)) return null
    read.push({ name: name.trim(), kind, months })
  }
  return read.length > 20 ? null : read
}

/** What a piece of evidence is, by its name. */
export const evidenceKindOf = (name: string): Evidence[number]['kind'] => {
  if (/名册|名单|花名/.test(name)) return 'roster'
  if (/图片|照片|影像|图像/.test(name)) return 'picture'
  return /记录|台账|登记|卷宗|簿/.test(name) ? 'record' : 'paper'
}
