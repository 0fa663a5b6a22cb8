import type { AuditEntry } from '@luoshi/contract/audit'
import { exactWords } from '../ui/date-words.ts'
import type { Say } from '../ui/i18n.ts'
import { auditWords } from './words.ts'

type T = Say<typeof auditWords>
type Key = keyof typeof auditWords.zh
type DeedKey = Exclude<Extract<Key, `did.${string}`>, 'did.unknown'>

const isDeed = (key: string): key is DeedKey => key in auditWords.zh && key.startsWith('did.') && key !== 'did.unknown'

const deedKeyOf = ({ action, content }: Pick<AuditEntry, 'action' | 'content'>): DeedKey | null => {
  const what = typeof content.what === 'string' ? content.what : ''
  return [`did.${action}:${what}`, `did.${action}`].find(isDeed) ?? null
}

/** What was done, as the middle of a sentence: 发布了方案. An action without words of its own is named as it stands. */
export const deedWords = (t: T, entry: Pick<AuditEntry, 'action' | 'content'>): string => {
  const key = deedKeyOf(entry)
  return key === null ? t('did.unknown', { action: entry.action }) : t(key)
}

/** The actions that can be asked for, each with its words. */
export const deeds = (t: T): readonly { readonly action: string; readonly words: string }[] =>
  Object.keys(auditWords.zh)
    .filter(isDeed)
    .filter(key => !key.includes(':'))
    .map(key => ({ action: key.slice('did.'.length), words: t(key) }))

type FieldKey = Extract<Key, `field.${string}`>
type ValueKey = Extract<Key, `value.${string}`>

const isField = (key: string): key is FieldKey => key in auditWords.zh
const isValue = (key: string): key is ValueKey => key in auditWords.zh

/** What else is on record about it, said as far as it can be said; ids and empty values tell a reader nothing. */
export const details = (
  t: T,
  content: AuditEntry['content'],
): readonly { readonly name: string; readonly value: string }[] =>
  inOrder(content).flatMap(([name, value]) => {
    const key = `field.${name}`
    const text = textOf(t, value)
    return isField(key) && text !== '' ? [{ name: t(key), value: text }] : []
  })

/** As the catalogue has them: what it was before what it is now. */
const inOrder = (content: AuditEntry['content']): readonly (readonly [string, unknown])[] => {
  const order = Object.keys(auditWords.zh)
  return Object.entries(content).toSorted(
    ([one], [other]) => order.indexOf(`field.${one}`) - order.indexOf(`field.${other}`),
  )
}

/** Ids, and the names of states and fields that have no words, are for machines. */
const forMachines = /^[0-9a-f]{8}-[0-9a-f]{4}-|^[a-z][a-zA-Z-]*$/

const instants = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

const textOf = (t: T, value: unknown): string => {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    return value
      .map(each => textOf(t, each))
      .filter(Boolean)
      .join('、')
  }
  if (typeof value !== 'string') return ''
  const key = `value.${value}`
  if (isValue(key)) return t(key)
  if (instants.test(value)) return exactWords(value)
  return forMachines.test(value) ? '' : value
}
