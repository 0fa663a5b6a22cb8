import type { Language } from './language.ts'

/** What validation reports about a field, as far as it is spoken of. */
export type Issue = {
  readonly code?: string
  readonly origin?: string
  readonly expected?: string
  readonly format?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly values?: readonly unknown[]
  readonly message: string
}

/** One plain sentence about a field. */
export const fieldWords = (issue: Issue, language: Language): string => {
  const { zh, en } = sentences[issue.code ?? '']?.(issue) ?? { zh: '内容不对，请检查', en: issue.message }
  return language === 'zh' ? zh : en
}

type Sentence = { readonly zh: string; readonly en: string }

const sentences: Readonly<Record<string, (issue: Issue) => Sentence>> = {
  invalid_type: () => ({ zh: '没有填写，或者类型不对', en: 'Missing, or of the wrong type' }),
  too_small: ({ origin, minimum }) => {
    if (origin === 'string')
      return minimum === 1 || minimum === 1n
        ? { zh: '请填写', en: 'Fill this in' }
        : { zh: `至少 ${minimum} 个字`, en: `At least ${minimum} characters` }
    if (origin === 'array') return { zh: `至少选 ${minimum} 项`, en: `At least ${minimum}` }
    return { zh: `不能小于 ${minimum}`, en: `Not less than ${minimum}` }
  },
  too_big: ({ origin, maximum }) => {
    if (origin === 'string') return { zh: `最多 ${maximum} 个字`, en: `At most ${maximum} characters` }
    if (origin === 'array') return { zh: `最多 ${maximum} 项`, en: `At most ${maximum}` }
    if (origin === 'file')
      return { zh: `文件不能超过 ${megabytes(maximum)} MB`, en: `At most ${megabytes(maximum)} MB` }
    return { zh: `不能大于 ${maximum}`, en: `Not more than ${maximum}` }
  },
  invalid_format: ({ format }) => formats[format ?? ''] ?? { zh: '格式不对', en: 'Not in the right format' },
  invalid_value: ({ values }) => ({
    zh: '不是可选的值',
    en: `Must be one of ${(values ?? []).map(String).join(', ')}`,
  }),
}

const formats: Readonly<Record<string, Sentence>> = {
  uuid: { zh: '编号不对', en: 'Not an id' },
  email: { zh: '不是电子邮箱地址', en: 'Not an e-mail address' },
  date: { zh: '请写成 2026-03-01 这样的日期', en: 'A date such as 2026-03-01' },
  datetime: { zh: '请写成带时区的时刻', en: 'An instant with its offset' },
}

const megabytes = (bytes: number | bigint | undefined): number => Math.floor(Number(bytes ?? 0) / 1_000_000)
