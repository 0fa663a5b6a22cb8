import type { ProblemCode } from '@luoshi/contract/problem'
import { problemWords, type Words } from '@luoshi/contract/problem-words'
import type { Language } from './language.ts'

export type Params = Readonly<Record<string, string | number>>

/** A problem's title and detail in one language, filled with what it is about. */
export const problemSentence = (code: ProblemCode | 'internal', params: Params, language: Language): Words => {
  const { title, detail } = problemWords[code][language]
  return { title: fill(title, params, language), detail: fill(detail, params, language) }
}

const fill = (text: string, params: Params, language: Language): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => spoken(name, params[name], language))

/** Nouns come as their codes and are said in words; a list of names is set as the language sets lists. */
const spoken = (name: string, value: string | number | undefined, language: Language): string => {
  if (value === undefined) return ''
  if (name === 'noun') return nouns[String(value)]?.[language] ?? String(value)
  return name === 'names' && language === 'en' ? String(value).replaceAll('、', ', ') : String(value)
}

const nouns: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  tenant: { zh: '这个县区', en: 'this county' },
  unit: { zh: '这个单位', en: 'this unit' },
  person: { zh: '这个人', en: 'this person' },
  membership: { zh: '这个职务', en: 'this seat' },
  import: { zh: '这次导入', en: 'this import' },
  'api-key': { zh: '这个密钥', en: 'this key' },
  'notice-channel': { zh: '这个通知渠道', en: 'this channel' },
  session: { zh: '这次登录', en: 'this session' },
  plan: { zh: '这份方案', en: 'this plan' },
  programme: { zh: '这个项目', en: 'this programme' },
  task: { zh: '这项任务', en: 'this task' },
  assignment: { zh: '这项交办任务', en: 'this assignment' },
  duty: { zh: '这项常态工作', en: 'this duty' },
  occurrence: { zh: '这次常态工作', en: 'this occurrence' },
  indicator: { zh: '这个指标', en: 'this indicator' },
  evidence: { zh: '这份佐证', en: 'this evidence' },
  case: { zh: '这个问题', en: 'this case' },
  category: { zh: '这个类别', en: 'this category' },
  template: { zh: '这条常用语', en: 'these words' },
  extension: { zh: '这次延期申请', en: 'this request for time' },
  'rectification-notice': { zh: '这份整改通知书', en: 'this notice of rectification' },
  point: { zh: '这个点位', en: 'this point' },
  standard: { zh: '这份标准', en: 'this standard' },
  round: { zh: '这次检查', en: 'this round' },
  visit: { zh: '这次考察', en: 'this visit' },
  delivery: { zh: '这条手机记录', en: 'this phone record' },
  upload: { zh: '这次上传', en: 'this upload' },
  item: { zh: '这个条目', en: 'this item' },
  diagnostic: { zh: '这条提示', en: 'this diagnostic' },
  page: { zh: '这个地址', en: 'this address' },
}
