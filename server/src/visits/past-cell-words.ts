import type { Language } from '../http/language.ts'

type Sentence = Readonly<Record<Language, string>>

/** What can be wrong with a cell of a list of past observations, and what to do about it. */
export const pastCellWords = {
  'column-missing': { zh: '缺少“{column}”这一列', en: 'The column “{column}” is missing' },
  point: {
    zh: '没有编号为“{code}”的点位，或者它不在您的管理范围内。请检查编号，或先添加点位',
    en: 'There is no point “{code}” within your reach. Check the code, or add the point first',
  },
  standard: {
    zh: '这个点位还没有发布的标准，不知道该按什么记。请先发布“{type}”的标准',
    en: 'Nothing is published for this point, so there is nothing to record by. Publish a standard for “{type}” first',
  },
  day: {
    zh: '日期要写成 2025-03-01 这样，不能晚于今天，也不能早于 2000 年',
    en: 'A date such as 2025-03-01, not after today and not before 2000',
  },
  criterion: {
    zh: '“{title}”第 {number} 版里没有这一检查项。请照标准的原文写，或写它的序号（1 到 {count}）',
    en: 'Version {number} of “{title}” has no such criterion. Write its text, or its number (1 to {count})',
  },
  grade: {
    zh: '结果只能写“符合”“基本符合”“不符合”或“不涉及”',
    en: 'One of 符合, 基本符合, 不符合, 不涉及',
  },
  note: { zh: '说明最多 2000 个字', en: 'At most 2000 characters' },
  twice: {
    zh: '同一点位、同一天、同一检查项在前面已经有一行',
    en: 'An earlier line has the same point, day and criterion',
  },
} as const satisfies Record<string, Sentence>

export type PastCellCode = keyof typeof pastCellWords

export type PastWrong = { readonly code: PastCellCode; readonly params?: Readonly<Record<string, string | number>> }

export const pastCellMessage = ({ code, params = {} }: PastWrong, language: Language): string =>
  pastCellWords[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
