import type { AuditEntry } from '@luoshi/contract/audit'
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

const isField = (key: string): key is FieldKey => key in auditWords.zh

/** What else is on record about it, said as far as it can be said; ids and empty values tell a reader nothing. */
export const details = (
  t: T,
  content: AuditEntry['content'],
): readonly { readonly name: string; readonly value: string }[] =>
  Object.entries(content).flatMap(([name, value]) => {
    const key = `field.${name}`
    const text = textOf(value)
    return isField(key) && text !== '' ? [{ name: t(key), value: text }] : []
  })

const anId = /^[0-9a-f]{8}-[0-9a-f]{4}-/

const textOf = (value: unknown): string => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return anId.test(value) ? '' : value
  return Array.isArray(value) ? value.map(textOf).filter(Boolean).join('、') : ''
}
