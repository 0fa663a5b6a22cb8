import type { Grade } from '@luoshi/rules/visit-score'
import type { Heading } from '../imports/headings.ts'

/** A list of what was seen in the past, one observation a line; lines of one point and day are one visit. */
export const pastSheet = {
  name: '以往考察',
  headings: [
    { key: 'code', words: '点位编号', needed: true, width: 14 },
    { key: 'day', words: '日期', needed: true, width: 14 },
    { key: 'criterion', words: '检查项', needed: true, width: 44 },
    { key: 'grade', words: '结果', needed: true, width: 12 },
    { key: 'note', words: '说明', needed: false, width: 40 },
  ],
} as const satisfies { name: string; headings: readonly Heading[] }

export type PastKey = (typeof pastSheet.headings)[number]['key']

export const gradeWords: Readonly<Record<Grade, readonly string[]>> = {
  conforms: ['符合', '达标', '合格'],
  mostly: ['基本符合', '基本达标', '基本合格'],
  fails: ['不符合', '不达标', '不合格'],
  'not-applicable': ['不涉及', '不适用'],
}
