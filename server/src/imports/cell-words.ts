import type { Language } from '../http/language.ts'

type Sentence = Readonly<Record<Language, string>>

/** What can be wrong with a cell, and what to do about it. */
export const cellWords = {
  'column-missing': { zh: '缺少“{column}”这一列', en: 'The column “{column}” is missing' },
  'not-found': {
    zh: '没有找到“{reference}”。请检查名称，或先在“单位”表里添加',
    en: '“{reference}” was not found. Check the name, or add it on the sheet 单位 first',
  },
  ambiguous: {
    zh: '有 {count} 个单位叫“{name}”。请写成“上级/单位”',
    en: '{count} units are called “{name}”. Write it as “parent/unit”',
  },
  'named-twice': { zh: '表里有两行写的是同一个单位', en: 'Two rows of the sheet are the same unit' },
  'unit-name': { zh: '单位名称要写 2 到 80 个字', en: 'A name of 2 to 80 characters' },
  kind: { zh: '没有这种类型，请从下拉列表里选', en: 'There is no such kind: choose from the list' },
  'short-name': { zh: '简称最多 30 个字', en: 'At most 30 characters' },
  'parent-out-of-reach': { zh: '这个上级单位不在您的管理范围内', en: 'You do not administer this parent' },
  'other-name': {
    zh: '账号“{account}”在第 {row} 行是另一个名字',
    en: 'The account “{account}” has another name in row {row}',
  },
  'person-name': { zh: '请写姓名，最多 40 个字', en: 'A name of at most 40 characters' },
  account: {
    zh: '账号要 2 到 40 个字，只能用文字、数字和 . _ - @',
    en: 'An account of 2 to 40 letters, digits and . _ - @',
  },
  'account-taken': {
    zh: '这个账号已经有人使用，而且不在您的管理范围内',
    en: 'The account is taken by somebody you do not administer',
  },
  role: { zh: '没有这个角色，请从下拉列表里选', en: 'There is no such role: choose from the list' },
  title: { zh: '职务最多 60 个字', en: 'At most 60 characters' },
  phone: { zh: '手机号码只能是数字', en: 'A telephone number has digits only' },
  email: { zh: '不是电子邮箱地址', en: 'Not an e-mail address' },
  'unit-out-of-reach': { zh: '这个单位不在您的管理范围内', en: 'You do not administer this unit' },
} as const satisfies Record<string, Sentence>

export type CellCode = keyof typeof cellWords

export type Wrong = { readonly code: CellCode; readonly params?: Readonly<Record<string, string | number>> }

export const cellMessage = ({ code, params = {} }: Wrong, language: Language): string =>
  cellWords[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
