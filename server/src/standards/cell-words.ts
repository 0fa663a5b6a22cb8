import type { Language } from '../http/language.ts'

type Sentence = Readonly<Record<Language, string>>

/** What can be wrong with a cell of a standard, and what to do about it. */
export const cellWords = {
  'column-missing': { zh: '缺少“{column}”这一列', en: 'The column “{column}” is missing' },
  'no-question': {
    zh: '没有可以判分的选择题。XLSForm 里至少要有一道 select_one',
    en: 'No question that can be graded: an XLSForm needs at least one select_one',
  },
  text: { zh: '检查项要写 2 到 1000 个字', en: 'A criterion of 2 to 1000 characters' },
  section: { zh: '分组最多 120 个字', en: 'A section of at most 120 characters' },
  weight: { zh: '分值要写大于 0、不超过 1000 的数字', en: 'A number above 0 and up to 1000' },
  critical: { zh: '请填“是”或“否”', en: 'Write 是 or 否' },
  grade: { zh: '这一档的规则最多 500 个字', en: 'A rule of at most 500 characters' },
  exceptions: {
    zh: '最多 20 种情形，每种最多 300 个字，用分号隔开',
    en: 'At most 20 cases of 300 characters each, parted by semicolons',
  },
  evidence: {
    zh: '看不懂这里的材料。请写成：名称（文件|名册|记录|图片，几个月），用分号隔开',
    en: 'Not understood. Write name（文件|名册|记录|图片，n个月), parted by semicolons',
  },
  photo: { zh: '请填 不拍、可拍 或 必拍', en: 'Write 不拍, 可拍 or 必拍' },
  look: { zh: '看哪里最多 300 个字，怎么看最多 500 个字', en: 'At most 300 characters for where, 500 for how' },
  twice: { zh: '第 {row} 行已经有同样的检查项', en: 'Row {row} holds the same criterion' },
  'too-many': { zh: '一份标准最多 400 条检查项', en: 'A standard holds at most 400 criteria' },
} as const satisfies Record<string, Sentence>

export type CellCode = keyof typeof cellWords

export type CellError = {
  readonly sheet: string
  readonly cell: string
  readonly value: string
  readonly code: CellCode
  readonly params?: Readonly<Record<string, string | number>>
}

export const cellMessage = ({ code, params = {} }: Pick<CellError, 'code' | 'params'>, language: Language): string =>
  cellWords[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
