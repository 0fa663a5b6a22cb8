import type { Language } from '../http/language.ts'

type Sentence = Readonly<Record<Language, string>>

/** What can be wrong with a cell of the sheet of points, and what to do about it. */
export const cellWords = {
  'column-missing': { zh: '缺少“{column}”这一列', en: 'The column “{column}” is missing' },
  name: { zh: '点位名称要写 1 到 120 个字', en: 'A name of 1 to 120 characters' },
  'point-type': { zh: '类型要写 1 到 60 个字', en: 'A type of 1 to 60 characters' },
  'unit-not-found': {
    zh: '没有找到单位“{reference}”。请检查名称，或先在“单位”里添加',
    en: 'The unit “{reference}” was not found. Check the name, or add the unit first',
  },
  'unit-ambiguous': {
    zh: '有 {count} 个单位叫“{name}”。请写成“上级/单位”',
    en: '{count} units are called “{name}”. Write it as “parent/unit”',
  },
  'unit-out-of-reach': { zh: '这个单位不在您的管理范围内', en: 'The unit is not within your reach' },
  'code-taken': {
    zh: '编号“{code}”是别处的点位，不在您的管理范围内',
    en: 'The code “{code}” belongs to a point that is not within your reach',
  },
  code: {
    zh: '编号只能用大写字母、数字和短横，3 到 40 个',
    en: 'A code of 3 to 40 capital letters, digits and dashes',
  },
  archived: {
    zh: '编号“{code}”的点位已经停用。请去掉编号，按新点位添加',
    en: 'The point “{code}” is archived. Leave the code out to add a new one',
  },
  address: { zh: '地址最多 200 个字', en: 'At most 200 characters' },
  'contact-name': { zh: '联系人最多 40 个字', en: 'At most 40 characters' },
  'contact-phone': {
    zh: '联系电话只能有数字、空格和 + - ( )，最多 30 位',
    en: 'Digits, spaces and + - ( ), at most 30',
  },
  position: {
    zh: '经度、纬度要一起写，用小数，例如 110.41235 和 30.27618',
    en: 'Longitude and latitude together, as decimals, such as 110.41235 and 30.27618',
  },
  note: { zh: '备注最多 500 个字', en: 'At most 500 characters' },
  twice: { zh: '第 {row} 行写的是同一个点位', en: 'Row {row} is the same point' },
} as const satisfies Record<string, Sentence>

export type CellCode = keyof typeof cellWords

export type Wrong = { readonly code: CellCode; readonly params?: Readonly<Record<string, string | number>> }

export type CellError = Wrong & { readonly sheet: string; readonly cell: string; readonly value: string }

export const cellMessage = ({ code, params = {} }: Wrong, language: Language): string =>
  cellWords[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
